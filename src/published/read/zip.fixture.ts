import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be packed, with whatever is to be wrong about it. */
export interface Packed {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Size the list of files gives, when not the true one. */
  readonly claims?: number;
  readonly checksum?: number;
  readonly encrypted?: true;
  readonly symbolicLink?: true;
}

/** A packed file (zip), written by hand so that it can be wrong in every way. */
export function zipOf(files: readonly Packed[]): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const packed = deflateRawSync(content);
    const name = Buffer.from(file.name, 'utf8');
    const start = Buffer.alloc(26);
    start.writeUInt16LE(20, 0);
    start.writeUInt16LE(0x0800 | (file.encrypted === true ? 1 : 0), 2);
    start.writeUInt16LE(8, 4);
    start.writeUInt32LE(file.checksum ?? crc32(content), 10);
    start.writeUInt32LE(packed.length, 14);
    start.writeUInt32LE(file.claims ?? content.length, 18);
    start.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), start, name, packed]);
    // Length of a comment, disk, two kinds of attributes, and where the file begins.
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(file.symbolicLink === true ? (0o120777 << 16) >>> 0 : 0, 6);
    entry.writeUInt32LE(offset, 10);
    list.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002', 'latin1'), Buffer.from([20, 3]), start, entry, name]),
    );
    bodies.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, directory, end]);
}
