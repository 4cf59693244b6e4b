/** Kinds of file that can belong to a paper, known by what is in them and not by their names. */
const kinds = [
  { ending: 'pdf', type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { ending: 'png', type: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { ending: 'jpg', type: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const;

const packed = [0x50, 0x4b, 0x03, 0x04] as const;
const office = [
  {
    ending: 'docx',
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    holds: 'word/document.xml',
  },
  {
    ending: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    holds: 'xl/workbook.xml',
  },
] as const;

/** In the words of the page that asks for one. */
export const fileKindsInWords = 'PDF, PNG, JPEG, Word (DOCX) or Excel (XLSX) without macros';

/** Bytes. */
export const largestFile = 5_000_000;
/** Of one paper. */
export const mostFiles = 20;

/**
 * What a file is, by its content; `null` where it is of no kind that is taken, a document with macros among them. Names of
 * what is packed stand unpacked in the file.
 */
export function kindOfFile(content: Uint8Array): { readonly ending: string; readonly type: string } | null {
  const starts = (bytes: readonly number[]): boolean => bytes.every((byte, index) => content[index] === byte);
  const plain = kinds.find(({ begins }) => starts(begins));
  if (plain !== undefined) return { ending: plain.ending, type: plain.type };
  if (!starts(packed)) return null;
  const text = new TextDecoder('latin1').decode(content);
  if (/vbaProject|activeX|oleObject/i.test(text)) return null;
  const found = office.find(({ holds }) => text.includes(holds));
  return found === undefined ? null : { ending: found.ending, type: found.type };
}

/** The name it came with, without its ending, made plain, with the ending of what it is. */
export function nameOfFile(name: string, ending: string): string {
  const dot = name.lastIndexOf('.');
  const plain = (dot > 0 ? name.slice(0, dot) : name)
    .replaceAll(/[^\p{L}\p{N} ._()-]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
  return `${plain === '' ? 'file' : plain}.${ending}`;
}
