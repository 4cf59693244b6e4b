import { kindsOfRecord, recordKind } from '#/people/rules/record-kinds.ts';
import { somebody } from './everybody.fixture.ts';
import { readsRequest, requests } from './rows-of-correspondence.fixture.ts';
import {
  all,
  any,
  authority,
  inNameOf,
  knownToday,
  ofEachSchool,
  toSchool,
  type RowsOfTable,
} from './rows-tried.fixture.ts';

const nobodyAdds = { 'anything at all': { row: () => ({}), may: () => false } };
const theHead = somebody('headteacher', authority);
const theClerk = somebody('clerk', authority);

/** The logs, their chain, and how long they are kept. */
export const rowsOfLogs = {
  reading_log: {
    rows: { 'of another': { person: 'stranger', person_name: 'A stranger' } },
    read: (person) => all(person, 'read the reading log'),
    add: {
      ...inNameOf('person_name', {}, knownToday),
    },
  },
  change_log: {
    rows: {
      ...Object.fromEntries(
        kindsOfRecord.flatMap((kind) =>
          Object.entries(
            ofEachSchool((urn) => ({ about_kind: kind, urn, person: 'stranger', person_name: 'x' })),
          ).map(([school, row]) => [`${kind}, ${school}`, row] as const),
        ),
      ),
      'about the head': { about_kind: 'person', about_key: theHead.id, person: 'stranger', person_name: 'x' },
      ...Object.fromEntries(
        Object.entries(requests).map(([kind, { id, urn, level }]) => [
          `about a request, ${kind}`,
          {
            about_kind: 'request',
            about_key: id,
            urn: level === 'named people' ? null : urn,
            person: 'stranger',
            person_name: 'x',
          },
        ]),
      ),
      'by the clerk': { about_kind: 'request', person: theClerk.id, person_name: 'x' },
    },
    read: (person, row, everything) => {
      if (all(person, 'read the change log') || row['person'] === person.id) return true;
      if (row['about_kind'] === 'person' && row['about_key'] === person.id) return true;
      const { historyFor } = recordKind(row['about_kind'] as (typeof kindsOfRecord)[number]);
      if (typeof historyFor === 'string') return toSchool(person, historyFor, row['urn']);
      const about = everything(historyFor.rowsOf).find(({ id }) => id === row['about_key']);
      return readsRequest(person, about, everything);
    },
    add: {
      'what they did': { row: () => ({ about_kind: 'school' }), may: knownToday },
      'in another’s name': {
        row: () => ({ about_kind: 'school', person: 'stranger', person_name: 'x' }),
        may: () => false,
      },
    },
  },
  retention_rule: {
    rows: { 'any rule': { kind: 'reading log', months: 24, said_by_name: 'x' } },
    read: knownToday,
    add: {
      'a rule': {
        row: () => ({ kind: 'reading log', months: 24 }),
        may: (person) => all(person, 'keep the logs'),
      },
    },
  },
  retention_act: {
    rows: { 'any act': { number: 900 } },
    read: knownToday,
    add: nobodyAdds,
  },
  log_link: {
    rows: { 'any link': { position: 900_000, row_hash: 'a'.repeat(64), hash: 'b'.repeat(64) } },
    read: (person) => any(person, 'read the reading log', 'read the change log'),
    add: nobodyAdds,
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
