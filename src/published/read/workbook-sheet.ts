import { readPart, type Workbook } from './workbook-parts.ts';

/** A spreadsheet has no more rows or columns than these. */
const mostRows = 1_048_576;
const mostColumns = 16_384;

/** Blank rows in a gap that are kept as such, so that row numbers stay those of the spreadsheet. */
const widestGap = 10_000;

/** A day in a cell: written the way the layout writes days, once the layout is known. */
export interface Day {
  /** ISO 8601. */
  readonly day: string;
}

/** The rows of a sheet from the top, with what was noticed on the way. */
export interface SheetReading {
  readonly row: (cells: readonly (string | Day)[]) => void;
  /** Cells that hold a formula: what the spreadsheet computed last is read, and nothing is computed here. */
  formulas: number;
  /** Rows wanted; all when left out. */
  readonly most?: number;
  /** Waited for between pieces of the sheet. */
  readonly piece?: () => Promise<void>;
}

interface Cell {
  column: number;
  type: string;
  style: number;
  value: string;
  /** Text written into the cell itself, or `null`. */
  inline: string | null;
}

/** Reads the rows of one sheet in order. Throws when it is not as sheets are. */
export async function readSheet(workbook: Workbook, path: string, reading: SheetReading): Promise<void> {
  let cells: (string | Day)[] = [];
  let cell: Cell | null = null;
  let row = 0;
  let told = 0;
  let within: 'v' | 't' | null = null;
  let inPronunciation = false;
  await readPart(workbook.zip, path, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        const number = Number(attributes['r'] ?? row + 1);
        if (!Number.isInteger(number) || number <= row || number > mostRows)
          throw new Error('Rows are out of order.');
        if (number - row > widestGap) throw new Error('Rows lie too far apart.');
        for (; row < number - 1; row += 1) reading.row([]);
        row = number;
        cells = [];
      } else if (name === 'c') {
        const column = columnOf(attributes['r'], cells.length);
        if (column < cells.length || column >= mostColumns) throw new Error('Cells are out of order.');
        cell = {
          column,
          type: attributes['t'] ?? 'n',
          style: Number(attributes['s'] ?? -1),
          value: '',
          inline: null,
        };
      } else if (name === 'f') reading.formulas += 1;
      else if (name === 'v') within = 'v';
      else if (name === 't' && cell !== null) within = 't';
      else if (name === 'rPh') inPronunciation = true;
    },
    text: (text) => {
      if (cell === null || within === null || inPronunciation) return;
      if (within === 'v') cell.value += text;
      else cell.inline = (cell.inline ?? '') + text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') within = null;
      else if (name === 'rPh') inPronunciation = false;
      else if (name === 'c' && cell !== null) {
        while (cells.length < cell.column) cells.push('');
        cells.push(readCell(workbook, cell));
        cell = null;
      } else if (name === 'row') {
        reading.row(cells);
        told += 1;
      }
    },
    ...(reading.piece === undefined ? {} : { piece: reading.piece }),
    enough: () => reading.most !== undefined && told >= reading.most,
  });
}

/** `AB12` is the 28th column, counted from 0 as 27; without an address a cell follows the one before. */
function columnOf(address: string | undefined, next: number): number {
  if (address === undefined) return next;
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(address)?.[0];
  if (letters === undefined) throw new Error('A cell has no address.');
  return (
    Array.from(letters, (letter) => letter.charCodeAt(0) - 64).reduce((sum, digit) => sum * 26 + digit, 0) - 1
  );
}

function readCell(workbook: Workbook, cell: Cell): string | Day {
  if (cell.type === 's') {
    const text = workbook.texts[Number(cell.value)];
    if (text === undefined) throw new Error('A cell has no text.');
    return text;
  }
  if (cell.type === 'inlineStr') return cell.inline ?? '';
  if (cell.type === 'b') return cell.value === '1' ? 'TRUE' : 'FALSE';
  if (cell.type === 'd')
    return /^\d{4}-\d\d-\d\d/.test(cell.value) ? { day: cell.value.slice(0, 10) } : cell.value;
  if (cell.type !== 'n' || cell.value === '') return cell.value;
  const number = Number(cell.value);
  if (!Number.isFinite(number)) return cell.value;
  const style = workbook.styles[cell.style] ?? 'number';
  if (style === 'percentage') return `${shortest(number * 100)}%`;
  if (style === 'date') return dayOf(number, workbook.since1904) ?? shortest(number);
  return shortest(number);
}

/** Without the noise that binary fractions bring: `0.51000000000000001` is 0.51. */
function shortest(number: number): string {
  const plain = Number(number.toPrecision(14));
  return Math.abs(plain) < 1e21
    ? plain.toLocaleString('en-GB', { useGrouping: false, maximumFractionDigits: 12 })
    : String(plain);
}

const dayMilliseconds = 86_400_000;

/** Days are counted from 30 December 1899 (a 29 February 1900 that never was is counted in), or from 1 January 1904. */
function dayOf(number: number, since1904: boolean): Day | null {
  const start = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const date = new Date(start + Math.floor(number) * dayMilliseconds);
  if (number < 1 || Number.isNaN(date.valueOf()) || date.getUTCFullYear() > 9999) return null;
  return { day: date.toISOString().slice(0, 10) };
}
