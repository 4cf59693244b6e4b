import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { KnownError } from '#/platform/errors.ts';
import { isSuppliedItem, items } from '#/schools/rules/supplied-items.ts';
import { schoolKeys, type SuppliedMapping } from '#/schools/rules/supplied-mapping.ts';

const name = z.string().trim().min(1).max(200);

const mapping = z.strictObject({
  title: name,
  school: z.strictObject({ column: name, by: z.enum(schoolKeys) }),
  dateColumn: name.nullable(),
  items: z
    .array(z.strictObject({ column: name, item: z.string().refine(isSuppliedItem, 'is no item') }))
    .min(1),
});

/** Reads what the columns of an own layout mean from a JSON file. Throws a `KnownError` that names everything wrong with it. */
export async function readMapping(path: string): Promise<SuppliedMapping> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new KnownError('file-unreadable', `“${path}” cannot be read.`, ['Give a file that exists.'], {
      cause,
    });
  }
  const result = mapping.safeParse(jsonOf(text));
  if (result.success) return result.data;
  throw new KnownError(
    'file-unreadable',
    `“${path}” does not describe columns:\n${result.error.issues.map(issueInWords).join('\n')}`,
    ['See how such a file is written, and every item there is: npx middletier supply --example'],
  );
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

function issueInWords({ path, message }: z.core.$ZodIssue): string {
  return `${path.length === 0 ? 'the file' : path.map(String).join('.')}: ${message}`;
}

/** A description and a file that fits it, invented, to begin from. */
export const exampleMapping: SuppliedMapping = {
  title: 'Governor vacancies',
  school: { column: 'URN', by: 'URN' },
  dateColumn: 'As at',
  items: [
    { column: 'Places', item: 'governor places' },
    { column: 'Vacancies', item: 'governor vacancies' },
  ],
};

export const exampleFile = [
  'URN,School,As at,Places,Vacancies',
  '900001,Sedge Lane Primary School,31/08/2025,12,3',
];

/** Every item by the name it has in a description, with what it means. */
export const exampleItems = items.map(({ item, meaning }) => [item, meaning] as const);
