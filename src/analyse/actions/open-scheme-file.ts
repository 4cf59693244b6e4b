import { readFile } from 'node:fs/promises';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { SchemeFileProblem } from '#/law/read-scheme.ts';
import { readSchemeExample } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import { checkSchemeText, type CheckedScheme } from './read-scheme-file.ts';

/**
 * The text of a scheme's file, in whichever way an editor may have saved it.
 *
 * @throws KnownError for a file that cannot be read, and for one that is no text, such as a spreadsheet
 */
export async function readSchemeText(path: string): Promise<string> {
  const text = decoded(await bytesOf(path));
  if (!text.includes('\0')) return text;
  throw new KnownError(
    'scheme-invalid',
    'The file is not text: a scheme is written as JSON, not kept in a spreadsheet or a document.',
    ['Begin with the example: npx middletier scheme --example'],
  );
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new KnownError(
      'file-unreadable',
      `The file ${path} cannot be read.`,
      ['Check the name and that you may read it. An example to begin with: npx middletier scheme --example'],
      { cause: error },
    );
  }
}

/** UTF-8, UTF-16 where the file begins by saying so, otherwise the letters of an older Windows. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A scheme of one's own to begin with, every field explained. */
export function schemeExample(): string {
  return readSchemeExample();
}

/**
 * The scheme a person means by a file, or by the name of one there is.
 *
 * @throws KnownError with everything wrong with the file, each with its line
 */
export async function schemeMeant(
  parts: Pick<Parts, 'reference'>,
  fileOrName: string,
): Promise<Pick<CheckedScheme, 'cautions'> & { readonly scheme: Scheme }> {
  const ours = parts.reference().schemes.find(({ id }) => id === fileOrName);
  if (ours !== undefined) return { scheme: ours, cautions: [] };
  const { scheme, problems, cautions } = checkSchemeText(parts, await readSchemeText(fileOrName));
  if (scheme !== null) return { scheme, cautions };
  throw new KnownError(
    'scheme-invalid',
    [`The scheme in ${fileOrName} cannot be used:`, ...problems.map(problemInWords)].join('\n'),
    ['Change the lines named, then check again: npx middletier scheme check FILE'],
  );
}

/** `line 212, rules › 3 › category: there is no category “X”`. */
export function problemInWords({ line, where, words }: SchemeFileProblem): string {
  return `line ${line}${where === '' ? '' : `, ${where}`}: ${words}`;
}
