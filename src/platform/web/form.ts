import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { KnownError } from '#/platform/errors.ts';

/** A file that came with a form. */
export interface UploadedFile {
  /** Name of the field. */
  readonly field: string;
  /** The name it had where it came from, without folders: fit to be a file's name here. */
  readonly name: string;
  /** Where it is until the form is answered. Whoever wants to keep it moves it. */
  readonly path: string;
  readonly bytes: number;
}

export interface Form {
  /** Every value of each field, in order. */
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly files: readonly UploadedFile[];
  /** Files that were sent and not taken, each with why. */
  readonly refused: readonly { readonly field: string; readonly name: string; readonly why: string }[];
}

/** How much one form may bring. */
export interface UploadLimits {
  readonly files: number;
  /** Of each file. */
  readonly bytes: number;
  /** Of all of them. */
  readonly bytesInAll: number;
}

const noUploads: UploadLimits = { files: 0, bytes: 0, bytesInAll: 0 };

/** More than a browser sends of any form here; the library stops a request that has more, before it fills memory. */
export const multipartLimits = { fieldNameSize: 200, fieldSize: 16_384, fields: 500, parts: 2000 };

/**
 * Reads a form as it arrives; files go to the disk a piece at a time, into a folder that is gone when `use` is done,
 * however it went, and also when the sender went away half-way.
 *
 * @param folder where uploads may stand, on the disk of the data folder
 */
export async function withForm<Answer>(
  request: FastifyRequest,
  limits: UploadLimits = noUploads,
  folder: string,
  use: (form: Form) => Promise<Answer>,
): Promise<Answer> {
  const plain = formIn(request);
  if (plain !== null) return use(plain);
  if (!request.isMultipart()) {
    throw new KnownError('usage', 'A form was expected.', ['Send the form of the page itself.']);
  }
  const own = join(folder, randomUUID());
  try {
    await mkdir(own, { recursive: true, mode: 0o700 });
    return await use(await readMultipart(request, limits, own));
  } catch (error) {
    throw explainUpload(error);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

/** More than this is let go unread of whoever is not signed in. */
const mostOfNobody = 100_000_000;

/** What was typed into a form that is not going to be done; of files only that there were some. `null` where it cannot be told. */
export async function typedInto(request: FastifyRequest): Promise<Form | null> {
  const form = formIn(request);
  if (form !== null) return form;
  const length = Number(request.headers['content-length'] ?? Infinity);
  if (!request.isMultipart() || length > mostOfNobody) return null;
  try {
    return await readMultipart(request, noUploads, '');
  } catch {
    return null;
  }
}

/** A form without files that came with a request; `null` where none did, or one that has files. */
export function formIn({ body }: Pick<FastifyRequest, 'body'>): Form | null {
  return body instanceof URLSearchParams ? formOf(body) : null;
}

/** A form without files. */
function formOf(body: URLSearchParams): Form {
  return { fields: valuesOf(body), files: [], refused: [] };
}

function valuesOf(pairs: Iterable<[string, string]>): Form['fields'] {
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) fields.set(name, [...(fields.get(name) ?? []), value]);
  return Object.fromEntries(fields);
}

async function readMultipart(request: FastifyRequest, limits: UploadLimits, folder: string): Promise<Form> {
  const pairs: [string, string][] = [];
  const files: UploadedFile[] = [];
  const refused: Form['refused'][number][] = [];
  let room = limits.bytesInAll;
  const options = { limits: { ...multipartLimits, fileSize: limits.bytes + 1 }, throwFileSizeLimit: false };
  try {
    for await (const part of request.parts(options)) {
      if (part.type === 'field') {
        pairs.push([part.fieldname, String(part.value)]);
        continue;
      }
      const name = plainFileName(part.filename);
      const taken = files.length < limits.files ? Math.min(limits.bytes, room) : -1;
      const path = join(folder, String(files.length + refused.length));
      const bytes = await save(part, path, taken);
      // A field for files that was left empty is sent as a file without name or content.
      if (part.filename === '' && bytes === 0) continue;
      if (taken === -1)
        refused.push({ field: part.fieldname, name, why: `only ${limits.files} files can be sent at once` });
      else if (bytes > taken)
        refused.push({ field: part.fieldname, name, why: tooLarge(limits, bytes > limits.bytes) });
      else {
        room -= bytes;
        files.push({ field: part.fieldname, name, path, bytes });
      }
    }
  } catch (error) {
    if (isOfTheDisk(error)) throw error;
    throw cutOff(error);
  }
  return { fields: valuesOf(pairs), files, refused };
}

/**
 * Writes what arrives, up to `most` bytes, and lets the rest go by, so that the sender can be answered.
 *
 * @returns how many bytes arrived; more than `most` when it was too large, and then nothing stays on the disk.
 */
async function save(part: MultipartFile, path: string, most: number): Promise<number> {
  let bytes = 0;
  let trouble: unknown = null;
  const output: FileHandle | null = most < 0 ? null : await open(path, 'wx', 0o600);
  try {
    for await (const chunk of part.file as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (output === null || bytes > most || trouble !== null) continue;
      try {
        await output.writeFile(chunk);
      } catch (error) {
        trouble = error;
      }
    }
    if (part.file.truncated) bytes += 1;
  } finally {
    await output?.close();
    if (bytes > most || trouble !== null) await rm(path, { force: true });
  }
  if (trouble !== null) throw trouble instanceof Error ? trouble : new Error('A file could not be written');
  return bytes;
}

function tooLarge(limits: UploadLimits, alone: boolean): string {
  return alone
    ? `it is larger than ${megabytes(limits.bytes)}`
    : `together the files are larger than ${megabytes(limits.bytesInAll)}`;
}

function megabytes(bytes: number): string {
  return bytes >= 1e9 ? `${bytes / 1e9} gigabytes` : `${bytes / 1e6} megabytes`;
}

/** A name without folders, control characters or a leading dot, and short enough for any disk. */
function plainFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').replace(/^\.+/, '');
  const dot = plain.lastIndexOf('.');
  const ending = dot > 0 ? plain.slice(dot).slice(0, 12) : '';
  return `${plain.slice(0, dot > 0 ? dot : undefined).slice(0, 80)}${ending}` || 'file';
}

function isOfTheDisk(error: unknown): boolean {
  return (
    error instanceof Error && 'syscall' in error && (error.syscall === 'open' || error.syscall === 'write')
  );
}

function cutOff(cause: unknown): KnownError {
  return new KnownError(
    'upload-cut-off',
    'The upload ended before all of it had arrived. Nothing of it was kept.',
    ['Send the form again.'],
    { cause },
  );
}

function explainUpload(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new KnownError(
    'disk-full',
    'There is no room left on the disk for this upload. Nothing of it was kept.',
    ['Make room on the disk that holds the data folder, then send the form again.'],
    { cause: error },
  );
}
