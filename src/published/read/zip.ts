import { createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { getFileNameLowLevel, openPromise, validateFileName, type Entry, type ZipFile } from 'yauzl';

/** Most files in one packed file. A release has some dozens. */
const mostMembers = 500;

/** Most bytes that all of them may have, unpacked: ten times what government has ever published in one. */
const mostBytes = 4 * 1024 ** 3;

/** A table packs tenfold to a hundredfold; what packs better says nothing and would only fill the disk. */
const packedAtMost = 250;

/** Below this a ratio says nothing: a small file of blanks is small. */
const smallBytes = 10 * 1024 ** 2;

/** Why something in a packed file, or all of it, cannot be read. */
export interface Refusal {
  readonly what: string;
  readonly whatToDo: string;
}

/** A file in a packed file: unpacked for as long as it is read, or refused. */
export type Member =
  | { readonly name: string; readonly path: string; readonly refused: null }
  | { readonly name: string; readonly path: null; readonly refused: Refusal };

/** A packed file that was opened, with the entries that are files. */
export interface Zip {
  readonly file: ZipFile;
  readonly entries: readonly { readonly name: string; readonly entry: Entry }[];
}

const again = 'Download it again from its publisher.';

/** Whether a file begins as packed files do (and spreadsheets, which are packed files). */
export async function looksPacked(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && ['PK\u0003\u0004', 'PK\u0005\u0006'].includes(buffer.toString('latin1'));
  } finally {
    await file.close();
  }
}

/** Opens a packed file and reads its list, nothing else. Refuses what is broken, has too many files or unpacks to too much. */
export async function openZip(path: string): Promise<Zip | Refusal> {
  let file: ZipFile;
  const entries: { name: string; entry: Entry }[] = [];
  try {
    // Names are decoded and judged one by one below: one bad name is no reason to refuse the others.
    file = await openPromise(path, { decodeStrings: false, autoClose: false });
  } catch (error) {
    return broken(error);
  }
  try {
    if (file.entryCount > mostMembers) {
      throw new Refused(
        `It holds ${file.entryCount} files; more than ${mostMembers} are not read.`,
        'Unpack it, and import the files that are needed.',
      );
    }
    let bytes = 0;
    for await (const entry of file.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      bytes += entry.uncompressedSize;
      if (bytes > mostBytes)
        throw new Refused(
          'Unpacked it would have more than four gigabytes.',
          'Unpack it, and import the files that are needed.',
        );
      if (!name.endsWith('/')) entries.push({ name, entry });
    }
    return { file, entries };
  } catch (error) {
    file.close();
    return error instanceof Refused ? { what: error.message, whatToDo: error.whatToDo } : broken(error);
  }
}

class Refused extends Error {
  readonly whatToDo: string;
  constructor(what: string, whatToDo: string) {
    super(what);
    this.whatToDo = whatToDo;
  }
}

/** Whether it is the disk that failed, and not what is written on it. */
export function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^E[A-Z]+$/.test(error.code)
  );
}

function broken(error: unknown): Refusal {
  if (isOfTheDisk(error)) throw error;
  return { what: 'This packed file (zip) is broken: its list of files cannot be read.', whatToDo: again };
}

/** The bytes of an entry as they come; the stream fails when they are more, fewer or others than the list says. */
export async function* bytesOf(file: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  const stream = await file.openReadStreamPromise(entry);
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (sum >>> 0 !== entry.crc32 >>> 0) throw new Error('The bytes do not agree with their checksum.');
}

/**
 * The files in a packed file, one at a time: each is unpacked into `folder` under a name of ours, and gone when the next
 * is asked for. What cannot be read safely is refused by name; folders and hidden files are passed over, as on a disk.
 */
export async function* membersOf(zip: Zip, folder: string): AsyncGenerator<Member> {
  const seen = new Set<string>();
  for (const [index, { name, entry }] of zip.entries.entries()) {
    if (isHidden(name)) continue;
    const refused = refusalOf(name, entry, seen);
    seen.add(name);
    if (refused !== null) {
      yield { name: printable(name), path: null, refused };
      continue;
    }
    const path = join(folder, `member-${index}`);
    const failed = await unpack(zip.file, entry, path);
    yield failed === null
      ? { name: printable(name), path, refused: null }
      : { name: printable(name), path: null, refused: failed };
  }
}

/** What a Macintosh adds, and what begins with a dot. */
function isHidden(name: string): boolean {
  return name
    .split('/')
    .some((part) => (part.startsWith('.') && part !== '..' && part !== '.') || part === '__MACOSX');
}

/** Names come from outside: no control characters reach a screen. */
function printable(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');
}

const link = 0o120000;

function refusalOf(name: string, entry: Entry, seen: ReadonlySet<string>): Refusal | null {
  if (validateFileName(name) !== null || name.split('/').includes('..')) {
    return {
      what: 'Its name leads out of the folder it would be unpacked to.',
      whatToDo: 'Official files are not packed like that: download it from its publisher.',
    };
  }
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === link) {
    return { what: 'It is a link to another file, not a file.', whatToDo: 'Import the file it leads to.' };
  }
  if (seen.has(name)) {
    return {
      what: 'It is the second file of this name in the packed file; the first was read.',
      whatToDo: 'Unpack it, and import the one that is meant.',
    };
  }
  if (entry.isEncrypted()) {
    return {
      what: 'It is locked with a password.',
      whatToDo: 'Unpack it with the password, and import what is inside.',
    };
  }
  if (!entry.canDecodeFileData()) {
    return {
      what: 'It is packed in a way this version does not read.',
      whatToDo: 'Unpack it, and import what is inside.',
    };
  }
  if (packsTooWell(entry)) {
    return {
      what: `It would be ${packedAtMost} times its size or more when unpacked, as no official file is.`,
      whatToDo: again,
    };
  }
  return null;
}

/** Whether so many bytes are promised for so few that it can only be meant to fill the disk. */
export function packsTooWell(entry: Entry): boolean {
  return entry.uncompressedSize > smallBytes && entry.uncompressedSize > packedAtMost * entry.compressedSize;
}

async function unpack(file: ZipFile, entry: Entry, path: string): Promise<Refusal | null> {
  try {
    await pipeline(bytesOf(file, entry), createWriteStream(path));
    return null;
  } catch (error) {
    if (isOfTheDisk(error)) throw error;
    return { what: 'It is broken: what is packed is not what the list of files says.', whatToDo: again };
  }
}
