/** One record of a CSV file, as a strict reading finds it. */
export interface CsvRecord {
  /** Counting from 1, titles, header and blank lines included: the row a spreadsheet shows. */
  readonly row: number;
  readonly fields: readonly string[];
  /** Line of the file on which the record ends, counting from 1. */
  readonly endLine: number;
  /** Something was wrong with the quotation marks; what was done about it is in the words. */
  readonly fault: string | null;
}

const unclosed =
  'A quotation mark is opened and never properly closed; it was read as an ordinary character.';

interface Field {
  readonly text: string;
  readonly next: number;
  readonly faulty: boolean;
}

/** Reads the quoted field that opens at `start`; `null` when its quotation marks do not close as they should. */
function quotedField(text: string, start: number): Field | null {
  let from = start + 1;
  let content = '';
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    content += text.slice(from, quote);
    const after = text[quote + 1];
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

/**
 * Reads CSV to the letter of RFC 4180: slowly, and only for the head of a file and for files that a fast reader and a
 * count of the records do not agree on. A quotation mark that does not close is read as a character, so that it cannot
 * swallow the schools after it.
 */
export function* readRecords(text: string): Generator<CsvRecord> {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  let row = 0;
  let line = 0;
  while (at < text.length) {
    const start = at;
    const fields: string[] = [];
    let fault: string | null = null;
    for (;;) {
      const quoted = text[at] === '"' ? quotedField(text, at) : null;
      const field = quoted ?? plainField(text, at, text[at] === '"');
      fields.push(field.text);
      if (field.faulty) fault = unclosed;
      at = field.next;
      if (text[at] !== ',') break;
      at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2;
    else if (at < text.length) at += 1;
    row += 1;
    line += Math.max(1, countLines(text, start, at));
    yield { row, fields, endLine: line, fault };
  }
}
