import type { Permission } from './decision-table.ts';
import { rowsFor } from './row-conditions.ts';

interface RecordKind {
  /** One of them, in the words of the profession. */
  readonly words: string;
  /**
   * Whoever has this permission for the entry’s school, or for all schools, reads what became of such a record beside it;
   * `rowsOf`: whoever reads the record itself does, which is the row `q` of that table whose `id` is the key; with `where`, if
   * that holds of the row.
   */
  readonly historyFor: Permission | { readonly rowsOf: string; readonly where?: string };
}

/** What an entry of the change log can be about. The key is that of the record whose page shows what became of it. */
export const recordKinds = {
  person: { words: 'person', historyFor: 'read who has access' },
  'school list': { words: 'list of schools', historyFor: 'read who has access' },
  analysis: { words: 'analysis', historyFor: 'run an analysis' },
  forecast: { words: 'forecast', historyFor: 'make a forecast' },
  'forecast choice': { words: 'choice of what forecasts use', historyFor: 'read published data' },
  expectation: { words: 'expectation of an officer', historyFor: 'read expectations' },
  'share aimed at': { words: 'share of schools aimed at', historyFor: 'read the trajectory' },
  scheme: { words: 'scheme of categories', historyFor: 'read published data' },
  adviser: { words: 'what an officer or partner brings', historyFor: 'read the allocation' },
  'declared interest': {
    words: 'interest of an officer or partner in a school',
    historyFor: 'read declared interests',
  },
  'view of a partner': {
    words: 'view of a school on its challenge partner',
    historyFor: 'read views of partners',
  },
  'supplied file': { words: 'file of a service of the authority', historyFor: 'read supplied files' },
  school: { words: 'school', historyFor: 'read the school’s own page' },
  'category told': { words: 'category told to a school', historyFor: 'read the correspondence' },
  'round of categories': { words: 'round of categories', historyFor: 'read what is decided' },
  'category decided': { words: 'decision on a category', historyFor: 'read what is decided' },
  'what is told of all schools': { words: 'what is told of all schools', historyFor: 'read the summary' },
  paper: {
    words: 'note, plan or other paper',
    // Only those whose paper it is: what they did before they shared it is not the other side’s to know. What became of it
    // since stands on the paper’s page, in its steps.
    historyFor: {
      rowsOf: 'paper',
      where: `(q.side = 'authority' and ${rowsFor('read papers', { urn: 'q.urn' })})
        or (q.side = 'school' and ${rowsFor('read the school’s papers', { urn: 'q.urn' })})`,
    },
  },
  intelligence: {
    words: 'entry of the intelligence register',
    historyFor: { rowsOf: 'intelligence' },
  },
  request: { words: 'request to a school', historyFor: { rowsOf: 'school_request' } },
  'retention rule': { words: 'rule of how long records are kept', historyFor: 'keep the logs' },
} as const satisfies Readonly<Record<string, RecordKind>>;

export type KindOfRecord = keyof typeof recordKinds;

export const kindsOfRecord = Object.keys(recordKinds) as readonly KindOfRecord[];

/** What a kind is called, and who reads its history. */
export function recordKind(kind: KindOfRecord): RecordKind {
  return recordKinds[kind];
}
