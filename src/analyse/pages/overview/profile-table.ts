import { count, percent, sentence } from '#/platform/web/words.ts';
import type { Overview } from '#/schools/actions/overview.ts';

const outcomes = [
  'outstanding',
  'good',
  'requires improvement',
  'inadequate',
  'not judged',
  'report card',
  'not yet inspected',
  'no inspection file',
] as const;

const outcomeWords: Readonly<Record<(typeof outcomes)[number], string>> = {
  outstanding: 'Outstanding',
  good: 'Good',
  'requires improvement': 'Requires improvement (satisfactory before September 2012)',
  inadequate: 'Inadequate',
  'not judged': 'Inspected without an overall grade (from September 2024)',
  'report card': 'Report card (from November 2025)',
  'not yet inspected': 'Not yet inspected',
  'no inspection file': 'Not known: no inspection file from then lists the school',
};

/** Schools and pupils by outcome of the latest full inspection, beside the other schools imported and England as published. */
export function profileTable(overview: Overview) {
  const { own, others, england } = overview;
  const all = own.profile.all;
  return {
    schools: count(all.schools),
    pupils: count(all.pupils),
    others: others === null ? null : { label: others.label, schools: count(others.schools) },
    showEngland: england.length > 0,
    rows: outcomes
      .filter(
        (outcome) =>
          outcome !== 'no inspection file' ||
          [own, others].some((one) => (one?.profile.all.bySchools[outcome].numerator ?? 0) > 0),
      )
      .map((outcome) => {
        const schools = all.bySchools[outcome];
        const pupils = all.byPupils[outcome];
        const beside = others?.profile.all.bySchools[outcome];
        const published = england.find((figure) => figure.label === outcome);
        return {
          outcome: sentence(outcomeWords[outcome]),
          schools: count(schools.numerator),
          schoolsShare: percent(schools.numerator, schools.denominator),
          pupils: count(pupils.numerator),
          pupilsShare: percent(pupils.numerator, pupils.denominator),
          others: beside === undefined ? null : percent(beside.numerator, beside.denominator),
          england: published === undefined ? null : `${String(published.number)}%`,
        };
      }),
  };
}
