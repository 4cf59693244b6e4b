import { daysBetween, schoolYearName, schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';
import { daysInYear } from '../calendar.ts';
import { plural } from '../../words.ts';
import type { TrackedSchool } from '../tracked.ts';
import { schoolsBelow } from './facts-words.ts';
import type { Facts } from './facts.ts';

/** One school in twenty lies further out than this on one side. */
const unusualPlace = 1.64;
const longSinceInspection = 8;

const placesLookedAt: readonly { readonly what: string; readonly of: (facts: Facts) => number }[] = [
  { what: 'progress at key stage 2', of: ({ progress }) => progress },
  { what: 'attainment at key stage 2', of: ({ attainment }) => attainment },
  { what: 'Progress 8', of: ({ progress8 }) => progress8 },
  { what: 'Attainment 8', of: ({ attainment8 }) => attainment8 },
  { what: 'absence', of: ({ absence }) => absence },
];

/** What few schools of its phase have, good or bad, in sentences. */
export function unusualOf(facts: Facts): readonly string[] {
  const places = placesLookedAt.flatMap(({ what, of }) => {
    const place = of(facts);
    if (!(Math.abs(place) > unusualPlace)) return [];
    const others = schoolsBelow(-Math.abs(place));
    return [
      `Its ${what} is ${place > 0 ? 'higher' : 'lower'} than at all but about ${others} of 100 schools of England.`,
    ];
  });
  const long =
    facts.years > longSinceInspection
      ? [
          `It was last fully inspected ${facts.years.toFixed(1)} years ago; most schools were within the last five.`,
        ]
      : [];
  const fell =
    facts.progressChange < -1
      ? [
          `In one year its progress at key stage 2 fell from better than at about ${schoolsBelow(facts.progressLast - facts.progressChange)} of 100 schools of England to better than at about ${schoolsBelow(facts.progressLast)}.`,
        ]
      : [];
  return [...places, ...fell, ...long];
}

/** A year group smaller than this tells little of a school. */
const smallCohort = 11;

/** What makes the forecast of this school less sure than most, in sentences. */
export function lessSureOf({ history }: TrackedSchool, facts: Facts, asAt: IsoDate): readonly string[] {
  const newest = facts.newestResults;
  const stale = newest !== null && schoolYearOf(asAt) - newest > 2;
  return [
    ...(newest === null && (facts.phase === 'primary' || facts.phase === 'secondary')
      ? ['No results of the last five years can be placed among England’s schools.']
      : []),
    ...(stale ? [`The newest results known are of ${schoolYearName(newest)}.`] : []),
    ...(facts.phase === 'primary' && facts.cohort > 0 && facts.cohort < smallCohort
      ? [`Its year groups are small: ${plural(facts.cohort, 'pupil')} at most.`]
      : []),
    ...(history.joined
      ? ['Schools were joined to make it, so the inspections on record are of several schools.']
      : []),
    ...(history.openedOn !== null && daysBetween(history.openedOn, asAt) < 2 * daysInYear
      ? ['Its reference number is less than two years old.']
      : []),
  ];
}
