import type { Gap, PooledLine, ResultsOfAuthority } from '#/analyse/actions/results-of-authority.ts';
import type { PooledYear } from '#/analyse/rules/results-of-schools/pooled-years.ts';
import type { IntervalChart } from '#/platform/charts/interval-chart.ts';
import type { ResultsChart, ResultsLine } from '#/platform/charts/results-chart.ts';
import { groupInWords, inSentence, measureNumber } from '#/platform/web/measure-words.ts';
import { decimals, plural } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

type Shown = NonNullable<ResultsOfAuthority['shown']>;
type Measure = Shown['chosen']['measure'];

/** The authority over the years beside England and its region. */
export function trendChart(shown: Shown): ResultsChart {
  const { own, beside, chosen } = shown;
  const { measure } = chosen;
  const england = englandLine(shown);
  const lines = [
    resultsLine(own, 'own', measure),
    ...(england === null ? [] : [england]),
    ...beside.map((line) => resultsLine(line, 'beside', measure)),
  ];
  return {
    title: trendTitle(shown),
    description: `${measure.title}, ${groupInWords(chosen.group)}, ${plural(own.years.length, 'school year')}. The table below has the same figures.`,
    years: own.years.map(({ year }) => schoolYearName(year)),
    lines,
    breaksBefore: breaksIn(own.years, measure),
    scale: scaleOf(lines, measure),
    level: measure.kind === 'progress' ? { at: 0, words: 'England average' } : null,
  };
}

/** England as published where it was, otherwise as the files imported have it; progress is England's 0. */
function englandLine({ published, england, own, chosen }: Shown): ResultsLine | null {
  const { measure } = chosen;
  if (measure.kind === 'progress' && chosen.group === 'all') return null;
  if (published.length > 0)
    return {
      name: 'England',
      role: 'beside',
      points: own.years.map(({ year }) => {
        const number = published.find((one) => one.year === year)?.number ?? null;
        return {
          number,
          shown: number === null ? '' : measureNumber(number, measure, measure.unit === '%' ? 0 : undefined),
          interval: null,
        };
      }),
    };
  return england === null ? null : resultsLine(england, 'beside', measure);
}

function resultsLine({ name, years }: PooledLine, role: ResultsLine['role'], measure: Measure): ResultsLine {
  return {
    name,
    role,
    points: years.map(({ number, interval }) => ({
      number,
      shown: number === null ? '' : measureNumber(number, measure),
      interval: role === 'own' ? interval : null,
    })),
  };
}

function breaksIn(years: readonly PooledYear[], measure: Measure): readonly number[] {
  return measure.spans.flatMap(({ from, breakBefore }) => {
    const place = years.findIndex(({ year }) => year === from);
    return breakBefore !== null && place > 0 ? [place] : [];
  });
}

/** Shares from 0 to 100; points from 0; progress the same way up and down, so that neither looks larger. */
function scaleOf(lines: readonly ResultsLine[], measure: Measure): ResultsChart['scale'] {
  if (measure.unit === '%') return { from: 0, to: 100, unit: '%' };
  const numbers = lines.flatMap(({ points }) =>
    points.flatMap(({ number, interval }) => [number ?? 0, ...(interval ?? [])]),
  );
  const reach = Math.max(measure.kind === 'progress' ? 0.5 : 1, ...numbers.map(Math.abs)) * 1.2;
  return { from: measure.kind === 'progress' ? -reach : 0, to: reach, unit: '' };
}

/** What to notice: where it stands now, and whether the distance to England grew or shrank since the line began. */
function trendTitle(shown: Shown): string {
  const { own, chosen } = shown;
  const { measure } = chosen;
  const newest = own.years.findLast(({ number }) => number !== null);
  if (newest?.number === undefined || newest.number === null) return `No figure for ${own.name}`;
  const number = measureNumber(newest.number, measure);
  const subject = `${own.name}: ${number} in ${schoolYearName(newest.year)}`;
  const gaps = gapsToEngland(shown);
  const last = gaps.at(-1);
  const first = gaps.find(({ year }) => unbroken(measure, year, newest.year));
  if (last?.year !== newest.year) return subject;
  const side =
    Math.abs(last.gap) < 0.05 ? 'level with England' : last.gap > 0 ? 'above England' : 'below England';
  if (first === undefined || first.year === last.year) return `${subject}, ${side}`;
  const change = Math.abs(last.gap) - Math.abs(first.gap);
  const how =
    first.gap * last.gap < 0 || Math.abs(change) < 0.5
      ? ''
      : `, ${change > 0 ? 'further' : 'nearer'} than in ${schoolYearName(first.year)}`;
  return `${subject}, ${side}${how}`;
}

function gapsToEngland(shown: Shown): readonly { readonly year: number; readonly gap: number }[] {
  const line = englandLine(shown);
  const progress = shown.chosen.measure.kind === 'progress';
  return shown.own.years.flatMap(({ year, number }, index) => {
    const england = progress && line === null ? 0 : (line?.points[index]?.number ?? null);
    return number === null || england === null ? [] : [{ year, gap: number - england }];
  });
}

function unbroken({ spans }: Measure, year: number, other: number): boolean {
  return !spans.some(({ from, breakBefore }) => breakBefore !== null && from > year && from <= other);
}

/** Disadvantaged pupils and the others: two lines, and the distance between them. */
export function gapChart(shown: Gap, measure: Measure): ResultsChart {
  const { own, gap } = shown;
  const lines = own.map((line) =>
    resultsLine({ ...line, name: line === own[0] ? 'Disadvantaged' : 'Others' }, 'own', measure),
  );
  const newest = gap.findLast((year) => year.gap !== null);
  const size = newest?.gap ?? null;
  const beside =
    newest === undefined
      ? null
      : ([...shown.published, ...shown.england].find(({ year }) => year === newest.year)?.gap ?? null);
  const points = size === null ? '' : decimals(Math.abs(size), 1);
  const wider =
    size === null || beside === null || Math.abs(Math.abs(size) - Math.abs(beside)) < 0.5
      ? ''
      : `, ${Math.abs(size) > Math.abs(beside) ? 'wider' : 'narrower'} than England’s ${decimals(Math.abs(beside), 1)}`;
  return {
    title:
      size === null || newest === undefined
        ? 'No year has both groups'
        : `A gap of ${points} points in ${schoolYearName(newest.year)}${wider}`,
    description: `${measure.title} of disadvantaged pupils and of the others. The table below has the same figures.`,
    years: gap.map(({ year }) => schoolYearName(year)),
    lines,
    breaksBefore: breaksIn(own[0].years, measure),
    scale: scaleOf(lines, measure),
    level: null,
  };
}

/** Each district with its range, beside the authority as a whole; in order of name, for order by number would be a league. */
export function districtsChart({ districts, own, beside, chosen }: Shown): IntervalChart {
  const { measure } = chosen;
  const whole = chosen.district === null ? own : (beside[0] ?? own);
  const level = whole.years.find(({ year }) => year === chosen.year)?.number ?? null;
  const rows = districts.map(({ name, year }) => ({
    name,
    number: year.number,
    shown: year.number === null ? (year.why ?? '') : measureNumber(year.number, measure),
    interval: year.interval,
    own: name === chosen.district,
  }));
  const clear = districts.filter(
    ({ year: { interval } }) =>
      interval !== null && level !== null && (interval[0] > level || interval[1] < level),
  );
  const ends = rows.flatMap(({ number, interval }) => (number === null ? [] : [number, ...(interval ?? [])]));
  const all = [...ends, ...(level === null ? [] : [level])];
  const margin = (Math.max(...all) - Math.min(...all)) * 0.1 + 0.5;
  const round = measure.unit === '%' ? 5 : 1;
  return {
    title:
      clear.length === 0
        ? `No district differs from ${whole.name} by more than chance could make`
        : `${plural(clear.length, 'district differs', 'districts differ')} from ${whole.name} by more than chance could make: ${clear.map(({ name, year }) => `${name} ${(year.number ?? 0) > (level ?? 0) ? 'above' : 'below'}`).join(', ')}`,
    description: `${inSentence(measure.title)} by district in ${schoolYearName(chosen.year)}, each with its range of plausible values. The table below has the same figures.`,
    rows,
    scale: {
      from: Math.floor((Math.min(...all) - margin) / round) * round,
      to: Math.ceil((Math.max(...all) + margin) / round) * round,
      unit: measure.unit === '%' ? '%' : '',
    },
    level: level === null ? null : { at: level, words: `${whole.name} ${measureNumber(level, measure)}` },
  };
}
