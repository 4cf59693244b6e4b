import type { Parts } from '#/parts.ts';
import { accountHeld, attemptsHeld, type AccountHeld } from '#/people/records/signed-in-of.ts';
import { changesOf, readingsOf, type ChangeEntry, type ReadingEntry } from '#/people/records/search-logs.ts';
import { writtenBy, type Written } from '#/people/records/written-by.ts';
import { reachOf, type Person } from '#/people/rules/permissions.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { hashOf } from './hash-of.ts';
import { personIn } from './give-role.ts';
import { withPeople } from './people-context.ts';
import { readPersonKnown, type PersonRead } from './people-read.ts';
import { permit } from './permit.ts';

/** Everything an authority and the installation hold about one person. */
export interface Everything {
  readonly authority: AuthorityInStore;
  readonly person: PersonRead;
  /** Every mail address they had here. */
  readonly emailsEver: readonly string[];
  /** Newest first. */
  readonly readings: readonly ReadingEntry[];
  readonly changesBy: readonly ChangeEntry[];
  readonly changesAbout: readonly ChangeEntry[];
  /**
   * What they wrote to a school, for one or of one, and the requests that name them, newest first, as far as the reader may read them;
   * `null`: the reader may read none of it, and is not told whether there is any.
   */
  readonly written: readonly Written[] | null;
  /** What may be held and is not here, and why, in sentences. */
  readonly notHere: readonly string[];
  /** `null`: they were never given a way to sign in. */
  readonly account: AccountHeld | null;
  readonly attempts: Awaited<ReturnType<typeof attemptsHeld>>;
  /** What a school that is named in it is called. */
  readonly schools: ReadonlyMap<string, string>;
}

/**
 * Everything held about one person, for whoever answers a request for it (UK GDPR, article 15). What other authorities hold
 * is theirs to answer for, and stays out.
 */
export async function readEverything(
  parts: Pick<Parts, 'published' | 'records' | 'today'>,
  person: Person,
  slug: string | undefined,
  id: string,
): Promise<Everything> {
  const asked = { authority: slug, permission: 'read the reading log' } as const;
  const { context, known, readings, changes, written } = await withPeople(
    parts,
    person,
    asked,
    async (read, transaction) => {
      permit(person, 'read the change log', read.authority.slug);
      return {
        context: read,
        known: personIn(read, id),
        readings: await readingsOf(transaction, id),
        changes: await changesOf(transaction, id),
        written: readsLetters(person, read.authority.slug) ? await writtenBy(transaction, id) : null,
      };
    },
  );
  const records = await parts.records();
  const account = /\s/.test(id)
    ? null
    : await records.inInstallation([id], (transaction) => accountHeld(transaction, id));
  const nameHash = account === null ? null : hashOf(account.signInName);
  const last = account?.sessions[0]?.beganAt;
  return {
    authority: context.authority,
    person: readPersonKnown(known, context, new Map(last === undefined ? [] : [[id, last]])),
    emailsEver: known.emailsEver,
    readings,
    changesBy: changes.filter((change) => change.person === id),
    changesAbout: changes.filter(({ about }) => about.kind === 'person' && about.key === id),
    written,
    notHere: written === null ? [...notHere, lettersNotHere] : [...notHere, namedNotHere],
    account,
    attempts:
      nameHash === null
        ? []
        : await records.inInstallation([nameHash], (transaction) => attemptsHeld(transaction, nameHash)),
    schools: new Map(context.schools.map(({ urn, name }) => [urn, name])),
  };
}

/** Whether somebody reads what any school and the authority write to one another. */
function readsLetters(person: Person, authority: string): boolean {
  return reachOf(person, 'read the correspondence', authority).all;
}

const notHere = [
  'What other authorities hold about this person is theirs to answer for, and is not here.',
  'A password is kept so that nobody can read it, and a session’s token as well; neither is here.',
];

const lettersNotHere =
  'Replies, requests to schools, answers and what somebody expects of a school are not here, nor whether there are any: whoever made this may not read what schools and the authority write to one another, nor what officers expect. The log says who wrote when; an auditor may read the words.';

const namedNotHere =
  'Requests that only named people may know of, and the answers to them, are here only where whoever made this is one of those people.';
