import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isUtf8 } from 'node:buffer';
import { readRecords } from '#/published/read/records.ts';
import { recognise } from '#/published/recognise/recognise.ts';
import type { FileReport } from '#/published/actions/import-files.ts';
import { workshop } from '#/published/store/import.fixture.ts';
import { readPointer, storeFolder } from '#/published/store/generations.ts';
import { openReader } from '#/published/store/open.ts';
import { readRows } from '#/published/store/read-rows.ts';
import { chanceOf } from './chance.ts';
import { mutated } from './mutate.ts';
import type { Original } from './originals.ts';

/** What became of the cases tried. */
export interface Tried {
  cases: number;
  imported: number;
  setAside: number;
  rowsRead: number;
  rowsSetAside: number;
}

const filesAtOnce = 8;
const importsPerStore = 6;

/**
 * Tries cases from a number on, until told to stop: each is a mutated file, imported with others as a person would.
 * Throws at the first that crashes, loses a row without a reason, or changes the store although it was set aside.
 */
export async function tryCases(
  from: number,
  originals: readonly [Original, ...Original[]],
  goOn: (tried: Tried) => boolean,
): Promise<Tried> {
  const tried: Tried = { cases: 0, imported: 0, setAside: 0, rowsRead: 0, rowsSetAside: 0 };
  let number = from;
  while (goOn(tried)) {
    const work = await workshop();
    try {
      for (let imports = 0; imports < importsPerStore && goOn(tried); imports += 1) {
        await tryImport(work, number, originals, tried);
        number += filesAtOnce;
      }
    } finally {
      await work.remove();
    }
  }
  return tried;
}

async function tryImport(
  work: Awaited<ReturnType<typeof workshop>>,
  first: number,
  originals: readonly [Original, ...Original[]],
  tried: Tried,
): Promise<void> {
  const numbers = Array.from({ length: filesAtOnce }, (_, index) => first + index);
  const files = numbers.map((number) => {
    const chance = chanceOf(number);
    return { number, bytes: mutated(chance.oneOf(originals), chance) };
  });
  const paths = await Promise.all(files.map(({ number, bytes }) => work.write(`${number}.csv`, bytes)));
  const folder = storeFolder(work.dataFolder);
  const store = await work.store();
  const before = { pointer: readPointer(folder), sources: await store.sources() };
  const told = `cases ${first} to ${first + filesAtOnce - 1}`;
  const report = await work.bringIn(paths).catch((error: unknown) => {
    throw new Error(`An import crashed: ${told}.`, { cause: error });
  });
  assert.equal(report.files.length, files.length, told);
  for (const [index, file] of report.files.entries()) {
    const path = paths.indexOf(file.path);
    checkFile(file, files[path]?.bytes ?? Buffer.alloc(0), `case ${numbers[path]} (file ${index})`, tried);
  }
  const imported = report.files.flatMap((file) => (file.outcome === 'imported' ? [file.source] : []));
  if (imported.length === 0) {
    assert.deepEqual(
      readPointer(folder),
      before.pointer,
      `${told}: nothing was imported, and yet the store changed`,
    );
  }
  const ids = (sources: readonly { readonly id: string }[]) =>
    [...new Set(sources.map(({ id }) => id))].sort();
  assert.deepEqual(ids(await store.sources()), ids([...before.sources, ...imported]), told);
  await checkFacts(work.dataFolder, told);
  await store.evidence({ asAt: '2026-11-20', includeClosed: true });
}

function checkFile(file: FileReport, bytes: Buffer, told: string, tried: Tried): void {
  tried.cases += 1;
  checkConserved(file, told, tried);
  if (file.outcome !== 'set aside')
    assert.equal(file.source.rowsRead, rowsOf(bytes), `${told}: rows read are the rows of the file`);
}

/** A file is set aside with a reason, or every row of it is kept or set aside with one. */
export function checkConserved(file: FileReport, told: string, tried: Tried): void {
  if (file.outcome === 'set aside') {
    tried.setAside += 1;
    assert.ok(file.what.length > 10 && file.whatToDo.length > 10, `${told}: set aside without a reason`);
    return;
  }
  tried.imported += 1;
  const { source } = file;
  const aside = source.setAside.reduce((sum, each) => sum + each.rows, 0);
  tried.rowsRead += source.rowsRead;
  tried.rowsSetAside += aside;
  assert.equal(source.rowsRead, source.rowsKept + aside, `${told}: rows in = rows kept + rows set aside`);
  assert.ok(
    source.setAside.every(({ reason, rows }) => reason !== '' && rows > 0),
    told,
  );
}

/** Rows below the header by the letter of the format, blank lines left out. */
function rowsOf(bytes: Buffer): number {
  const text = new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'windows-1252').decode(bytes);
  const recognised = recognise(text);
  assert.ok('layout' in recognised);
  let rows = 0;
  for (const { row, blank } of readRecords(text)) if (row > recognised.headerRow && !blank) rows += 1;
  return rows;
}

/** Every row that was kept is there: one fact or more for each, and none of a file that is not in the store. */
export async function checkFacts(dataFolder: string, told: string): Promise<void> {
  const reader = openReader(dataFolder);
  try {
    const wrong = await reader.read((connection) =>
      readRows(
        connection,
        `with fact as (
  select source, row_ from register union select source, row_ from inspection_told union select source, row_ from link
  union select source, row_ from value union select source, row_ from aggregate
), counted as (select source, count(*)::integer as rows_ from fact group by 1)
select coalesce(s.id, c.source), s.rows_kept, c.rows_ from source s full join counted c on c.source = s.id
where s.id is null or coalesce(c.rows_, 0) > s.rows_kept or (coalesce(c.rows_, 0) < s.rows_kept and s.layout <> 'compiled-inspections')`,
      ),
    );
    assert.deepEqual(wrong ?? [], [], `${told}: rows kept are rows with facts`);
  } finally {
    reader.close();
  }
}

/** Writes a case out, to be looked at. */
export async function writeCase(
  number: number,
  originals: readonly [Original, ...Original[]],
  folder: string,
): Promise<string> {
  const chance = chanceOf(number);
  const path = join(folder, `case-${number}.csv`);
  await writeFile(path, mutated(chance.oneOf(originals), chance));
  return path;
}
