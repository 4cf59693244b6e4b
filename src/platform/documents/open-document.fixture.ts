import { text } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

/** The parts of a Word document by name, unpacked. */
export async function partsOf(document: Buffer): Promise<Readonly<Record<string, string>>> {
  const archive = await fromBufferPromise(document);
  const parts: Record<string, string> = {};
  for await (const entry of archive.eachEntry()) {
    parts[entry.fileName] = await text(await archive.openReadStreamPromise(entry));
  }
  return parts;
}

/** What a reader reads in a part, a line for each paragraph. */
export function textOf(part: string): string {
  return part
    .replaceAll('</w:p>', '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
