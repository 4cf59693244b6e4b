import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';

/** Imported files are kept, compressed, under the SHA-256 of what is in them: the store can be rebuilt from them. */
function keptPath(folder: string, sha256: string): string {
  return join(folder, 'files', `${sha256}.csv.zst`);
}

/** Keeps a file's bytes. The same file is kept once. */
export async function keepFile(folder: string, path: string, sha256: string): Promise<void> {
  const kept = keptPath(folder, sha256);
  if (existsSync(kept)) return;
  await mkdir(join(folder, 'files'), { recursive: true });
  const draft = `${kept}.draft`;
  // Level 1 packs these files about tenfold at several hundred megabytes a second.
  const compress = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 1 } });
  await pipeline(
    createReadStream(path, { highWaterMark: 1 << 20 }),
    compress,
    createWriteStream(draft, { flush: true }),
  );
  await rename(draft, kept);
}

/** Unpacks a kept file to `target`. */
export async function unpackFile(folder: string, sha256: string, target: string): Promise<void> {
  await pipeline(
    createReadStream(keptPath(folder, sha256)),
    createZstdDecompress(),
    createWriteStream(target),
  );
}

/** Takes away kept files that no import ended with: what a killed one left behind. */
export async function forgetOtherFiles(folder: string, wanted: ReadonlySet<string>): Promise<void> {
  const files = join(folder, 'files');
  if (!existsSync(files)) return;
  for (const name of await readdir(files)) {
    if (!wanted.has(name.replace(/\.csv\.zst$/, ''))) await rm(join(files, name), { force: true });
  }
}
