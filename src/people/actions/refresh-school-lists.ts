import { logChanges } from '#/people/records/change-log.ts';
import { lockPeople } from '#/people/records/people.ts';
import { addSchoolList, newestLists } from '#/people/records/school-lists.ts';
import type { Person } from '#/people/rules/permissions.ts';
import {
  kindsOfTheRegister,
  listsOfRegister,
  sameList,
  type ListEntry,
} from '#/people/rules/school-lists.ts';
import type { ListKind } from '#/people/rules/known-scopes.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { School } from '#/schools/rules/school.ts';

/** What lists of the register are said to come from. */
const theRegister = 'the register of schools';

/**
 * Brings the lists of which schools belong to which trust, diocese and federation to what the register says now: a new list
 * where it says something else, and nothing where it does not. From then on a role is looked up in the new one; a trust that
 * lost a school sees nothing of it any more. Lists before stay.
 *
 * @param schools the authority's, as known now; those that are open count
 * @returns the kinds of which there is a new list
 */
export async function refreshSchoolLists(
  transaction: AuthorityTransaction,
  person: Person,
  schools: readonly School[],
): Promise<readonly ListKind[]> {
  await lockPeople(transaction);
  const newest = await newestLists(transaction);
  const told = listsOfRegister(
    schools.filter(({ status }) => status !== 'closed' && status !== 'proposed to open'),
  );
  const changed = kindsOfTheRegister.filter((kind) => !sameList(told[kind], newest.get(kind)?.entries ?? []));
  for (const kind of changed) {
    await addSchoolList(transaction, {
      kind,
      source: theRegister,
      entries: told[kind],
      saidByName: person.name,
    });
  }
  await logChanges(
    transaction,
    changed.map((kind) => changeOfList(kind, newest.get(kind)?.entries ?? null, told[kind], theRegister)),
  );
  return changed;
}

/** A new list as an entry of the change log. */
export function changeOfList(
  kind: ListKind,
  before: readonly ListEntry[] | null,
  now: readonly ListEntry[],
  source: string,
) {
  return {
    act: 'took in a list of schools',
    about: { kind: 'school list', key: kind },
    aboutName: `schools of each ${kind}`,
    urn: null,
    from: before === null ? null : wordsOf(kind, before),
    to: `${wordsOf(kind, now)}, from ${source}`,
    why: null,
  } as const;
}

function wordsOf(kind: ListKind, entries: readonly ListEntry[]): string {
  const bodies = new Set(entries.map(({ name }) => name)).size;
  const schools = new Set(entries.map(({ urn }) => urn)).size;
  return `${schools} schools in ${bodies} ${bodies === 1 ? kind : kindsInWords[kind]}`;
}

const kindsInWords = {
  federation: 'federations',
  trust: 'trusts',
  diocese: 'dioceses',
  division: 'divisions',
} as const satisfies Record<ListKind, string>;
