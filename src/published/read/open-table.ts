import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Unknown } from '#/published/recognise/recognise.ts';
import { examine, type Examined } from './examine.ts';
import { workbookAsCsv } from './workbook-as-csv.ts';
import { isWorkbook } from './workbook-parts.ts';
import { looksPacked, openZip, type Refusal } from './zip.ts';

/** A file that may be a table: its bytes examined, and where its rows are to be read. */
export interface Table {
  /** The file itself; for a spreadsheet the CSV file made of it. */
  readonly path: string;
  /** Identity and size are those of the file as given. */
  readonly examined: Examined;
  /** What a person should know of how it was read. */
  readonly notes: readonly string[];
  /** When a spreadsheet was last changed, by its own properties; ISO 8601. */
  readonly modifiedOn: string | null;
}

/** Opens a CSV file or a spreadsheet; `folder` takes what has to be written on the way. */
export async function openTable(path: string, folder: string): Promise<Table | Refusal | Unknown> {
  if (!(await looksPacked(path))) {
    return { path, examined: await examine(path), notes: [], modifiedOn: null };
  }
  const zip = await openZip(path);
  if ('what' in zip) return zip;
  try {
    if (!isWorkbook(zip)) {
      return {
        what: 'This is a packed file (zip) inside a packed file, or another kind of packed document.',
        whatToDo: 'Unpack it, and import the tables that are inside.',
      };
    }
    const target = join(folder, 'sheet.csv');
    const sheet = await workbookAsCsv(zip, target);
    if ('what' in sheet) return sheet;
    const { sha256, bytes } = await identify(path);
    return { path: target, examined: { ...(await examine(target)), sha256, bytes }, ...sheet };
  } finally {
    zip.file.close();
  }
}

async function identify(path: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), async (pieces: AsyncIterable<Buffer>) => {
    for await (const piece of pieces) {
      bytes += piece.length;
      hash.update(piece);
    }
  });
  return { sha256: hash.digest('hex'), bytes };
}
