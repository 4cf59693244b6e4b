import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workshop } from '#/published/store/import.fixture.ts';
import { chanceOf } from './chance.ts';
import { packedCase } from './packed.ts';
import type { Original } from './originals.ts';
import { checkConserved, checkFacts, type Tried } from './try-cases.ts';

const casesPerStore = 12;

/**
 * Tries packed files and spreadsheets from a number on, until told to stop. Throws at the first that crashes, whose files
 * do not each have an answer, that loses a row without a reason, or that writes anywhere it should not.
 */
export async function tryPacked(
  from: number,
  originals: readonly [Original, ...Original[]],
  goOn: (tried: Tried) => boolean,
): Promise<Tried> {
  const tried: Tried = { cases: 0, imported: 0, setAside: 0, rowsRead: 0, rowsSetAside: 0 };
  while (goOn(tried)) {
    const work = await workshop();
    try {
      for (let cases = 0; cases < casesPerStore && goOn(tried); cases += 1)
        await tryOne(work, from + tried.cases, originals, tried);
    } finally {
      await work.remove();
    }
  }
  return tried;
}

async function tryOne(
  work: Awaited<ReturnType<typeof workshop>>,
  number: number,
  originals: readonly [Original, ...Original[]],
  tried: Tried,
): Promise<void> {
  const told = `packed case ${number}`;
  const { name, bytes, members } = packedCase(originals, chanceOf(number));
  const path = await work.write(`${number}-${name}`, bytes);
  const beside = async () => (await readdir(dirname(path))).filter((each) => each !== 'data').sort();
  const before = await beside();
  const { files } = await work.bringIn([path]).catch((error: unknown) => {
    throw new Error(`An import crashed: ${told}.`, { cause: error });
  });
  assert.ok(files.length >= Math.max(1, members ?? 1), `${told}: ${files.length} answers`);
  for (const file of files) checkConserved(file, told, tried);
  assert.deepEqual(await beside(), before, `${told}: nothing is written beside the file`);
  if (files.some(({ outcome }) => outcome === 'imported')) await checkFacts(work.dataFolder, told);
  tried.cases += 1;
}

/** Writes a case out, to be looked at. */
export async function writePacked(
  number: number,
  originals: readonly [Original, ...Original[]],
  folder: string,
): Promise<string> {
  const { name, bytes } = packedCase(originals, chanceOf(number));
  const path = join(folder, `case-${number}-${name}`);
  await writeFile(path, bytes);
  return path;
}
