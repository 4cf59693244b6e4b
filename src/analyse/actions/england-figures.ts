import type { Reference } from '#/law/reference.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { EnglandFigure } from './analysis-read.ts';

/** England's published figure for each measure and year that the evidence has a value (or the lack of one) of. */
export function englandFigures(reference: Reference, evidence: Evidence): readonly EnglandFigure[] {
  const wanted = new Map(
    evidence.values.map(({ measure, year }) => [`${measure} ${year}`, { measure, year }]),
  );
  return [...wanted.values()]
    .toSorted((a, b) => a.measure.localeCompare(b.measure) || a.year - b.year)
    .flatMap(({ measure, year }) => {
      const figure = reference.nationalFigures.find((one) => one.measure === measure && one.year === year);
      if (figure === undefined || figure.number === null) return [];
      return [{ measure, year, number: figure.number, source: figure.source, status: figure.status }];
    });
}
