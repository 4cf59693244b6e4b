import { addReadings } from '#/people/records/reading-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';

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

/** The authority and the school a reading is of. Throws on a path that names no authority. */
export function placeOf(entry: Pick<ReadingEntry, 'path' | 'authority' | 'urn'>): {
  readonly slug: string;
  readonly urn: string | null;
} {
  const [, slugInPath, urnInPath] = inPath.exec(entry.path) ?? [];
  const slug = entry.authority ?? (slugInPath === undefined ? undefined : decodeURIComponent(slugInPath));
  if (slug === undefined) throw new Error(`A reading without an authority: ${entry.path}`);
  return { slug, urn: entry.urn ?? urnInPath ?? null };
}

/**
 * Logs a reading, before the page or the table is shown: what cannot be logged is not shown. Where the authority has no
 * records yet there is nothing confidential to read, and nothing is logged. Throws on a path that names no authority.
 */
export async function logReading(parts: Pick<Parts, 'records'>, entry: ReadingEntry): Promise<void> {
  const { slug, urn } = placeOf(entry);
  const { person, event, path } = entry;
  await ifAnyRecords(parts, person, slug, (transaction) =>
    addReadings(transaction, [{ personName: person.name, event, path, urn }]),
  );
}
