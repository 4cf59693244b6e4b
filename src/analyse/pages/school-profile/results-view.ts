import type { ResultsChart, ResultsLine } from '#/platform/charts/results-chart.ts';
import { decimals, difference, list, plural } from '#/platform/web/words.ts';
import { schoolYearName, type SchoolYear } from '#/schools/rules/dates.ts';
import type { MeasureResults, YearResult } from '#/schools/rules/results-by-year.ts';
import type { MeasureId } from '#/schools/rules/value.ts';

/** Measures that are looked at together; what is in none of them is in the last table. */
const charted: readonly (readonly MeasureId[])[] = [
  ['ks2-rwm-expected'],
  ['ks2-reading-progress', 'ks2-writing-progress', 'ks2-maths-progress'],
  ['ks4-attainment-8'],
  ['ks4-progress-8'],
];

/** What stands above the measures of a publication that have no chart of their own. */
const otherTitles: Readonly<Record<MeasureResults['publication'], string>> = {
  'key-stage-2': 'Other published results at key stage 2',
  'key-stage-4': 'Other published results at key stage 4',
  absence: 'Absence',
  census: 'Pupils in the school census',
  'early-years': 'Early years',
  phonics: 'Phonics',
  exclusions: 'Suspensions and permanent exclusions',
};

/** Results of a school: charts, each with its table, and a table of everything else at each key stage. */
export function resultsView(results: readonly MeasureResults[]) {
  const groups = charted
    .map((ids) => ids.flatMap((id) => results.filter((one) => one.measure === id)))
    .filter((group) => group.some((one) => one.years.some((year) => year.number !== null)));
  const shown = new Set(groups.flat().map((one) => one.measure));
  const others = results.filter((one) => !shown.has(one.measure));
  return {
    groups: groups.map((group) => ({
      chart: chartOf(group),
      table: tableOf(group),
      intervals: group.some((one) => one.years.some((year) => year.interval !== null)),
    })),
    others: [...Map.groupBy(others, ({ publication }) => publication)].map(([publication, same]) => ({
      title: otherTitles[publication],
      newest: same.map(newestOf),
      table: tableOf(same),
    })),
    empty: results.length === 0,
  };
}

/** The newest figure of a measure that has no chart, with what is behind it and England's beside it. */
function newestOf(one: MeasureResults) {
  const newest = one.years.findLast(({ number }) => number !== null);
  if (newest?.number === undefined || newest.number === null)
    return { title: one.title, shown: null, detail: one.years.at(-1)?.why ?? 'no file imported has it' };
  const details = [
    schoolYearName(newest.year),
    ...(newest.pupils === null || one.unit === 'pupils' ? [] : [plural(newest.pupils, 'pupil')]),
    ...(newest.england === null ? [] : [`England ${shownNumber(newest.england, one)}`]),
    ...(newest.before ? ['predecessor'] : []),
  ];
  const of =
    one.unit === 'pupils' && newest.pupils !== null && newest.pupils !== newest.number
      ? ` of ${String(newest.pupils)}`
      : '';
  return { title: one.title, shown: `${shownNumber(newest.number, one)}${of}`, detail: details.join(', ') };
}

/** A number with its unit and as many decimals as it was published with: `58%`, `46.5`, `−1.2`. */
export function shownNumber(
  number: number,
  results: Pick<MeasureResults, 'unit' | 'kind' | 'measure'>,
): string {
  if (results.unit === 'pupils') return decimals(number, 0);
  // A tenth of the sessions tells one school's absence from another's.
  if (results.unit === '%') return `${decimals(number, results.measure.startsWith('absence') ? 1 : 0)}%`;
  return results.kind === 'progress' ? difference(number, placesOf(results)) : decimals(number, 1);
}

function placesOf({ measure }: Pick<MeasureResults, 'measure'>): number {
  return measure === 'ks4-progress-8' ? 2 : 1;
}

function tableOf(group: readonly MeasureResults[]) {
  const years = yearsOf(group);
  return {
    caption: list(group.map(({ title }, index) => (index === 0 ? title : inSentence(title)))),
    measures: group.map((one) => ({ title: one.title, england: hasEngland(one) })),
    rows: years.map((year) => ({
      year: schoolYearName(year),
      cells: group.map((one) =>
        cellOf(
          one.years.find((result) => result.year === year),
          one,
          year,
        ),
      ),
    })),
    notes: [
      ...new Set(group.flatMap((one) => one.breaks.map((b) => `${schoolYearName(b.before)}: ${b.words}.`))),
      ...whyNoEngland(group),
    ],
  };
}

function hasEngland({ years }: MeasureResults): boolean {
  return years.some(({ england }) => england !== null);
}

/** A column of England that has nothing in it is left out; why, is said once. */
function whyNoEngland(group: readonly MeasureResults[]): readonly string[] {
  const without = group.filter((one) => !hasEngland(one));
  const others = without.filter(({ kind }) => kind !== 'progress').map(({ title }) => inSentence(title));
  return [
    ...(without.length > others.length
      ? ['Progress is held against 0, the average in England of pupils with the same starting points.']
      : []),
    ...(others.length > 0 ? [`No figure for England is held here for ${list(others)}.`] : []),
  ];
}

/** `Progress in maths` inside a sentence: `progress in maths`; names such as `EBacc` or `Attainment 8` stay. */
function inSentence(title: string): string {
  return /^[A-Z][a-z]+ [a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}

function cellOf(result: YearResult | undefined, one: MeasureResults, year: SchoolYear) {
  if (result === undefined || result.number === null) {
    return {
      number: null,
      why:
        result?.why ?? one.otherYears.find((other) => other.year === year)?.why ?? 'no file imported has it',
      detail: null,
      ...englandOf(result, one),
    };
  }
  const details = [
    result.pupils === null ? 'pupils not stated' : plural(result.pupils, 'pupil'),
    ...(result.interval === null
      ? []
      : [`plausibly ${result.interval.map((end) => shownNumber(end, one)).join(' to ')}`]),
    ...(result.before ? ['predecessor'] : []),
  ];
  return {
    number: shownNumber(result.number, one),
    why: null,
    detail: details.join(', '),
    ...englandOf(result, one),
  };
}

function englandOf(result: YearResult | undefined, one: MeasureResults) {
  const england = result?.england ?? null;
  return {
    england: england === null ? null : shownNumber(england, one),
    whyNoEngland: result?.why === 'none were published' ? 'none published' : 'not held here',
  };
}

function chartOf(group: readonly MeasureResults[]): ResultsChart {
  const years = yearsOf(group);
  const [first] = group;
  if (first === undefined) throw new RangeError('A chart needs a measure');
  const own: ResultsLine[] = group.map((one) => ({
    name: group.length === 1 ? 'School' : shortName(one),
    role: 'own',
    points: years.map((year) =>
      pointOf(
        one.years.find((result) => result.year === year),
        one,
      ),
    ),
  }));
  const progress = first.kind === 'progress';
  const england: ResultsLine[] = progress || !hasEngland(first) ? [] : [englandLine(first, years)];
  return {
    title: titleOf(group),
    description: `${group.map((one) => describe(one)).join(' ')} The table below has the same figures.`,
    years: years.map(schoolYearName),
    lines: [...own, ...england],
    breaksBefore: [...new Set(first.breaks.map((b) => years.indexOf(b.before)))].filter((place) => place > 0),
    scale: scaleOf(group),
    level: progress ? { at: 0, words: 'England average' } : null,
  };
}

function pointOf(result: YearResult | undefined, one: MeasureResults) {
  const number = result?.number ?? null;
  return {
    number,
    shown: number === null ? '' : shownNumber(number, one),
    interval: result?.interval ?? null,
  };
}

function englandLine(one: MeasureResults, years: readonly number[]): ResultsLine {
  return {
    name: 'England',
    role: 'beside',
    points: years.map((year) => {
      const number = one.years.find((result) => result.year === year)?.england ?? null;
      return { number, shown: number === null ? '' : shownNumber(number, one), interval: null };
    }),
  };
}

/** Percentages from 0 to 100; points from 0; progress the same way up and down, so that neither looks larger. */
function scaleOf(group: readonly MeasureResults[]): ResultsChart['scale'] {
  const [first] = group;
  if (first?.unit === '%') return { from: 0, to: 100, unit: '%' };
  const numbers = group.flatMap((one) =>
    one.years.flatMap((year) => [year.number ?? 0, year.england ?? 0, ...(year.interval ?? [])]),
  );
  const reach = Math.max(1, ...numbers.map(Math.abs)) * 1.2;
  return { from: first?.kind === 'progress' ? -reach : 0, to: reach, unit: '' };
}

/** What to notice: the newest year, beside England. */
export function titleOf(group: readonly MeasureResults[]): string {
  const [first] = group;
  const latest = first?.years.findLast((year) => year.number !== null);
  const number = latest?.number ?? null;
  if (first === undefined || latest === undefined || number === null) return 'No figure was published';
  const year = schoolYearName(latest.year);
  if (first.kind === 'progress') return progressTitle(group, latest.year);
  const own = shownNumber(number, first);
  const subject =
    first.unit === '%' ? `${own} ${first.words} in ${year}` : `${first.title} was ${own} in ${year}`;
  if (latest.england === null) return subject;
  const gap = Math.abs(number - latest.england);
  const places = first.unit === '%' ? 0 : 1;
  if (Number(gap.toFixed(places)) === 0) return `${subject}, the same as England`;
  const unit = gap.toFixed(places) === '1' ? 'point' : 'points';
  return `${subject}, ${decimals(gap, places)} ${unit} ${number > latest.england ? 'above' : 'below'} England`;
}

/** `Progress in 2022/23: below England in reading and maths, close to England in writing`. */
function progressTitle(group: readonly MeasureResults[], latest: number): string {
  const results = group.flatMap((one) => {
    const result = one.years.find((found) => found.year === latest);
    return result === undefined || result.number === null
      ? []
      : [{ name: shortName(one), shown: shownNumber(result.number, one), verdict: beside(result) }];
  });
  const [first] = results;
  const year = schoolYearName(latest);
  if (group.length === 1 && first !== undefined)
    return `${first.name} in ${year}: ${first.shown}, ${first.verdict}`;
  const verdicts = [...Map.groupBy(results, ({ verdict }) => verdict)].map(
    ([verdict, same]) => `${verdict} in ${list(same.map(({ name }) => name.toLowerCase()))}`,
  );
  return `Progress in ${year}: ${verdicts.join('; ')}`;
}

/** Progress is held against 0, England's average, by its interval: a difference that few pupils explain is none. */
function beside({ number, interval }: YearResult): string {
  const [low, high] = interval ?? [number ?? 0, number ?? 0];
  if (low > 0) return 'above England';
  return high < 0 ? 'below England' : 'close to England';
}

function describe(one: MeasureResults): string {
  const years = one.years.map((year) => {
    const england = year.england === null ? '' : ` (England ${shownNumber(year.england, one)})`;
    return `${schoolYearName(year.year)} ${year.number === null ? (year.why ?? 'none') : shownNumber(year.number, one)}${england}`;
  });
  return `${one.title}: ${years.join('; ')}.`;
}

function shortName(one: MeasureResults): string {
  return (
    /reading|writing|maths/i.exec(one.title)?.[0].replace(/^./, (letter) => letter.toUpperCase()) ?? one.title
  );
}

function yearsOf(group: readonly MeasureResults[]): readonly number[] {
  const years = group.flatMap((one) => one.years.map((result) => result.year));
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, index) => first + index);
}
