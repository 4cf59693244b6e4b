import { demonstrationFiles } from './generate.ts';

/** One file of the demonstration, read back: rows by column name, short rows without the columns they lack. */
export interface ReadFile {
  readonly header: readonly string[];
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Every file of the demonstration by name, made and read once a test run. */
export function readDemonstration(): ReadonlyMap<string, ReadFile> {
  return new Map([...demonstrationFiles()].map(({ name, bytes }) => [name, readCsv(textOf(bytes))]));
}

export function fileNamed(files: ReadonlyMap<string, ReadFile>, name: string): ReadFile {
  const file = files.get(name);
  if (file === undefined) throw new Error(`The demonstration has no file ${name}.`);
  return file;
}

/** UTF-8 where it says so at its start, otherwise Windows-1252, as the publishers do. */
function textOf(bytes: Buffer): string {
  const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb;
  return new TextDecoder(utf8 ? 'utf-8' : 'windows-1252').decode(bytes);
}

export function readCsv(text: string): ReadFile {
  const [header = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map(cellsOf);
  return {
    header,
    rows: rows.map((cells) => Object.fromEntries(cells.map((cell, index) => [header[index] ?? '', cell]))),
  };
}

function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
