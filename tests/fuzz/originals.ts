import { existsSync, openSync, readSync, closeSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { demonstrationFiles } from '../../demonstration/generate.ts';
import { readRecords } from '#/published/read/records.ts';
import { sharedData } from '../figures/published.fixture.ts';

/** The top of a file in an official layout: cells by row, the header among them. */
export interface Original {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
}

const rowsTaken = 16;

/** Every official layout as the demonstration writes it, with all its columns; and the real files where they are. */
export function originals(withReal: boolean): readonly [Original, ...Original[]] {
  const invented = [...demonstrationFiles()].map(({ name, bytes }) =>
    original(name, bytes.subarray(0, 400_000)),
  );
  const real = withReal && sharedData !== null ? realFiles(sharedData) : [];
  const [first, ...others] = [...invented, ...real];
  if (first === undefined) throw new Error('The demonstration has no files.');
  return [first, ...others];
}

function realFiles(folder: string): readonly Original[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => original(name, headOf(join(folder, name))));
}

function headOf(path: string): Buffer {
  if (!existsSync(path)) return Buffer.alloc(0);
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(400_000);
    return buffer.subarray(0, readSync(file, buffer));
  } finally {
    closeSync(file);
  }
}

function original(name: string, head: Buffer): Original {
  const utf8 = head.subarray(0, 3).equals(Buffer.from('\uFEFF'));
  const rows: (readonly string[])[] = [];
  for (const { fields } of readRecords(new TextDecoder(utf8 ? 'utf-8' : 'windows-1252').decode(head))) {
    rows.push(fields);
    if (rows.length > rowsTaken) break;
  }
  return { name, rows };
}
