import { passwordHint, type PasswordProblem } from '#/people/actions/choose-password.ts';
import type { OwnAccount } from '#/people/actions/own-account.ts';
import { roleWords } from '#/people/actions/role-words.ts';
import { problemOfEach } from '#/platform/web/form-problems.ts';
import { dateInWords, momentInWords, plural } from '#/platform/web/words.ts';

const hows: Readonly<Record<OwnAccount['sessions'][number]['how'], string>> = {
  password: 'with a password',
  provider: 'with an organisation’s account',
  demonstration: 'by one click, as an invented person',
};

/** One's own account as its page shows it; the token of a session is nowhere. */
export function accountView(
  { person, signInName, demonstration, hasPassword, dailyMail, authorities, sessions }: OwnAccount,
  { changed, problems }: { readonly changed: boolean; readonly problems: readonly PasswordProblem[] },
) {
  return {
    name: person.name,
    signInName,
    demonstration,
    hasPassword,
    dailyMail,
    hasRole: person.roles.length > 0,
    changed,
    hint: passwordHint,
    authorities: authorities.map(({ name, roles, links }) => ({
      name,
      links: links.map(({ at, byName }) => ({ made: momentInWords(at), by: byName })),
      roles: roles.map((role) => ({
        words: roleWords(role),
        from: dateInWords(role.from),
        to: role.to === null ? 'until it is ended' : dateInWords(role.to),
        why: role.why,
        by: role.saidByName,
      })),
    })),
    count: plural(sessions.length, 'session'),
    sessions: sessions.map(({ how, beganAt, seenAt, thisOne }) => ({
      began: momentInWords(beganAt.toISOString()),
      how: hows[how],
      seen: thisOne ? 'now, here' : momentInWords(seenAt.toISOString()),
    })),
    problemOf: problemOfEach(['current', 'password', 'again'], problems),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
