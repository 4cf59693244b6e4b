import type { Everything } from '#/people/actions/read-everything.ts';
import { changeInWords, readingInWords } from '#/people/actions/log-words.ts';
import { personEverythingAddress } from '#/platform/web/addresses.ts';
import { count, dateInWords, momentInWords, plural } from '#/platform/web/words.ts';

/** So many entries of each list are on the page; the files have all. */
const shown = 100;

const how = {
  password: 'with a password',
  provider: 'by the provider of identities',
  demonstration: 'as an invented person',
} as const;

/** `1 July 2026 at 2:05pm, with a password; signed out on …`. */
export function sessionInWords(session: NonNullable<Everything['account']>['sessions'][number]): string {
  const { beganAt, endedAt, why, endsAt, lastUsedAt } = session;
  const began = `${momentInWords(beganAt)}, ${how[session.how as keyof typeof how]}`;
  const used = lastUsedAt === null ? '' : `; last used ${momentInWords(lastUsedAt)}`;
  const ended =
    endedAt === null
      ? `; good until ${momentInWords(endsAt)} at most`
      : `; ${why ?? 'ended'} ${momentInWords(endedAt)}`;
  return `${began}${used}${ended}`;
}

/** A role as everything that is known of it, in a line. */
export function roleInALine(role: Everything['person']['roles'][number]): string {
  const { words, span, why, given, ended, standsInFor } = role;
  const until = span.last === null ? '' : ` to ${dateInWords(span.last)}`;
  const inFor = standsInFor === null ? '' : `, standing in for ${standsInFor.name}`;
  const end = ended === null ? '' : ` Ended by ${ended.byName} on ${momentInWords(ended.at)}: ${ended.why}.`;
  return `${words}${inFor}, from ${dateInWords(span.from)}${until}: ${why} (said by ${given.byName}, ${momentInWords(given.at)}).${end}`;
}

type Written = NonNullable<Everything['written']>[number];

const did = {
  replied: 'Replied to the category',
  answered: 'Answered a request',
  asked: 'Asked for something',
  'is named in a request': 'Is named in a request',
  expected: 'Wrote down what to expect',
  'aimed at': 'Set a share to aim at',
  chose: 'Chose what forecasts use',
  brings: 'Is known as an adviser of schools',
  'has an interest': 'Has an interest in a school',
  rated: 'Rated a challenge partner',
  'is rated': 'Is rated as a challenge partner',
  wrote: 'Wrote a version of a paper',
  'took a step': 'Took a step with a paper',
  'added a file': 'Added a file to a paper',
  told: 'Told of a school',
  'looked at': 'Looked at what was told',
  corrected: 'Corrected what was told',
  renewed: 'Renewed what was told',
  withdrawn: 'Withdrew what was told',
  'is named in an entry': 'Is named in what was told',
} as const;

/** `Answered a request, Sedge Primary School (900001), “Your plan”: Here it is`. */
function writtenInWords({ what, urn, request, words }: Written, schools: Everything['schools']): string {
  const asked = request === null ? '' : `, “${request}”`;
  const school = urn === null ? '' : `, ${schools.get(urn) ?? 'a school'} (${urn})`;
  return `${did[what]}${school}${asked}: ${words}`;
}

/** Everything about one person as the page shows it; a file has all of it. */
export function everythingView(everything: Everything, most = shown) {
  const { authority, person, account, attempts } = everything;
  const address = personEverythingAddress(authority.slug, person.id);
  const part = (heading: string, lines: readonly { at: string | null; text: string }[], nothing: string) => ({
    heading,
    count: count(lines.length),
    lines: lines.slice(0, most),
    left: lines.length > most ? `${plural(lines.length - most, 'more is', 'more are')} in the files.` : null,
    nothing,
  });
  return {
    name: person.name,
    notHere: everything.notHere,
    downloads: { xlsx: `${address}.xlsx`, json: `${address}.json` },
    who: [
      { key: 'Name', value: person.name },
      { key: 'Mail address here', value: person.email ?? 'none' },
      { key: 'Every mail address here', value: everything.emailsEver.join(', ') || 'none' },
      { key: 'Identity', value: person.id },
      { key: 'Known here since', value: momentInWords(person.addedAt) },
      { key: 'Signs in as', value: account?.signInName ?? 'no way to sign in' },
      ...(account === null ? [] : [{ key: 'Account made', value: momentInWords(account.madeAt) }]),
    ],
    parts: [
      part(
        'Roles',
        person.roles.map((role) => ({ at: null, text: roleInALine(role) })),
        'No role was ever given to them.',
      ),
      part(
        'What was changed about them',
        everything.changesAbout.map((one) => ({ at: momentInWords(one.at), text: changeInWords(one) })),
        'Nothing is in the log of changes.',
      ),
      part(
        'What they changed',
        everything.changesBy.map((one) => ({ at: momentInWords(one.at), text: changeInWords(one) })),
        'They changed nothing.',
      ),
      part(
        'What they read in confidence',
        everything.readings.map((one) => ({
          at: momentInWords(one.at),
          text: readingInWords(one, everything.schools),
        })),
        'They read nothing in confidence.',
      ),
      ...(everything.written === null
        ? []
        : [
            part(
              'Words of theirs, and requests that name them',
              everything.written.map((one) => ({
                at: momentInWords(one.at),
                text: writtenInWords(one, everything.schools),
              })),
              'Nothing that you may read.',
            ),
          ]),
      part(
        'When they signed in',
        (account?.sessions ?? []).map((one) => ({ at: null, text: sessionInWords(one) })),
        'They never signed in, or it is longer ago than is kept.',
      ),
      part(
        'Passwords and links to set them',
        [
          ...(account?.passwordsSetAt ?? []).map((at) => ({
            at: momentInWords(at),
            text: 'A password was set. What it is, nobody can tell.',
          })),
          ...(account?.links ?? []).map(({ madeAt, until, usedAt }) => ({
            at: momentInWords(madeAt),
            text: `A link was made, good until ${momentInWords(until)}${usedAt === null ? '' : `; used ${momentInWords(usedAt)}`}.`,
          })),
        ],
        'None was ever set.',
      ),
      part(
        'Attempts to sign in under their name',
        attempts.map(({ at, outcome }) => ({ at: momentInWords(at), text: `Tried: ${outcome}.` })),
        'None in the last 30 days.',
      ),
    ],
  };
}
