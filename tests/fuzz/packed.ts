import { zipOf, type Packed } from '#/published/read/zip.fixture.ts';
import type { Chance } from './chance.ts';
import { mutated } from './mutate.ts';
import type { Original } from './originals.ts';

/** A packed file or a spreadsheet as somebody might give it. */
export interface PackedCase {
  readonly name: string;
  readonly bytes: Buffer;
  /** Files in it that must each have an answer; `null` where the container itself was spoiled. */
  readonly members: number | null;
}

type Originals = readonly [Original, ...Original[]];

/** What a system adds to a packed file of its own accord is passed over, as on a disk. */
const hidden = /(?:^|\/)(?:\.[^./]|__MACOSX)/;

/** Names that packed files have, or that somebody might try. */
const names: readonly [string, ...string[]] = [
  'results.csv',
  'deep/er/results.csv',
  '../climbs.csv',
  '../../../../tmp/climbs.csv',
  '/climbs.csv',
  'C:\\climbs.csv',
  '..\\climbs.csv',
  'a\u0000b.csv',
  'é’“”.csv',
  ' .csv',
  '.hidden.csv',
  `${'x'.repeat(400)}.csv`,
  'readme.txt',
  '__MACOSX/._results.csv',
];

/** One packed file: a few mutated files under strange names, sometimes with lies about them, sometimes spoiled whole. */
export function packedCase(originals: Originals, chance: Chance): PackedCase {
  const workbook = chance.percent(50);
  const files = workbook ? workbookParts(originals, chance) : membersOf(originals, chance, 0);
  const whole = zipOf(files);
  const bytes = chance.percent(35) ? spoiled(whole, chance) : whole;
  return {
    name: workbook ? 'sheet.xlsx' : 'files.zip',
    bytes,
    members: workbook || bytes !== whole ? null : files.filter(({ name }) => !hidden.test(name)).length,
  };
}

function membersOf(originals: Originals, chance: Chance, depth: number): readonly Packed[] {
  return Array.from({ length: chance.below(4) }, (_, index) => {
    const nested = depth < 2 && chance.percent(8);
    const content = nested
      ? zipOf(membersOf(originals, chance, depth + 1))
      : mutated(chance.oneOf(originals), chance);
    return {
      name: `${chance.percent(60) ? `${index}-` : ''}${chance.oneOf(names)}${nested ? '.zip' : ''}`,
      content,
      ...(chance.percent(8) ? { claims: chance.oneOf([0, 1, content.length + 1, 2 ** 32 - 1]) } : {}),
      ...(chance.percent(5) ? { checksum: chance.below(2 ** 31) } : {}),
      ...(chance.percent(4) ? { encrypted: true as const } : {}),
      ...(chance.percent(4) ? { symbolicLink: true as const } : {}),
    };
  });
}

const escaped = (text: string): string =>
  text
    .replaceAll(/[^\t\n\r -\uD7FF\uE000-\uFFFD]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

/** The parts of a spreadsheet with one sheet; a part may be broken in its text, or missing. */
function workbookParts(originals: Originals, chance: Chance): readonly Packed[] {
  const rows = chance.oneOf(originals).rows.map((row, at) => {
    const cells = row.map((value) =>
      chance.percent(10) && /^\d+(?:\.\d+)?$/.test(value)
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`,
    );
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  const parts = [
    {
      name: 'xl/workbook.xml',
      content:
        '<workbook xmlns:r="r"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
    },
  ];
  if (chance.percent(10)) parts.splice(chance.below(parts.length), 1);
  return parts.map(({ name, content }) => ({
    name,
    content: chance.percent(20) ? brokenText(content, chance) : content,
  }));
}

function brokenText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1);
  const other = chance.oneOf([
    '',
    '<',
    '>',
    '"',
    '&',
    '<c r="ZZZ9">',
    '<row r="0">',
    '</row>',
    '<v>',
    '\u0000',
  ]);
  return text.slice(0, at) + other + text.slice(at + chance.below(40));
}

/** As a download that was cut off, or a disk that forgot: bytes lost, changed or repeated. */
function spoiled(bytes: Buffer, chance: Chance): Buffer {
  const at = chance.below(bytes.length + 1);
  const to = Math.min(bytes.length, at + chance.below(300));
  const changed = Buffer.from(bytes);
  for (let left = 1 + chance.below(12); left > 0; left -= 1)
    changed[chance.below(changed.length)] = chance.below(256);
  return chance.oneOf([
    bytes.subarray(0, at),
    bytes.subarray(at),
    changed,
    Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]),
    Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]),
  ]);
}
