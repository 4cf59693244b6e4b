import { levelNames, type Level } from '#/people/rules/levels.ts';
import type { Permission, Person } from '#/people/rules/permissions.ts';
import { schools, somebody } from './everybody.fixture.ts';
import {
  authority,
  forEachSchool,
  inNameOf,
  ofEachSchool,
  toSchool,
  type Everything,
  type Row,
  type RowsOfTable,
} from './rows-tried.fixture.ts';

const reads: Readonly<Record<Exclude<Level, 'named people'>, Permission>> = {
  public: 'read published data',
  members: 'read concerns',
  'school and authority': 'read the correspondence',
  authority: 'read officers’ notes',
};
const levels = levelNames.filter((level) => level !== 'public' && level !== 'members');
const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const named = somebody('analyst', authority);
/** A finance officer tells, and reads nothing that others told. */
const teller = somebody('data officer', authority);
const shared = { kind: 'finance', basis: 'told', known_on: '2019-01-01', holds_until: '2020-01-01' };

/** An entry of each level about each school; those for named people name the analyst. And what a data officer told. */
const entries = {
  ...Object.fromEntries(
    levels.flatMap((level, index) =>
      Object.entries(
        ofEachSchool((urn, at) => ({ ...shared, id: uuid(10 * index + at), urn, level, told_by: 'test' })),
      ).map(([kind, row]) => [`${level}, ${kind}`, row] as const),
    ),
  ),
  ...Object.fromEntries(
    levels.map((level, index) => [
      `${level}, told by a data officer`,
      { ...shared, id: uuid(100 + index), urn: schools.other, level, told_by: teller.id },
    ]),
  ),
} as const satisfies Readonly<Record<string, Row>>;

/** Whether somebody knows of an entry: by its level, or because they told it and may still tell. */
function readsEntry(person: Person, entry: Row | undefined, everything: Everything): boolean {
  if (entry === undefined) return false;
  const own = entry['told_by'] === person.id;
  if (own && toSchool(person, 'tell of intelligence', entry['urn'])) return true;
  const level = entry['level'] as Level;
  if (level !== 'named people') return toSchool(person, reads[level], entry['urn']);
  const isNamed = everything('intelligence_reader').some(
    (one) => one['entry'] === entry['id'] && one['person'] === person.id,
  );
  return (own || isNamed) && toSchool(person, reads['school and authority'], entry['urn']);
}

const entryOf = (row: Row, everything: Everything): Row | undefined =>
  everything('intelligence').find(({ id }) => id === row['entry']);
const all: readonly (readonly [string, Row])[] = Object.entries(entries);
const idOf = (what: string): Row[string] => all.find(([name]) => name === what)?.[1]['id'];

/** What services told of schools. */
export const rowsOfIntelligence = {
  intelligence: {
    rows: entries,
    read: readsEntry,
    add: {
      ...forEachSchool(
        (urn, { name }) => ({ ...shared, id: uuid(800), urn, level: 'authority', told_by_name: name }),
        (person, urn) => toSchool(person, 'tell of intelligence', urn),
      ),
      ...inNameOf(
        'told_by_name',
        { ...shared, id: uuid(801), urn: schools.own, level: 'named people' },
        (person) => toSchool(person, 'tell of intelligence', schools.own),
      ),
    },
  },
  intelligence_reader: {
    rows: Object.fromEntries(
      all
        .filter(([, { level }]) => level === 'named people')
        .map(([kind, { id }]) => [kind, { entry: id, person: named.id }]),
    ),
    read: (person, row, everything) => readsEntry(person, entryOf(row, everything), everything),
    add: {
      'to what another told': {
        row: ({ id }) => ({ entry: idOf('named people, of a school: own'), person: id }),
        may: () => false,
      },
    },
  },
  intelligence_step: {
    rows: Object.fromEntries(all.map(([kind, { id }]) => [kind, { entry: id, act: 'looked at' }])),
    read: (person, row, everything) => readsEntry(person, entryOf(row, everything), everything),
    add: {
      ...inNameOf(
        'taken_by_name',
        { entry: idOf('school and authority, of a school: own'), act: 'looked at' },
        (person) =>
          toSchool(person, 'tell of intelligence', schools.own) &&
          toSchool(person, 'read the correspondence', schools.own),
      ),
      'to what only named people know': {
        row: ({ name }) => ({
          ...{ entry: idOf('named people, of a school: own'), act: 'looked at' },
          taken_by_name: name,
        }),
        may: (person) => person.id === named.id,
      },
    },
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
