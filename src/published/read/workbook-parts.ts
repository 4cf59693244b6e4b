import { SaxesParser } from 'saxes';
import { StringDecoder } from 'node:string_decoder';
import { bytesOf, packsTooWell, type Zip } from './zip.ts';

/** Most bytes of the parts of a spreadsheet, unpacked: a sheet of a million rows has about half of this. */
const mostBytes = 1024 ** 3;

/** Longest list of texts that the cells of a spreadsheet share. */
const mostTexts = 2_000_000;

/** An element as it opens, without its prefix. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What is done as a part of a spreadsheet is read from end to end. */
interface Visitor {
  readonly open?: (element: Element) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
  /** Whether enough is known. */
  readonly enough?: () => boolean;
  /** Waited for after each piece, so that what was read can be passed on. */
  readonly piece?: () => Promise<void>;
}

/** A spreadsheet that was opened, with what its cells need to be understood. */
export interface Workbook {
  readonly zip: Zip;
  /** Paths of the sheets in the packed file, in the order in which they are shown. */
  readonly sheets: readonly { readonly name: string; readonly path: string }[];
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  /** Days are counted from 1904 instead of 1900. */
  readonly since1904: boolean;
}

/** How a number in a cell is meant. */
export type CellStyle = 'number' | 'date' | 'percentage';

const partsNeeded =
  /^(?:xl\/(?:workbook|styles|sharedstrings)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/i;

/** Whether a packed file is a spreadsheet. */
export function isWorkbook(zip: Zip): boolean {
  return zip.entries.some(({ name }) => name.toLowerCase() === 'xl/workbook.xml');
}

/** Whether the parts that would be read are of a size that can be read. */
export function isReadable(zip: Zip): boolean {
  const needed = zip.entries.filter(({ name }) => partsNeeded.test(name));
  const bytes = needed.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  return (
    bytes <= mostBytes &&
    !needed.some(({ entry }) => packsTooWell(entry) && entry.uncompressedSize > mostBytes / 4)
  );
}

/** Reads a part from end to end, a piece at a time; `false` when there is none. Entities of its own are an error, not expanded. */
export async function readPart(zip: Zip, path: string, visitor: Visitor): Promise<boolean> {
  const found = zip.entries.find(({ name }) => name.toLowerCase() === path.toLowerCase());
  if (found === undefined) return false;
  const parser = new SaxesParser();
  const plain = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => visitor.open?.({ name: plain(name), attributes }));
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closetag', ({ name }) => visitor.close?.(plain(name)));
  const decoder = new StringDecoder('utf8');
  for await (const chunk of bytesOf(zip.file, found.entry)) {
    parser.write(decoder.write(chunk));
    await visitor.piece?.();
    if (visitor.enough?.() === true) return true;
  }
  parser.write(decoder.end());
  parser.close();
  return true;
}

/** Reads all of a spreadsheet but its sheets. Throws when it is not as spreadsheets are. */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const listed: { name: string; relation: string }[] = [];
  let since1904 = false;
  await readPart(zip, 'xl/workbook.xml', {
    open: ({ name, attributes }) => {
      if (name === 'sheet')
        listed.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? '' });
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
    },
  });
  const targets = new Map<string, string>();
  await readPart(zip, 'xl/_rels/workbook.xml.rels', {
    open: ({ attributes }) => {
      const { Id, Target } = attributes;
      if (Id !== undefined && Target !== undefined)
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets = listed.flatMap(({ name, relation }) => {
    const path = targets.get(relation);
    return path === undefined ? [] : [{ name, path }];
  });
  return { zip, sheets, since1904, texts: await readTexts(zip), styles: await readStyles(zip) };
}

/** The texts that cells share, each put together from its runs; how they are to be pronounced is left out. */
async function readTexts(zip: Zip): Promise<readonly string[]> {
  const texts: string[] = [];
  let text = '';
  let [inText, inPronunciation] = [false, false];
  await readPart(zip, 'xl/sharedStrings.xml', {
    open: ({ name }) => {
      if (name === 'si') text = '';
      if (name === 't') inText = true;
      if (name === 'rPh') inPronunciation = true;
    },
    text: (piece) => {
      if (inText && !inPronunciation) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      if (name === 'rPh') inPronunciation = false;
      if (name !== 'si') return;
      if (texts.length >= mostTexts) throw new Error('There are too many texts.');
      texts.push(text);
    },
  });
  return texts;
}

/** The day the spreadsheet was last changed, by its own properties: `2025-05-23`; `null` where it does not say. */
export async function readModifiedOn(zip: Zip): Promise<string | null> {
  let within = false;
  let text = '';
  await readPart(zip, 'docProps/core.xml', {
    open: ({ name }) => (within = name === 'modified'),
    text: (piece) => {
      if (within) text += piece;
    },
    close: () => (within = false),
  });
  return /^\d{4}-\d\d-\d\d(?=T)/.exec(text.trim())?.[0] ?? null;
}

/** Formats every spreadsheet has, by number (ECMA-376, part 1, 18.8.30): days and times, and shares. */
const builtInDates = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);
const builtInPercentages = new Set([9, 10]);

async function readStyles(zip: Zip): Promise<readonly CellStyle[]> {
  const own = new Map<number, string>();
  const styles: CellStyle[] = [];
  let inCells = false;
  await readPart(zip, 'xl/styles.xml', {
    open: ({ name, attributes }) => {
      if (name === 'numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) styles.push(styleOf(Number(attributes['numFmtId'] ?? 0), own));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}

function styleOf(id: number, own: ReadonlyMap<number, string>): CellStyle {
  if (builtInDates.has(id)) return 'date';
  if (builtInPercentages.has(id)) return 'percentage';
  // Words in quotation marks, colours and currencies in brackets, and signs after a backslash are not the format.
  const format = (own.get(id) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '').toLowerCase();
  if (format.includes('%')) return 'percentage';
  return /[yd]/.test(format) && !/[0#?]/.test(format) ? 'date' : 'number';
}
