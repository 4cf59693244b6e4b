import { closeSync, openSync, writeSync } from 'node:fs';

/** A file that is written piece by piece, each piece a whole file of the same layout. */
export interface JoinedFile {
  readonly add: (piece: Buffer) => void;
  /** Writes the rows that stand once, closes the file and says how many bytes it has. */
  readonly end: () => number;
}

const lineEnd = '\r\n';

/**
 * The header of the first piece stands once at the top, the last rows (England's own, the same in every piece) once at
 * the end. Throws when a piece has another header: the layouts of one England are one.
 */
export function openJoinedFile(path: string, rowsAtEnd: number): JoinedFile {
  const file = openSync(path, 'w');
  let header: Buffer | null = null;
  let last = Buffer.alloc(0);
  let bytes = 0;
  const write = (part: Buffer) => {
    writeSync(file, part);
    bytes += part.length;
  };
  return {
    add: (piece) => {
      const headerEnd = piece.indexOf(lineEnd) + lineEnd.length;
      const own = piece.subarray(0, headerEnd);
      if (header === null) {
        header = Buffer.from(own);
        write(header);
      } else if (!header.equals(own)) {
        throw new Error(`Two authorities have different headers for ${path}.`);
      }
      const end = startOfLast(piece, rowsAtEnd);
      write(piece.subarray(headerEnd, end));
      last = Buffer.from(piece.subarray(end));
    },
    end: () => {
      write(last);
      closeSync(file);
      return bytes;
    },
  };
}

/** Where the last so many rows begin. None of these rows has a line break inside. */
function startOfLast(piece: Buffer, rows: number): number {
  let start = piece.length;
  for (let row = 0; row < rows; row++) {
    start = piece.lastIndexOf(lineEnd, start - lineEnd.length - 1) + lineEnd.length;
  }
  return start;
}
