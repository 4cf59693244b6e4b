import { schoolYearName } from '#/schools/rules/dates.ts';
import { normalCdf } from '#/statistics/normal.ts';
import { plural } from '../../words.ts';
import type { Facts } from './facts.ts';
import type { Theme } from './terms.ts';

const standings = ['', 'outstanding', 'good', 'satisfactory or requires improvement', 'inadequate'] as const;

/** What is known of a school on a theme, as a sentence without a judgement: the bar beside it says which way it counts. */
export function factsInWords(theme: Theme, facts: Facts): string {
  return words[theme](facts);
}

/**
 * Whether a theme says nothing but what kind of school it is: results of a key stage it does not teach. A primary school
 * without results of key stage 2 lacks something; a secondary school without them does not.
 */
export function isOfItsKind(theme: Theme, facts: Facts): boolean {
  const own = resultsOf[theme];
  return own !== undefined && facts.phase !== own.phase && Number.isNaN(own.of(facts));
}

/** Which phase has results on a theme, and where they are. */
const resultsOf: Readonly<
  Partial<Record<Theme, { readonly phase: Facts['phase']; readonly of: (facts: Facts) => number }>>
> = {
  'progress at key stage 2': { phase: 'primary', of: ({ progress }) => progress },
  'attainment at key stage 2': { phase: 'primary', of: ({ attainment }) => attainment },
  'progress 8': { phase: 'secondary', of: ({ progress8 }) => progress8 },
  'attainment 8': { phase: 'secondary', of: ({ attainment8 }) => attainment8 },
};

const words: Readonly<Record<Theme, (facts: Facts) => string>> = {
  'time since the last inspection': ({ years, yearsSinceAny, standing }) =>
    `Last fully inspected ${ago(years)} (pauses not counted), then judged ${standings[standing]}${
      years - yearsSinceAny < 0.5 ? '' : `; visited without grades ${ago(yearsSinceAny)}`
    }`,
  'earlier inspections': ({ before, beforeThat, inspections }) =>
    before === 0
      ? 'One full inspection is on record'
      : `The inspection before the last: ${standings[before]}${beforeThat === 0 ? '' : `; the one before that: ${standings[beforeThat]}`}. ${plural(inspections, 'full inspection')} on record`,
  'kind of school': ({ phase, standing }) =>
    `A ${phase === 'pupil referral unit' ? phase : `${phase} school`}, last judged ${standings[standing]}`,
  'progress at key stage 2': ({ progress, progressLast, newestResults }) =>
    placed('Progress at key stage 2', progress, newestResults, progressLast),
  'attainment at key stage 2': ({ attainment, attainmentLast, newestResults }) =>
    placed('Attainment at key stage 2', attainment, newestResults, attainmentLast),
  'progress 8': ({ progress8, progress8Last, newestResults }) =>
    placed('Progress 8', progress8, newestResults, progress8Last),
  'attainment 8': ({ attainment8, newestResults }) => placed('Attainment 8', attainment8, newestResults),
  absence: ({ absence }) =>
    Number.isNaN(absence)
      ? 'Its absence is not known'
      : absence > 0
        ? `Absence higher than at about ${schoolsBelow(absence)} of 100 schools of England`
        : `Absence lower than at about ${schoolsBelow(-absence)} of 100 schools of England`,
  size: ({ pupils, cohort }) =>
    pupils > 0
      ? `${plural(pupils, 'pupil')} on roll`
      : cohort > 0
        ? `${plural(cohort, 'pupil')} in the largest year group with results`
        : 'How many pupils it has is not known',
  academy: ({ academy, yearsAsAcademy }) =>
    academy === 0
      ? 'Maintained by the authority'
      : `${academy === 2 ? 'A sponsored academy' : 'An academy or free school'}${
          Number.isNaN(yearsAsAcademy)
            ? ''
            : yearsAsAcademy < 1
              ? ' for less than a year'
              : ` for ${yearsAsAcademy.toFixed(1)} years`
        }`,
  authority: ({ authorityFalls }) =>
    `In two years good schools of this authority fell ${comparedWith(Math.exp(authorityFalls))} good schools of England`,
  deprivation: ({ deprivation }) =>
    deprivation === 0
      ? 'How deprived the area is is not known'
      : `The area is in fifth ${deprivation} of England by deprivation, 5 being the most deprived`,
};

function ago(years: number): string {
  return years < 1 ? 'less than a year ago' : `${years.toFixed(1)} years ago`;
}

function placed(what: string, place: number, newest: number | null, last = place): string {
  if (Number.isNaN(place)) return `${what}: no result that can be placed among England’s`;
  const change = last - place;
  const direction =
    Number.isNaN(change) || Math.abs(change) < 0.2 ? '' : change > 0 ? ', and rising' : ', and falling';
  const year = newest === null ? '' : ` (results to ${schoolYearName(newest)})`;
  const where =
    place < 0
      ? `about ${schoolsBelow(-place)} of 100 schools of England do better`
      : `better than at about ${schoolsBelow(place)} of 100 schools of England`;
  return `${what}${year}: ${where}${direction}`;
}

/** Of 100 schools, how many have a lower place: by the normal distribution, never 0 or 100. */
export function schoolsBelow(place: number): number {
  return Math.min(99, Math.max(1, Math.round(100 * normalCdf(place))));
}

/** `1.3 times as often as`, `about as often as`. */
function comparedWith(times: number): string {
  const shown = times.toFixed(1);
  return shown === '1.0' ? 'about as often as' : `${shown} times as often as`;
}
