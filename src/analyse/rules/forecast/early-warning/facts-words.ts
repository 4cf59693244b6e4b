import { schoolYearName } from '#/schools/rules/dates.ts';
import { normalCdf } from '#/statistics/normal.ts';
import { plural } from '../../words.ts';
import type { Facts } from './facts.ts';
import type { Theme } from './terms.ts';

const standings = ['', 'outstanding', 'good', 'requires improvement', 'inadequate'] as const;

/** What is known of a school on a theme, as a sentence without a judgement: the bar beside it says which way it counts. */
export function factsInWords(theme: Theme, facts: Facts): string {
  return words[theme](facts);
}

const words: Readonly<Record<Theme, (facts: Facts) => string>> = {
  'time since the last inspection': ({ years, standing }) =>
    `Last fully inspected ${years < 1 ? 'less than a year' : `${years.toFixed(1)} years`} ago (pauses left out), then ${standings[standing]}`,
  'earlier inspections': ({ before, beforeThat, inspections }) =>
    before === 0
      ? 'One full inspection is on record'
      : `Judged ${standings[before]} the time before${beforeThat === 0 ? '' : `, ${standings[beforeThat]} before that`}; ${inspections} full inspections on record`,
  'kind of school': ({ phase, standing }) =>
    `A ${phase === 'pupil referral unit' ? phase : `${phase} school`}, ${standings[standing]}`,
  'progress at key stage 2': ({ progress, progressLast, newestResults }) =>
    placed('Progress at key stage 2', progress, newestResults, progressLast),
  'attainment at key stage 2': ({ attainment, attainmentLast, newestResults }) =>
    placed('Attainment at key stage 2', attainment, newestResults, attainmentLast),
  'progress 8': ({ progress8, progress8Last, newestResults }) =>
    placed('Progress 8', progress8, newestResults, progress8Last),
  'attainment 8': ({ attainment8, newestResults }) => placed('Attainment 8', attainment8, newestResults),
  absence: ({ absence }) =>
    Number.isNaN(absence)
      ? 'No absence is known'
      : `Absence higher than at about ${schoolsBelow(absence)} in 100 schools of England`,
  size: ({ pupils, cohort }) =>
    Number.isNaN(pupils)
      ? `${plural(cohort, 'pupil')} in the largest year group with results`
      : `${plural(pupils, 'pupil')} on roll`,
  academy: ({ academy, yearsAsAcademy }) =>
    academy === 0
      ? 'Maintained by the authority'
      : `${academy === 2 ? 'A sponsored academy' : 'An academy or free school'}${Number.isNaN(yearsAsAcademy) ? '' : ` for ${yearsAsAcademy.toFixed(1)} years`}`,
  authority: ({ authorityFalls }) =>
    `In two years good schools of this authority fell ${timesInWords(Math.exp(authorityFalls))} as often as England’s`,
  deprivation: ({ deprivation }) =>
    deprivation === 0
      ? 'Deprivation of the area is not known'
      : `The area is in fifth ${deprivation} of England by deprivation, 5 the most deprived`,
};

function placed(what: string, place: number, newest: number | null, last = place): string {
  if (Number.isNaN(place)) return `${what}: no result is known`;
  const above = schoolsBelow(place);
  const change = last - place;
  const direction =
    Number.isNaN(change) || Math.abs(change) < 0.2 ? '' : change > 0 ? ', rising' : ', falling';
  const year = newest === null ? '' : ` (up to ${schoolYearName(newest)})`;
  return `${what}${year}: above about ${above} in 100 schools of England${direction}`;
}

/** Of 100 schools, how many have a lower place: by the normal distribution, never 0 or 100. */
function schoolsBelow(place: number): number {
  return Math.min(99, Math.max(1, Math.round(100 * normalCdf(place))));
}

function timesInWords(times: number): string {
  return `${times.toFixed(1)} times`;
}
