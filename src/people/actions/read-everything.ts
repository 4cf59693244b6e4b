import type { Parts } from '#/parts.ts';
import { accountHeld, attemptsHeld, type AccountHeld } from '#/people/records/signed-in-of.ts';
import { changesOf, readingsOf, type ChangeEntry, type ReadingEntry } from '#/people/records/search-logs.ts';
import type { Person } from '#/people/rules/permissions.ts';
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
  const { context, known, readings, changes } = await withPeople(
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
    account,
    attempts:
      nameHash === null
        ? []
        : await records.inInstallation([nameHash], (transaction) => attemptsHeld(transaction, nameHash)),
    schools: new Map(context.schools.map(({ urn, name }) => [urn, name])),
  };
}
