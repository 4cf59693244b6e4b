import type { IntervalChart } from '#/platform/charts/interval-chart.ts';
import { dateInWords } from '#/platform/web/words.ts';
import type { Overview } from '#/schools/actions/overview.ts';
import { phaseRows } from './members-view.ts';

/** How good the schools of each phase are, beside England’s share; `null` where no school has an overall grade. */
export function membersChart(overview: Overview): IntervalChart | null {
  const rows = phaseRows(overview).filter(({ percentage }) => percentage !== null);
  if (rows.length === 0) return null;
  const england = overview.england.find(({ label }) => label === 'good or better');
  return {
    title: 'Share of schools with an overall grade that are good or outstanding, by phase',
    description: `${rows.map(({ name, goodOrBetter }) => `${name}: ${goodOrBetter}`).join('; ')}. The table below has the same figures.`,
    scale: { from: 0, to: 100, unit: '%' },
    level:
      england === undefined
        ? null
        : {
            at: england.number,
            words: `England ${String(england.number)}%, ${dateInWords(england.asAt)}`,
          },
    rows: rows.map(({ name, percentage, goodOrBetter, total }) => ({
      name,
      number: percentage,
      shown: goodOrBetter,
      interval: null,
      own: total || rows.length === 1,
    })),
  };
}
