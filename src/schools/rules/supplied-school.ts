import type { SchoolKey } from './supplied-mapping.ts';
import type { Urn } from './urn.ts';

/** A school that a row may be about. */
export interface KnownSchool {
  readonly urn: Urn;
  readonly name: string;
  /** Seven digits: authority and establishment. */
  readonly laestab: string | null;
  readonly open: boolean;
}

/** The schools of the authority whose file it is, and, of the others, as many as the file asks about. */
export interface KnownSchools {
  readonly own: readonly KnownSchool[];
  /** Code of the authority: the first three digits of its schools' LAESTAB. */
  readonly authorityCode: string | null;
  /** Authority by reference number. */
  readonly elsewhere: ReadonlyMap<Urn, string>;
}

type Found =
  | { readonly urn: Urn }
  | {
      readonly reason: 'the school is not one of this authority' | 'no school could be told';
      readonly what: string;
      readonly whatToDo: string;
    };

const unknown = (what: string, whatToDo: string): Found => ({
  reason: 'no school could be told',
  what,
  whatToDo,
});

/** Whose row it is. A school that cannot be told for certain is not guessed: the row is set aside, and named. */
export function findSchool(known: KnownSchools, by: SchoolKey, cell: string): Found {
  const text = cell.trim();
  if (text === '') return unknown('The row names no school.', 'Fill it in, and give the file again.');
  switch (by) {
    case 'URN':
      return byUrn(known, text);
    case 'LAESTAB':
      return byLaestab(known, text);
    case 'DfE number':
      return byDfeNumber(known, text);
    case 'name':
      return byName(known, text);
  }
}

function byUrn(known: KnownSchools, text: string): Found {
  const urn = text.replace(/\.0+$/, '');
  if (!/^\d{6}$/.test(urn)) {
    return unknown(
      `“${short(text)}” is not a unique reference number.`,
      'It has six digits: look it up in the register.',
    );
  }
  if (known.own.some((one) => one.urn === urn)) return { urn };
  const authority = known.elsewhere.get(urn);
  if (authority !== undefined) return elsewhere(`${urn} is a school of ${authority}.`);
  return unknown(
    `No register imported has a school ${urn}.`,
    'Check the six digits, or import a register that has the school.',
  );
}

function byLaestab(known: KnownSchools, text: string): Found {
  const digits = text.replaceAll(/[/\s-]/g, '').replace(/\.0+$/, '');
  if (!/^\d{7}$/.test(digits)) {
    return unknown(
      `“${short(text)}” is not a LAESTAB number.`,
      'It has seven digits, three of the authority and four of the school, such as 926/2014.',
    );
  }
  const found = known.own.filter(({ laestab }) => laestab === digits);
  if (found.length > 0) return only(found, text);
  if (known.authorityCode !== null && !digits.startsWith(known.authorityCode)) {
    return elsewhere(`${text} is a number of another authority, ${digits.slice(0, 3)}.`);
  }
  return unknown(`No school of this authority has the number ${text}.`, 'Look it up in the register.');
}

function byDfeNumber(known: KnownSchools, text: string): Found {
  const digits = text.replace(/\.0+$/, '');
  if (!/^\d{4}$/.test(digits)) {
    return unknown(
      `“${short(text)}” is not a DfE number.`,
      'It is the four digits of the school in its authority.',
    );
  }
  const found = known.own.filter(({ laestab }) => laestab?.endsWith(digits) === true);
  return found.length > 0
    ? only(found, digits)
    : unknown(`No school of this authority has the DfE number ${digits}.`, 'Look it up in the register.');
}

/** The same name, written as people write it; never a likeness. */
function byName(known: KnownSchools, text: string): Found {
  for (const plain of [plainName, shorterName]) {
    const found = known.own.filter(({ name }) => plain(name) === plain(text));
    if (found.length > 0) return only(found, text);
  }
  return unknown(
    `No school of this authority is called “${short(text)}”.`,
    'Write the name as the register has it, or give the file its reference number (URN).',
  );
}

/** Of several with one number or name, the only one that is open. */
function only(found: readonly KnownSchool[], text: string): Found {
  const [first] = found;
  if (found.length === 1 && first !== undefined) return { urn: first.urn };
  const open = found.filter((one) => one.open);
  const [firstOpen] = open;
  if (open.length === 1 && firstOpen !== undefined) return { urn: firstOpen.urn };
  return unknown(
    `“${short(text)}” is more than one school: ${found.map(({ urn, name }) => `${name} (${urn})`).join(', ')}.`,
    'Give the file the reference numbers (URN) of its schools.',
  );
}

function elsewhere(what: string): Found {
  return {
    reason: 'the school is not one of this authority',
    what,
    whatToDo: 'Nothing is kept of it: each authority’s records are its own.',
  };
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/[’'.]/g, '')
    .replaceAll(/\bsaint\b/g, 'st')
    .replaceAll(/\b(?:c of e|church of england|ce)\b/g, 'ce')
    .replaceAll(/\b(?:voluntary controlled)\b/g, 'vc')
    .replaceAll(/\b(?:voluntary aided)\b/g, 'va')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Without the words that are left out in speech. */
function shorterName(name: string): string {
  return plainName(name)
    .replaceAll(/\b(?:the|school)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
