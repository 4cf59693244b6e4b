import { logChange } from '#/people/records/change-log.ts';
import { addSchoolList, type SchoolList } from '#/people/records/school-lists.ts';
import { readDivisions, type DivisionsRead } from '#/people/rules/division-list.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { sameList } from '#/people/rules/school-lists.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { changeOfList } from './refresh-school-lists.ts';
import { withPeople, type PeopleParts } from './people-context.ts';
import { readList, type ColumnOfList, type ListGiven } from './read-list.ts';

const columns: readonly ColumnOfList<'school' | 'division'>[] = [
  {
    field: 'school',
    heading: 'URN',
    meaning: 'URN or name of the school',
    needed: true,
    also: ['school', 'school urn'],
  },
  {
    field: 'division',
    heading: 'Division',
    meaning: 'The electoral division it lies in',
    needed: true,
    also: ['electoral division', 'division name'],
  },
];

export interface DivisionsImport extends DivisionsRead {
  readonly authority: AuthorityInStore;
  /** There is a new list; not where anything was wrong, nothing was to be kept, or it said what the last one says. */
  readonly applied: boolean;
  readonly sameAsBefore: boolean;
}

/**
 * Takes in the authority's own list of which school lies in which electoral division: by it an elected member sees the
 * schools of concern of theirs. All of it, or nothing where anything is wrong; lists before stay.
 *
 * @param request `source`: who gave it, in words
 */
export async function importDivisions(
  parts: PeopleParts,
  person: Person,
  request: ListGiven & {
    readonly authority: string | undefined;
    readonly source: string;
    readonly check?: boolean;
  },
): Promise<DivisionsImport> {
  const rows = (await readList(request, columns)).map(({ row, cells }) => ({ row, ...cells }));
  const asked = { authority: request.authority, permission: 'manage people', changes: true } as const;
  return withPeople(parts, person, asked, async (context, transaction) => {
    const read = readDivisions(rows, context.schools);
    const before = context.lists.get('division')?.entries ?? null;
    const sameAsBefore = before !== null && sameList(before, read.entries);
    const applied = read.problems.length === 0 && !sameAsBefore && request.check !== true;
    if (applied) {
      const source = request.source.trim() === '' ? 'a list of the authority' : request.source.trim();
      await addSchoolList(transaction, {
        kind: 'division',
        source,
        entries: read.entries,
        saidByName: person.name,
      });
      await logChange(transaction, changeOfList('division', before, read.entries, source));
    }
    return { ...read, authority: context.authority, applied, sameAsBefore };
  });
}

/** Every open school with its division as the newest list says. */
export interface DivisionsToBegin {
  readonly authority: AuthorityInStore;
  /** `null`: nobody has given one. */
  readonly list: Pick<SchoolList, 'source' | 'saidAt' | 'saidByName'> | null;
  /** `division` is '' where the list says none; `ward`: of the register, which is not the division of a county. */
  readonly rows: readonly {
    readonly urn: string;
    readonly name: string;
    readonly division: string;
    readonly ward: string;
  }[];
}

/** What a list of divisions is begun with. */
export async function divisionsToBegin(
  parts: PeopleParts,
  person: Person,
  authority: string | undefined,
): Promise<DivisionsToBegin> {
  return withPeople(parts, person, { authority, permission: 'manage people' }, (context) => {
    const list = context.lists.get('division') ?? null;
    const known = new Map(list?.entries.map(({ urn, name }) => [urn, name]));
    const rows = context.schools
      .filter(({ status }) => status.startsWith('open'))
      .map(({ urn, name, ward }) => ({
        urn,
        name,
        division: known.get(urn) ?? '',
        ward: ward ?? 'not in the register',
      }));
    return Promise.resolve({ authority: context.authority, list, rows });
  });
}
