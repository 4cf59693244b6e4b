import { addReading } from '#/people/records/reading-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';

/** Something confidential that is about to be shown. */
export interface ReadingEntry {
  readonly person: Person;
  /** What is read, for example `read category`. */
  readonly event: string;
  /** The page's address, which names the authority and the school, or the command as typed. */
  readonly path: string;
  /** Slug, where the path does not name it. */
  readonly authority?: string;
  /** The school, where it is one school's category and the path does not name it. */
  readonly urn?: string;
}

const inPath = /^\/authorities\/([^/?]+)(?:\/schools\/([0-9]{6}))?/;

/**
 * Logs a reading, before the page or the table is shown: what cannot be logged is not shown. Where the authority has no
 * records yet there is nothing confidential to read, and nothing is logged. Throws on a path that names no authority.
 */
export async function logReading(parts: Pick<Parts, 'records'>, entry: ReadingEntry): Promise<void> {
  const [, slugInPath, urnInPath] = inPath.exec(entry.path) ?? [];
  const slug = entry.authority ?? slugInPath;
  if (slug === undefined) throw new Error(`A reading without an authority: ${entry.path}`);
  const records = await parts.records();
  const known = await records.authorities();
  if (!known.some((authority) => authority.slug === slug)) return;
  await records.inAuthority(slug, entry.person, (transaction) =>
    addReading(transaction, {
      personName: entry.person.name,
      event: entry.event,
      path: entry.path,
      urn: entry.urn ?? urnInPath ?? null,
    }),
  );
}
