import { longestPassword, problemsOfPassword, shortestPassword } from '#/people/rules/passwords.ts';

/** A password as somebody chose it: twice, because nobody sees what they type. */
export interface ChosenPassword {
  readonly password: string;
  readonly again: string;
}

/** What is wrong, by field, in the order of the fields. */
export interface PasswordProblem {
  readonly field: 'current' | 'password' | 'again';
  readonly text: string;
}

/** What is wrong with a password that was chosen; nothing where it can be used. */
export function problemsOfChoice(
  { password, again }: ChosenPassword,
  signInName: string,
): readonly PasswordProblem[] {
  return [
    ...problemsOfPassword(password, signInName).map((text) => ({ field: 'password' as const, text })),
    ...(password === again ? [] : [{ field: 'again' as const, text: 'Type the same password again.' }]),
  ];
}

/** What a password has to be, in words. */
export const passwordHint = `From ${shortestPassword} to ${longestPassword} characters. Three words that do not belong together are easy to remember and hard to guess. Capitals, digits and signs are welcome and not needed.`;
