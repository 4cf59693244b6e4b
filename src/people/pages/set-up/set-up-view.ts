import { passwordHint, type PasswordProblem } from '#/people/actions/choose-password.ts';
import { problemOfEach } from '#/platform/web/form-problems.ts';

/** Where a password is set: whose it is, and what was wrong with the one that was chosen. */
export function setUpView(signInName: string, problems: readonly PasswordProblem[]) {
  return {
    signInName,
    hint: passwordHint,
    problemOf: problemOfEach(['password', 'again'], problems),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
