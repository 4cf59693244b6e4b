import type { OfficialPublication, Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { may, type Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Source } from '#/published/source.ts';
import { isHeld, isOut, releasesOf, type Release } from '#/published/year/due.ts';
import type { IsoDate, SchoolYear } from '#/schools/rules/dates.ts';

/** An official publication: where it is to be found, what of it was imported, and what is due next. */
export interface OfficialFile extends Pick<
  OfficialPublication,
  'id' | 'title' | 'publisher' | 'rhythm' | 'lookFor' | 'source' | 'status'
> {
  readonly address: string;
  /** Whether the address was seen in use. */
  readonly addressStatus: 'confirmed' | 'unconfirmed';
  readonly note: string | null;
  /** Whether this version reads its files. */
  readonly isRead: boolean;
  /** What was imported of it, newest first. */
  readonly imported: readonly Source[];
  /** School years that are published and of which nothing was imported, oldest first. */
  readonly missingYears: readonly SchoolYear[];
  /** The newest release that is out and was not imported; `null` when there is none, or it comes in no fixed months. */
  readonly overdue: Release | null;
  /** The next release expected; `null` when none is. */
  readonly next: Release | null;
  readonly standing: Standing;
}

/**
 * `newer one is out`: by the calendar, or because the newest file is older than a rhythm of days or months allows.
 * `not read`: this version reads no file of it.
 */
export type Standing =
  'not read' | 'nothing imported' | 'newer one is out' | 'up to date' | 'complete' | 'incomplete';

/** How old the newest file of a rhythm may be before a newer one is taken to be out, in days. Ours: a month's file comes within six weeks; a register is fetched each term. */
const freshFor = { daily: 120, monthly: 75 } as const;

/** Where every official file is published, what was imported of each, and what is due next. Invented files count like real ones. */
export async function readOfficialFiles(
  parts: Pick<Parts, 'published' | 'reference' | 'today'>,
  person: Person,
): Promise<readonly OfficialFile[]> {
  if (!may(person, 'read published data')) {
    throw new KnownError('not-permitted', `${person.name} may not read published data.`);
  }
  const sources = await (await parts.published()).sources();
  const reference = parts.reference();
  return reference.officialPublications.map((publication) =>
    officialFile(publication, reference, sources, parts.today()),
  );
}

/** One publication held against what was imported. */
export function officialFile(
  publication: OfficialPublication,
  reference: Pick<Reference, 'releaseDates'>,
  sources: readonly Source[],
  today: IsoDate,
): OfficialFile {
  const imported = sources
    .filter(({ layout }) => publication.layouts.includes(layout))
    .toSorted((a, b) => newnessOf(b).localeCompare(newnessOf(a)));
  const releases = releasesOf(publication, reference.releaseDates, today);
  const out = releases.filter((release) => isOut(release, today));
  const missing = out.filter((release) => !isHeld(release, imported));
  const newestHeld = Math.max(0, ...imported.map(({ year }) => year ?? 0));
  const { id, title, publisher, rhythm, lookFor, source, status, page, note } = publication;
  const file = {
    id,
    title,
    publisher,
    rhythm,
    lookFor,
    source,
    status,
    address: page.address,
    addressStatus: page.status,
    note: note ?? null,
    isRead: publication.layouts.length > 0,
    imported,
    missingYears: yearsOut(publication, out).filter((year) => !imported.some((one) => one.year === year)),
    // Of a year that is held, a firmer release; or a newer year. Older years are missing, not overdue.
    overdue: missing.findLast(({ year }) => year >= newestHeld) ?? null,
    next: releases.find((release) => !isOut(release, today)) ?? null,
  };
  return { ...file, standing: standingOf(file, today) };
}

/** School years of which something is out, each once. */
function yearsOut(publication: OfficialPublication, out: readonly Release[]): readonly SchoolYear[] {
  const { rhythm, firstYear, lastYear, withoutYears } = publication;
  if (rhythm !== 'ended') return [...new Set(out.map(({ year }) => year))];
  if (publication.publication === undefined || firstYear === null || lastYear === null) return [];
  return Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index).filter(
    (year) => !withoutYears.includes(year),
  );
}

/** What a file is of: its school year, else the day it is as at or could first be known. */
function newnessOf({ year, asAt, knownOn }: Source): string {
  return `${year ?? ''} ${asAt ?? knownOn} ${knownOn}`;
}

function standingOf(file: Omit<OfficialFile, 'standing'>, today: IsoDate): Standing {
  const [newest] = file.imported;
  if (!file.isRead) return 'not read';
  if (newest === undefined) return 'nothing imported';
  if (file.rhythm === 'ended') return file.missingYears.length === 0 ? 'complete' : 'incomplete';
  if (file.rhythm === 'daily' || file.rhythm === 'monthly') {
    const age = (Date.parse(today) - Date.parse(newest.asAt ?? newest.knownOn)) / 86_400_000;
    return age > freshFor[file.rhythm] ? 'newer one is out' : 'up to date';
  }
  return file.overdue === null ? 'up to date' : 'newer one is out';
}
