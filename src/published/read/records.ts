/** One record of a CSV file, as a strict reading finds it. */
export interface CsvRecord {
  /** Counting from 1, titles, header and blank lines included: the row a spreadsheet shows. */
  readonly row: number;
  readonly fields: readonly string[];
  /** Line of the file on which the record ends, counting from 1. */
  readonly endLine: number;
  /** Something was wrong with the quotation marks; what was done about it is in the words. */
  readonly fault: string | null;
  /** The line holds nothing at all, not even quotation marks: it is no row. */
  readonly blank: boolean;
  /** The text ends in it, without the end of a line: it may have been cut off. */
  readonly last: boolean;
}

const unclosed =
  'A quotation mark is opened and never properly closed; it was read as an ordinary character.';

/**
 * Longest cell in quotation marks, in characters: what does not close within it does not close. The longest in an
 * official file has a few thousand.
 */
const longestQuoted = 1_000_000;

/** How many characters are read in vain after marks that do not close, before a file is given up. */
const patience = 300_000_000;

/** Longest record, in characters: what has no line end for so long is no table. */
const longestRecord = 16_000_000;

interface Field {
  readonly text: string;
  readonly next: number;
  readonly faulty: boolean;
}

/** More of the text is needed to say what stands here. */
const more = Symbol('more of the text is needed');

/** Reads the quoted field that opens at `start`; `null` when its quotation marks do not close as they should. */
function quotedField(text: string, start: number, final: boolean): Field | null | typeof more {
  let from = start + 1;
  let content = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if ((quote === -1 ? text.length : quote) - start > longestQuoted) return null;
    if (quote === -1) return final ? null : more;
    content += text.slice(from, quote);
    const after = text[quote + 1];
    if (after === undefined && !final) return more;
    if (after === '"') {
      content += '"';
      from = quote + 2;
    } else if (after === undefined || after === ',' || after === '\n' || after === '\r') {
      return { text: content, next: quote + 1, faulty: false };
    } else {
      return null;
    }
  }
}

function plainField(text: string, start: number, faulty: boolean): Field {
  let end = start;
  while (end < text.length) {
    const character = text[end];
    if (character === ',' || character === '\n' || character === '\r') break;
    end += 1;
  }
  return { text: text.slice(start, end), next: end, faulty };
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/** What was spent on marks that do not close: each is followed for a while. */
interface Effort {
  inVain: number;
}

interface Parsed {
  readonly fields: readonly string[];
  readonly fault: string | null;
  readonly next: number;
  readonly last: boolean;
}

/** The record that begins at `start`; `more` when the text may end before it does. */
function parseRecord(text: string, start: number, final: boolean, effort: Effort): Parsed | typeof more {
  let at = start;
  const fields: string[] = [];
  let fault: string | null = null;
  for (;;) {
    const quoted = text[at] === '"' ? quotedField(text, at, final) : null;
    if (quoted === more) return more;
    const field = quoted ?? plainField(text, at, text[at] === '"');
    if (field.faulty) {
      effort.inVain += Math.min(longestQuoted, text.length - at);
      if (effort.inVain > patience)
        throw new NoTable('Its quotation marks open and do not close in too many places.');
    }
    fields.push(field.text);
    if (field.faulty) fault = unclosed;
    at = field.next;
    if (text[at] !== ',') break;
    at += 1;
  }
  // A carriage return at the end of what is there may be half a line end.
  if (!final && at >= text.length - 1) return more;
  if (text[at] === '\r' && text[at + 1] === '\n') return { fields, fault, next: at + 2, last: false };
  return { fields, fault, next: Math.min(at + 1, text.length), last: at >= text.length };
}

/** Numbers records and lines, over as many pieces of text as there are. */
function recordReader() {
  let row = 0;
  let line = 0;
  const effort: Effort = { inVain: 0 };
  return (text: string, start: number, final: boolean): { record: CsvRecord; next: number } | null => {
    const parsed = parseRecord(text, start, final, effort);
    if (parsed === more) return null;
    const { fields, fault, next, last } = parsed;
    row += 1;
    line += Math.max(1, countLines(text, start, next));
    const first = text[start];
    const blank = fields.length === 1 && (first === '\n' || first === '\r');
    return { record: { row, fields, endLine: line, fault, blank, last }, next };
  };
}

const mark = '\uFEFF';

/**
 * Reads CSV to the letter of RFC 4180: slowly, and only for the head of a file and for files that a fast reader and a
 * count of the records do not agree on. A quotation mark that does not close is read as a character, so that it cannot
 * swallow the schools after it.
 */
export function* readRecords(text: string): Generator<CsvRecord> {
  const next = recordReader();
  let at = text.startsWith(mark) ? 1 : 0;
  while (at < text.length) {
    const read = next(text, at, true);
    if (read === null) return;
    at = read.next;
    yield read.record;
  }
}

/** The file is no table, whatever its header says. */
export class NoTable extends Error {}

/**
 * Reads records from pieces of text as they come, so that a file of any size needs the memory of its longest record.
 *
 * @throws NoTable when sixteen million characters hold no end of a record, or quotation marks are broken all over.
 */
export async function* readRecordsFrom(pieces: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const next = recordReader();
  let text = '';
  let begun = false;
  for await (const piece of pieces) {
    text += piece;
    if (!begun && text.length > 0) {
      begun = true;
      if (text.startsWith(mark)) text = text.slice(1);
    }
    let at = 0;
    while (at < text.length) {
      const read = next(text, at, false);
      if (read === null) break;
      at = read.next;
      yield read.record;
    }
    text = text.slice(at);
    if (text.length > longestRecord)
      throw new NoTable('It has a line of more than sixteen million characters.');
  }
  let at = 0;
  while (at < text.length) {
    const read = next(text, at, true);
    if (read === null) return;
    at = read.next;
    yield read.record;
  }
}
