import type { ChangeEntry, LogRead, ReadingEntry } from '#/people/actions/read-logs.ts';
import { mostEntries } from '#/people/actions/read-logs.ts';
import { changeInWords, readingInWords } from '#/people/actions/log-words.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import type { ExportColumn } from '#/platform/exports/table.ts';
import { count, momentInWords, plural } from '#/platform/web/words.ts';
import { searchInWords, type LogRequest } from './log-request.ts';

type Entry = ReadingEntry | ChangeEntry;

const common = <One extends Entry>(): readonly ExportColumn<One>[] => [
  { heading: 'Entry', value: ({ number }) => number },
  { heading: 'When (UTC)', value: ({ at }) => at, width: 26 },
  { heading: 'When (London)', value: ({ at }) => momentInWords(at), width: 28 },
  { heading: 'Person', value: ({ personName }) => personName, width: 26 },
  { heading: 'Identity', value: ({ person }) => person, width: 38 },
];

/** Readings as searched, as a table with the sentence of each. */
export function readingsDownload(read: LogRead<ReadingEntry>, request: LogRequest): Download {
  const columns: readonly ExportColumn<ReadingEntry>[] = [
    ...common<ReadingEntry>(),
    { heading: 'What was read', value: ({ event }) => event, width: 26 },
    { heading: 'URN', value: ({ urn }) => urn },
    {
      heading: 'School',
      value: ({ urn }) => (urn === null ? null : (read.schools.get(urn) ?? null)),
      width: 32,
    },
    { heading: 'Page or command', value: ({ path }) => path, width: 48 },
    { heading: 'In words', value: (entry) => readingInWords(entry, read.schools), width: 60 },
  ];
  return {
    name: `reading-log-${read.authority.slug}`,
    tables: [cellsOf({ name: 'Readings', columns, rows: read.entries, blank: 'none' })],
    notes: notesOf('Who read what in confidence', read, request, 'reading'),
  };
}

/** Changes as searched, as a table with the sentence of each. */
export function changesDownload(read: LogRead<ChangeEntry>, request: LogRequest): Download {
  const columns: readonly ExportColumn<ChangeEntry>[] = [
    ...common<ChangeEntry>(),
    { heading: 'What was done', value: ({ act }) => act, width: 26 },
    { heading: 'Kind of record', value: ({ about }) => about.kind, width: 20 },
    { heading: 'Record', value: ({ aboutName }) => aboutName, width: 36 },
    { heading: 'URN', value: ({ urn }) => urn },
    { heading: 'From', value: ({ from }) => from, width: 30 },
    { heading: 'To', value: ({ to }) => to, width: 40 },
    { heading: 'Why', value: ({ why }) => why, width: 40 },
    { heading: 'In words', value: changeInWords, width: 60 },
  ];
  return {
    name: `change-log-${read.authority.slug}`,
    tables: [cellsOf({ name: 'Changes', columns, rows: read.entries, blank: 'none' })],
    notes: notesOf('What was changed, by whom and why', read, request, 'changes'),
  };
}

function notesOf(
  title: string,
  { authority, entries, total, head, problems }: LogRead<Entry>,
  { search }: LogRequest,
  log: 'reading' | 'changes',
): Download['notes'] {
  const one = log === 'reading' ? 'reading' : 'change';
  const left = total - entries.length;
  return {
    title: `${title}: ${authority.name}`,
    about: [
      ...(authority.invented ? [`Invented data: ${authority.name} does not exist.`] : []),
      searchInWords(search),
      ...problems.map(({ text }) => `Nothing was looked for: ${text}.`),
      `${plural(total, one)} found, newest first.`,
      'In confidence: it names people. Look at each entry before it leaves the authority.',
      head === null
        ? 'Nothing was ever logged.'
        : `When this was taken out, the log had ${count(head.position)} entries, let go ones counted, and its last link was ${log}:${head.position}:${head.hash}. The command “npx middletier logs check --expect” tells whether the log is still the same.`,
    ],
    suppression:
      left === 0
        ? []
        : [
            `${plural(left, 'entry is', 'entries are')} left out: a file has ${count(mostEntries)} at most. Ask by dates.`,
          ],
    sources: [],
  };
}
