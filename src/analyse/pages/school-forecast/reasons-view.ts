import type { SchoolOutlook } from '#/analyse/actions/school-outlook.ts';
import type { ForecastTarget } from '#/analyse/rules/forecast/forecast.ts';
import type { ContributionChart } from '#/platform/charts/contribution-chart.ts';
import { decimals } from '#/platform/web/words.ts';

const moves = {
  when: 'moves when it is inspected',
  what: 'moves what is found',
  both: 'moves both',
} as const;

/** Reasons for and against as bars, and the same as a table. */
export function reasonsView(reasons: SchoolOutlook['reasons'], target: ForecastTarget) {
  return {
    chart: reasons.length === 0 ? null : chartOf(reasons),
    compared: comparedWith[target],
    rows: reasons.map((reason) => ({
      words: reason.words,
      way: reason.amount > 0 ? 'Raises the chance' : 'Lowers the chance',
      moves: moves[reason.moves].replace(/^m/, 'M'),
      says: timesInWords(reason.amount),
      timing: reason.timing === 0 ? 'nothing' : timesInWords(reason.timing),
      outcome: reason.outcome === 0 ? 'nothing' : timesInWords(reason.outcome),
    })),
  };
}

/** What a school is held against. */
const comparedWith: Readonly<Record<ForecastTarget, string>> = {
  'below good':
    'Compared with the average good or outstanding school of England that the model was fitted on.',
  'any area below expected':
    'Compared with the average school of England that the model was fitted on, in inspections before report cards: what told schools apart then is taken to do so still, in part.',
  'leadership and governance below expected':
    'Compared with the average school of England that the model was fitted on, in inspections before report cards: what told schools apart then is taken to do so still, in part.',
};

function chartOf(reasons: SchoolOutlook['reasons']): ContributionChart {
  const raising = reasons.filter(({ amount }) => amount > 0);
  const first = reasons[0];
  return {
    title: `${String(raising.length)} of ${String(reasons.length)} things raise the chance, ${String(reasons.length - raising.length)} lower it`,
    description: `Bars to the right raise the chance, bars to the left lower it. The longest: ${first?.words ?? ''}. The table below has all of them.`,
    lower: 'lowers the chance',
    higher: 'raises the chance',
    rows: reasons.map((reason) => ({
      label: `${reason.words} (${moves[reason.moves]})`,
      amount: reason.amount,
      says: timesInWords(reason.amount),
    })),
  };
}

/** `1.6 times the odds`. */
function timesInWords(amount: number): string {
  return `${decimals(Math.exp(amount), Math.abs(amount) < 0.095 || amount < -0.69 ? 2 : 1)} times the odds`;
}
