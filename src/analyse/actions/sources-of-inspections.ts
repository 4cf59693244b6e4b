import { layouts } from '#/published/layouts.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore, PublishedStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** Layouts that tell of every inspection up to the day they are of. */
const tellOfInspections = new Set(
  layouts.flatMap(({ id, inspections }) => (inspections === undefined ? [] : [id])),
);

/** The files that tell of inspections: of real schools for an authority that exists, of invented ones for an invented one. */
export async function sourcesOfInspections(
  store: Pick<PublishedStore, 'sources'>,
  authority: Pick<AuthorityInStore, 'invented'>,
): Promise<readonly Source[]> {
  return (await store.sources()).filter(
    ({ layout, invented }) => tellOfInspections.has(layout) && invented === authority.invented,
  );
}

/**
 * The day on which it could be known here how schools stood on a day: when the first file that tells of it was imported.
 * Files of an invented county were never published, so for them it is the day they tell of.
 *
 * @param sources that tell of inspections
 */
export function heardOf(by: IsoDate, sources: readonly Source[]): IsoDate {
  const days = sources
    .filter(({ knownOn }) => knownOn >= by)
    .map(({ invented, knownOn, importedAt }) => (invented ? knownOn : importedAt.slice(0, 10)));
  return days.toSorted()[0] ?? by;
}
