import type { EarlyWarningRead } from '#/analyse/actions/early-warning-read.ts';
import type { ForecastTarget, Horizon } from '#/analyse/rules/forecast/forecast.ts';
import { outOf } from '#/platform/web/chance-words.ts';
import { findingWords } from '#/platform/web/forecast-words.ts';
import { count, dateInWords, decimals, list, plural } from '#/platform/web/words.ts';
import { horizonOf, inOrder } from './warning-list.ts';

/** A number of schools that is expected: whole from ten on. */
export function schoolsExpected(expected: number): string {
  return expected < 9.95 ? decimals(expected, 1) : count(Math.round(expected));
}

/** How many schools there are, how many are expected to fall by when, and who is likeliest. */
export function answerOf(read: EarlyWarningRead, months: Horizon): readonly string[] {
  const { run, schools, without, whole, authority } = read;
  if (run === null) return [];
  const can = schools.filter(({ now }) => now !== 'not good');
  const falls = read.falls(months);
  const all = schools.length + without.length;
  const ofWhom = whole
    ? `the ${plural(all, 'school')} of ${authority.name}`
    : `your ${plural(all, 'school')}`;
  const range =
    falls.range === null
      ? ', without a range: the model that made the forecast is no longer here'
      : `: in 8 cases of 10 between ${count(falls.range.low)} and ${count(falls.range.high)}`;
  const likeliest = inOrder(can, { sort: 'chance', order: 'descending', months }).slice(0, 3);
  return [
    `${standingOf(read, falls.schools, ofWhom)} We expect about ${schoolsExpected(falls.expected)} of them to ${findingWords[run.target].comes} by ${dateInWords(falls.by)}, within ${String(months)} months${range}.`,
    ...(likeliest.length === 0
      ? []
      : [
          `Likeliest: ${list(likeliest.map((one) => `${one.name} (${outOf(horizonOf(one.warning, months).found.chance)})`))}.`,
        ]),
  ];
}

function standingOf({ run, schools }: EarlyWarningRead, can: number, ofWhom: string): string {
  if (run?.target === 'below good') return `Of ${ofWhom}, ${count(can)} are good or better now.`;
  const carded = schools.filter(({ now }) => now === 'good').length;
  return `At ${count(can)} of ${ofWhom} no report card has found ${run?.target === 'any area below expected' ? 'an area' : 'leadership and governance'} below expected: ${plural(carded, 'has', 'have')} a report card, the others none yet.`;
}

/** `If you can visit 20 schools …`: what the schools with the highest chances hold, as an expectation. */
export function visitsInWords(read: EarlyWarningRead, visits: number, months: Horizon): string | null {
  const { run } = read;
  const { schools } = read.falls(months);
  if (run === null || schools === 0) return null;
  const reach = read.reach(months, visits);
  const which =
    reach.visits === schools ? 'all of them' : `the ${count(reach.visits)} with the highest chances`;
  return `If you can visit ${plural(visits, 'school')}: ${which} hold about ${schoolsExpected(reach.falls)} of the ${schoolsExpected(reach.of)} schools that we expect to ${findingWords[run.target].comes} within ${String(months)} months. This is what the chances add up to, not a promise${reach.falls < reach.visits / 2 ? ': most of the schools visited would not' : ''}.`;
}

/** What a chance of this target means, in a sentence under the table. */
export function meaningOf(target: ForecastTarget, months: Horizon): string {
  const finding = findingWords[target].of;
  return `A chance says how often ${finding} would come within ${String(months)} months among schools like this: about 1 in 8 means that of eight such schools one does and seven do not. It holds both whether there is a full inspection by then and what it would find. The range is where the chance lies in 8 cases of 10.`;
}
