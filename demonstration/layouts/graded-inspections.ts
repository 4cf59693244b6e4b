import { withoutSeparators } from '../calendar.ts';
import type { CountyLife } from '../life/county-life.ts';
import type { Inspected, OldGrade } from '../life/inspection.ts';
import { csvText } from './csv.ts';

/**
 * The compiled list of graded inspections with an overall grade, each under the reference number the school had then.
 * Not an official layout; the real one is a compilation by others.
 */
export function gradedInspections({ lives }: CountyLife): Buffer {
  const rows = lives
    .flatMap((life) => life.inspections)
    .filter((inspection) => inspection.kind === 'graded' && typeof inspection.overall === 'number')
    .toSorted((one, other) =>
      one.establishment.urn === other.establishment.urn
        ? one.startedOn < other.startedOn
          ? 1
          : -1
        : one.establishment.urn < other.establishment.urn
          ? -1
          : 1,
    )
    .map((inspection) => [
      inspection.establishment.urn,
      rating(inspection),
      withoutSeparators(inspection.startedOn),
    ]);
  return Buffer.from(csvText(['URN', 'Rating', 'Inspection Date'], rows), 'utf8');
}

/** Grade 3 was called satisfactory until September 2012. */
function rating(inspection: Inspected): string {
  const words: Readonly<Record<OldGrade, string>> = {
    1: 'Outstanding',
    2: 'Good',
    3: inspection.startedOn < '2012-09-01' ? 'Satisfactory' : 'Requires Improvement',
    4: 'Inadequate',
  };
  return typeof inspection.overall === 'number' ? words[inspection.overall] : '';
}
