import type { RegisterWithChances } from '#/analyse/actions/read-register-with-chances.ts';
import type { ForecastTarget } from '#/analyse/rules/forecast/forecast.ts';
import type { ExportCell } from '#/platform/exports/table.ts';
import { chancePercent, outOf } from '#/platform/web/chance-words.ts';
import { rounded } from '#/platform/web/export-notes.ts';
import { schoolForecastAddress } from '#/platform/web/forecast-addresses.ts';
import { findingWords } from '#/platform/web/forecast-words.ts';
import { dateInWords } from '#/platform/web/words.ts';
import type { Urn } from '#/schools/rules/urn.ts';

type Chances = RegisterWithChances['chances'];

const headings: Readonly<Record<ForecastTarget, { readonly column: string; readonly already: string }>> = {
  'below good': { column: 'Chance of falling', already: 'below good already' },
  'any area below expected': {
    column: 'Chance of an area below expected',
    already: 'an area below expected already',
  },
  'leadership and governance below expected': {
    column: 'Chance of leadership below expected',
    already: 'leadership below expected already',
  },
};

/** The heading of the column, in the words of what is forecast. */
export function chanceHeading(chances: Chances): string {
  return headings[chances?.target ?? 'below good'].column;
}

/** Whence the column is, and where its ranges are, in a sentence. */
export function chanceNote(chances: Chances): string {
  if (chances === null) return 'No forecast was kept, so no chance is told.';
  return `The chance is of ${findingWords[chances.target].of} within 18 months, by the newest forecast, as known on ${dateInWords(chances.asAt)}.`;
}

/** The chance of one school that could still fall; or in a few words why there is none. */
export function chanceOf(chances: Chances, urn: Urn) {
  if (chances === null) return { why: 'no forecast kept' };
  const school = chances.of.get(urn);
  if (school === undefined) return { why: 'not in the forecast' };
  if (school.now === 'not good') return { why: headings[chances.target].already };
  return 'chance' in school.told ? school.told.chance : { why: inBrief(school.told.why) };
}

/** `Not inspected yet, as far as …` to `not inspected yet`: a cell has no room for the rest. */
function inBrief(why: string): string {
  const [first = why] = why.split(/[,:.]/);
  return first.charAt(0).toLowerCase() + first.slice(1);
}

/** The cell of the page: the chance in words and percent, with the way to its reasons and its range. */
export function chanceCell({ chances, authority }: RegisterWithChances, urn: Urn) {
  const told = chanceOf(chances, urn);
  return 'why' in told
    ? { why: told.why, words: null }
    : {
        why: null,
        words: outOf(told.chance).replace(/^about /, ''),
        percent: chancePercent(told.chance),
        href: schoolForecastAddress(authority.slug, urn),
      };
}

/** The columns of the files: the chance and its range from 0 to 1, and as at which day. */
export function chanceColumns({ chances }: RegisterWithChances) {
  const of = (urn: Urn, one: 'chance' | 'low' | 'high'): ExportCell => {
    const told = chanceOf(chances, urn);
    return 'why' in told ? told.why : rounded(told[one], 3);
  };
  const heading = `${chanceHeading(chances)} within 18 months`;
  return [
    [heading, (urn: Urn) => of(urn, 'chance')],
    [`${heading}: at least, in 8 cases of 10`, (urn: Urn) => of(urn, 'low')],
    [`${heading}: at most, in 8 cases of 10`, (urn: Urn) => of(urn, 'high')],
    ['Forecast as at', (): ExportCell => (chances === null ? 'no forecast kept' : { date: chances.asAt })],
  ] as const;
}
