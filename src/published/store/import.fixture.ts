import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { importFiles, type ImportReport } from '#/published/actions/import-files.ts';
import { spellings } from '#/published/layout.ts';
import { layouts } from '#/published/layouts.ts';
import { knownColumns } from '#/published/recognise/known-columns.ts';
import type { Stated } from './import-one.ts';
import { openPublishedStore } from './open.ts';
import type { PublishedStore } from './published-store.ts';

export const silent: Terminal = {
  json: false,
  interactive: false,
  line: () => undefined,
  table: () => undefined,
  progress: () => ({ advance: () => undefined, done: () => undefined }),
  document: () => undefined,
};

/** The columns of a layout in its publisher's spelling, each once. */
export function headerOf(layoutId: string): readonly string[] {
  const layout = layouts.find((each) => each.id === layoutId);
  if (layout === undefined) throw new Error(`There is no layout ${layoutId}.`);
  return [...new Set(knownColumns(layout).map((column) => spellings(column)[0] ?? ''))];
}

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A CSV file: each row names the cells it fills, the rest hold `blank`. */
export function csv(
  header: readonly string[],
  rows: readonly Readonly<Record<string, string>>[],
  blank = '',
): string {
  const lines = rows.map((row) => header.map((name) => cell(row[name] ?? blank)).join(','));
  return `${[header.map(cell).join(','), ...lines].join('\r\n')}\r\n`;
}

/** A school in the management information of 2022 to 2025, never inspected unless `more` says so. */
export function schoolRow(urn: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    URN: urn,
    LAESTAB: `926${urn.slice(2)}`,
    'School name': `School ${urn}`,
    'Ofsted phase': 'Primary',
    'Type of education': 'Community School',
    'Local authority': 'Norfolk',
    Region: 'East of England',
    'Total number of pupils': '210',
    ...more,
  };
}

/** A graded inspection, as the block of the latest one tells it. */
export function latestGraded(number: string, urn: string, start: string, published: string, overall: string) {
  return {
    'Inspection number of latest graded inspection': number,
    'Inspection start date': start,
    'Publication date': published,
    'URN at time of latest graded inspection': urn,
    'Overall effectiveness': overall,
  };
}

export function previousGraded(
  number: string,
  urn: string,
  start: string,
  published: string,
  overall: string,
) {
  return {
    'Previous graded inspection number': number,
    'Previous inspection start date': start,
    'Previous publication date': published,
    'URN at time of previous graded inspection': urn,
    'Previous graded inspection overall effectiveness': overall,
  };
}

/** The management information of 2022 to 2025 with these schools; `NULL` where nothing is said, as Ofsted writes it. */
export function managementInformation(rows: readonly Readonly<Record<string, string>>[]): string {
  return csv(headerOf('ofsted-mi-2022'), rows, 'NULL');
}

/** A data folder of its own, files to import into it and the store that comes of them. */
export async function workshop(): Promise<{
  readonly dataFolder: string;
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly bringIn: (paths: readonly string[], stated?: Stated) => Promise<ImportReport>;
  readonly store: () => Promise<PublishedStore>;
  readonly remove: () => Promise<void>;
}> {
  const root = await mkdtemp(join(tmpdir(), 'middletier-published-'));
  const dataFolder = join(root, 'data');
  const opened: PublishedStore[] = [];
  return {
    dataFolder,
    write: async (name, content) => {
      const path = join(root, name);
      await writeFile(path, content);
      return path;
    },
    bringIn: (paths, stated = {}) =>
      importFiles({ dataFolder, paths, stated, now: () => '2026-11-20T12:00:00.000Z', terminal: silent }),
    store: async () => {
      const store = await openPublishedStore(dataFolder);
      opened.push(store);
      return store;
    },
    remove: async () => {
      for (const store of opened) store.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
