import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

/** What one pass over the bytes of a file tells. */
export interface Examined {
  readonly sha256: string;
  readonly bytes: number;
  readonly encoding: 'utf-8' | 'windows-1252';
  /** The first part of the file, decoded: enough to see titles and header. */
  readonly head: string;
  /** Records by strict count, titles and header included, blank lines left out. */
  readonly records: number;
  /** Every quotation mark closes, and lines end as the fast reader expects. */
  readonly simple: boolean;
  /** The last byte ends a line, so that nothing says the file was cut off. */
  readonly endsWithLine: boolean;
  /** Blank lines between records, those between titles included; blank lines at the end do not count. */
  readonly blankLines: number;
  /** Why it is no CSV file at all, when it is not. */
  readonly notCsv: { readonly what: string; readonly whatToDo: string } | null;
}

const headBytes = 512 * 1024;
const usualChunk = 4 * 1024 * 1024;
const quote = 0x22;
const newline = 0x0a;
const carriageReturn = 0x0d;
const comma = 0x2c;

/** Counts records across chunks, quotation marks observed, without looking at each byte. */
function recordCounter() {
  let inQuotes = false;
  /** The last byte of the chunk before: tells whether a quotation mark opens a field or closes one. */
  let before = newline;
  let closingAtEdge = false;
  let content = false;
  let records = 0;
  let blanks = 0;
  let blankLines = 0;

  const endLine = (chunk: Buffer, from: number, to: number) => {
    const empty = !content && (to <= from || (to === from + 1 && chunk[from] === carriageReturn));
    if (empty) blanks += 1;
    else {
      blankLines += blanks;
      blanks = 0;
      records += 1;
    }
    content = false;
  };

  return {
    add(chunk: Buffer) {
      let at = 0;
      let lineStart = 0;
      if (closingAtEdge) {
        // A quotation mark was the last byte: doubled, or the end of the field?
        closingAtEdge = false;
        if (chunk[0] === quote) at = 1;
        else inQuotes = false;
      }
      let nextQuote = chunk.indexOf(quote, at);
      while (at < chunk.length) {
        if (inQuotes) {
          if (nextQuote === -1) break;
          if (nextQuote === chunk.length - 1) {
            closingAtEdge = true;
            at = chunk.length;
          } else if (chunk[nextQuote + 1] === quote) {
            at = nextQuote + 2;
          } else {
            inQuotes = false;
            at = nextQuote + 1;
          }
          nextQuote = chunk.indexOf(quote, at);
          continue;
        }
        const nextLine = chunk.indexOf(newline, at);
        if (nextQuote !== -1 && (nextLine === -1 || nextQuote < nextLine)) {
          const previous = nextQuote === 0 ? before : chunk[nextQuote - 1];
          if (previous === comma || previous === newline) {
            inQuotes = true;
            content = true;
          }
          at = nextQuote + 1;
          nextQuote = chunk.indexOf(quote, at);
        } else if (nextLine === -1) {
          break;
        } else {
          endLine(chunk, lineStart, nextLine);
          at = nextLine + 1;
          lineStart = at;
        }
      }
      if (lineStart < chunk.length)
        content = content || chunk.subarray(lineStart).some((byte) => byte !== carriageReturn);
      before = chunk.at(-1) ?? before;
    },
    end() {
      if (closingAtEdge) inQuotes = false;
      if (content) {
        blankLines += blanks;
        records += 1;
      }
      return { records, blankLines, closed: !inQuotes };
    },
  };
}

/** Whether a carriage return stands anywhere without a newline after it: some take it for the end of a line, some do not. */
function loneReturns() {
  let found = false;
  let atEdge = false;
  return {
    add(chunk: Buffer) {
      if (atEdge && chunk[0] !== newline) found = true;
      atEdge = chunk.at(-1) === carriageReturn;
      const end = atEdge ? chunk.length - 1 : chunk.length;
      for (let at = chunk.indexOf(carriageReturn); !found && at !== -1 && at < end;) {
        if (chunk[at + 1] !== newline) found = true;
        at = chunk.indexOf(carriageReturn, at + 1);
      }
    },
    end: () => found || atEdge,
  };
}

/** Length of the part of a chunk that ends between characters of UTF-8. */
function wholeCharacters(chunk: Buffer): number {
  for (let back = 1; back <= Math.min(3, chunk.length); back += 1) {
    const byte = chunk[chunk.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    return needs > back ? chunk.length - back : chunk.length;
  }
  return chunk.length;
}

function refuse(head: Buffer, nothing: boolean): Examined['notCsv'] {
  const text = head.subarray(0, 1024).toString('latin1').trimStart().toLowerCase();
  const asCsv = 'Open it in a spreadsheet, save the sheet as CSV (UTF-8), and import that.';
  if (head.length === 0)
    return { what: 'The file is empty.', whatToDo: 'Download it again from its publisher.' };
  if (text.startsWith('pk\u0003\u0004'))
    return {
      what: 'This is a spreadsheet or a packed file (zip), not CSV.',
      whatToDo:
        'A spreadsheet: open it, save the sheet as CSV (UTF-8), and import that. A packed file: unpack it, and import what is inside.',
    };
  if (text.startsWith('%pdf'))
    return { what: 'This is a PDF document, not CSV.', whatToDo: 'Import the data file that goes with it.' };
  if (text.startsWith('\u00d0\u00cf\u0011\u00e0'))
    return { what: 'This is an old spreadsheet (xls), not CSV.', whatToDo: asCsv };
  if (head[0] === 0x1f && head[1] === 0x8b)
    return { what: 'This is a compressed file (gzip).', whatToDo: 'Unpack it and import what is inside.' };
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return {
      what: 'The file is written in UTF-16, which official files are not.',
      whatToDo: 'Save it again as CSV in UTF-8 and import that.',
    };
  if (nothing)
    return {
      what: everyOtherIsNothing(head)
        ? 'The file is written in UTF-16, which official files are not.'
        : 'There are bytes in it that no text has (zero bytes): it is not a text file, or was spoilt on its way.',
      whatToDo: 'Download it again from its publisher, as CSV.',
    };
  if (/^(?:\u00ef\u00bb\u00bf)?<(?:!doctype|html|\?xml|head|body)/.test(text))
    return {
      what: 'This is a web page saved under the name of a data file.',
      whatToDo: 'Open the page it came from and download the CSV file itself.',
    };
  return null;
}

/** Letters of two bytes each, one of which says nothing. */
function everyOtherIsNothing(head: Buffer): boolean {
  const start = head.subarray(0, 200);
  return start.filter((byte) => byte === 0).length * 3 > start.length;
}

/** Reads a file once from end to end, a chunk at a time: its identity, encoding, head and how many records it has. */
export async function examine(path: string, chunkBytes = usualChunk): Promise<Examined> {
  const hash = createHash('sha256');
  const counter = recordCounter();
  const returns = loneReturns();
  const heads: Buffer[] = [];
  let headLength = 0;
  let bytes = 0;
  let utf8 = true;
  let carried = Buffer.alloc(0);
  let lastByte = newline;
  let nothing = false;
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.allocUnsafe(chunkBytes);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, chunkBytes, bytes);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      bytes += bytesRead;
      hash.update(chunk);
      lastByte = chunk.at(-1) ?? lastByte;
      nothing ||= chunk.includes(0);
      if (headLength < headBytes) {
        heads.push(Buffer.from(chunk.subarray(0, headBytes - headLength)));
        headLength += heads.at(-1)?.length ?? 0;
      }
      if (utf8) {
        const joined = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk;
        const whole = wholeCharacters(joined);
        utf8 = isUtf8(joined.subarray(0, whole));
        carried = Buffer.from(joined.subarray(whole));
      }
      counter.add(chunk);
      returns.add(chunk);
    }
  } finally {
    await file.close();
  }
  if (carried.length > 0) utf8 = false;
  const head = Buffer.concat(heads);
  const encoding = utf8 ? 'utf-8' : 'windows-1252';
  const { records, blankLines, closed } = counter.end();
  return {
    sha256: hash.digest('hex'),
    bytes,
    encoding,
    head: new TextDecoder(encoding).decode(head),
    records,
    blankLines,
    simple: closed && !returns.end(),
    endsWithLine: lastByte === newline || lastByte === carriageReturn,
    notCsv: refuse(head, nothing),
  };
}
