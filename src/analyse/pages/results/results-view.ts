import type { PooledLine, ResultsOfAuthority } from '#/analyse/actions/results-of-authority.ts';
import type { PooledYear } from '#/analyse/rules/results-of-schools/pooled-years.ts';
import { resultsAddress, withQuery } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import {
  behindInWords,
  besideInWords,
  groupInWords,
  inSentence,
  measureNumber,
  measureRange,
} from '#/platform/web/measure-words.ts';
import { choosingFields, choosingQuery } from '#/platform/web/results-pages.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';
import { districtsChart, gapChart, trendChart } from './results-charts.ts';

type Shown = NonNullable<ResultsOfAuthority['shown']>;
type Measure = Shown['chosen']['measure'];

/** Everything the page of an authority's results shows. */
export function resultsView(read: ResultsOfAuthority) {
  const { authority, shown } = read;
  const about = {
    authority: authority.name,
    asAt: dateInWords(read.asAt),
    onlyMissing: read.onlyMissing,
  };
  if (shown === null) return { ...about, shown: null };
  const { chosen, choices } = shown;
  const { measure } = chosen;
  const districts = shown.districts.filter(({ year }) => year.number !== null);
  return {
    ...about,
    shown: {
      downloads: downloadLinks(resultsAddress(authority.slug), choosingQuery(shown)),
      form: {
        action: resultsAddress(authority.slug),
        label: 'Choose the results',
        fields: choosingFields(shown, ['measure', 'group', 'phase', 'district']),
      },
      summary: summaryOf(shown),
      gapSummary: gapSummary(shown),
      who: `${measure.title}, ${groupInWords(chosen.group)}`,
      notes: notesOf(shown),
      notThere: shown.notThere,
      trend: trendChart(shown),
      table: trendTable(shown),
      gap:
        shown.gap === null
          ? null
          : {
              chart: gapChart(shown.gap, measure),
              table: gapTable(shown),
              columns: { published: shown.gap.published.length > 0, england: shown.gap.england.length > 0 },
            },
      districts:
        districts.length < 2
          ? null
          : {
              chart: districtsChart(shown),
              year: schoolYearName(chosen.year),
              rows: shown.districts.map(({ name, year }) => ({
                name,
                href: withQuery(resultsAddress(authority.slug), {
                  ...choosingQuery(shown),
                  district: [name],
                }),
                ...cellOf(year, measure),
              })),
            },
      glance: shown.glance.map((one) => ({
        title: one.measure.title,
        href: withQuery(resultsAddress(authority.slug), { measure: [one.measure.id] }),
        current: one.measure.id === measure.id,
        year: schoolYearName(one.newest.year),
        ...cellOf(one.newest, one.measure),
        england:
          one.england === null
            ? null
            : measureNumber(one.england.number, one.measure, publishedPlaces(one.measure)),
        difference:
          one.england === null || one.newest.number === null
            ? null
            : besideInWords(
                one.newest.number,
                one.england.number,
                'England',
                one.measure,
                publishedPlaces(one.measure),
              ),
      })),
      several: choices.measures.length > 1,
    },
  };
}

/** England's percentages are published whole: a difference from one is not told more finely. */
function publishedPlaces(measure: Measure): number | undefined {
  return measure.unit === '%' ? 0 : undefined;
}

/** The answer in a sentence or two: the newest year, of how many, beside England, and how it moved. */
function summaryOf({ own, chosen, england, published }: Shown): string {
  const { measure, group } = chosen;
  const newest = own.years.findLast(({ number }) => number !== null);
  if (newest?.number === undefined || newest.number === null)
    return `There is no figure for ${groupInWords(group)} of ${own.name}: ${own.years.at(-1)?.why ?? 'none was published'}.`;
  const year = schoolYearName(newest.year);
  const number = measureNumber(newest.number, measure);
  const behind = behindInWords(newest);
  const subject =
    newest.reached !== null
      ? `In ${year}, ${number} of ${groupInWords(group)} in ${own.name} ${measure.words}: ${behind}`
      : `In ${year}, ${inSentence(measure.title)} was ${number} for ${groupInWords(group)} in ${own.name}: ${behind}`;
  const beside = besideEngland(newest, measure, england, published);
  return `${subject}${beside}. ${moved(own, measure)}`.trim();
}

function besideEngland(
  newest: PooledYear,
  measure: Measure,
  england: PooledLine | null,
  published: Shown['published'],
): string {
  const number = newest.number ?? 0;
  const figure = published.find(({ year }) => year === newest.year);
  if (figure !== undefined) {
    const places = publishedPlaces(measure);
    return `, ${besideInWords(number, figure.number, 'England', measure, places)} (${measureNumber(figure.number, measure, places)} as published)`;
  }
  const computed = england?.years.find(({ year }) => year === newest.year)?.number ?? null;
  if (computed === null) return '';
  return `, ${besideInWords(number, computed, 'England', measure)} (${measureNumber(computed, measure)} in the files imported)`;
}

/** How the newest year differs from the one before it, when the two may be compared and chance does not explain it. */
function moved({ years }: PooledLine, measure: Measure): string {
  const newest = years.findLast(({ number }) => number !== null);
  const before = years.findLast(
    ({ number, year }) => number !== null && newest !== undefined && year < newest.year,
  );
  if (newest?.number === undefined || newest.number === null) return '';
  if (before?.number === undefined || before.number === null) return '';
  const broken = measure.spans.find(({ from }) => from > before.year && from <= newest.year);
  const since = schoolYearName(before.year);
  if (broken !== undefined)
    return `It cannot be compared with ${since}: the measure changed, as the note under the table says.`;
  const overlap =
    newest.interval !== null &&
    before.interval !== null &&
    newest.interval[0] <= before.interval[1] &&
    before.interval[0] <= newest.interval[1];
  const change = besideInWords(newest.number, before.number, since, measure);
  if (change.startsWith('the same')) return `It was the same in ${since}.`;
  return `That is ${change}${overlap ? ', no more than chance could make' : ''}.`;
}

function gapSummary({ gap, chosen }: Shown): string | null {
  const newest = gap?.gap.findLast((year) => year.gap !== null);
  if (newest?.gap === undefined || newest.gap === null) return null;
  const points = measureNumber(Math.abs(newest.gap), { ...chosen.measure, unit: 'points', kind: 'mean' });
  const england = gap === null ? null : englandGapIn(gap, newest.year);
  const beside =
    england === null
      ? ''
      : ` In England it was ${measureNumber(Math.abs(england), { ...chosen.measure, unit: 'points', kind: 'mean' })} points.`;
  return `Disadvantaged pupils were ${points} points ${newest.gap < 0 ? 'below' : 'above'} the others in ${schoolYearName(newest.year)}.${beside}`;
}

/** What one year says in a table: the number, what is behind it, and its range. */
export function cellOf(year: PooledYear, measure: Measure) {
  return {
    number: year.number === null ? null : measureNumber(year.number, measure),
    why: year.why,
    behind: year.number === null ? null : behindInWords(year),
    range: year.interval === null ? null : measureRange(year.interval, measure),
    without: year.without === 0 ? null : plural(year.without, 'school'),
    status: year.status === null || year.status === 'final' ? null : statusWords(year.status),
  };
}

function trendTable({ own, ownPublished, beside, england, published, chosen }: Shown) {
  const { measure } = chosen;
  const others = [
    ...beside,
    ...(england === null ? [] : [{ ...england, name: 'England, schools in the files imported' }]),
  ];
  return {
    name: own.name,
    others: others.map(({ name }) => name),
    ownPublished: ownPublished.length > 0,
    published: published.length > 0,
    rows: own.years.map((year) => {
      const figure = published.find((one) => one.year === year.year);
      return {
        year: schoolYearName(year.year),
        ...cellOf(year, measure),
        others: others.map(({ years }) => {
          const other = years.find((one) => one.year === year.year);
          return other === undefined
            ? { number: null, why: 'no file imported has it', schools: null }
            : { ...cellOf(other, measure), schools: plural(other.schools, 'school') };
        }),
        published:
          figure === undefined ? null : measureNumber(figure.number, measure, publishedPlaces(measure)),
        ownPublished: publishedCell(ownPublished, year.year, measure),
      };
    }),
  };
}

/** The authority's own row of the tables in one year: its number, of how many pupils, and how firm. */
function publishedCell(rows: Shown['ownPublished'], year: number, measure: Measure) {
  const row = rows.find((one) => one.year === year);
  if (row === undefined || !('number' in row.value)) return { number: null, detail: null };
  const details = [
    ...(row.cohort === null ? [] : [plural(row.cohort, 'pupil')]),
    ...(row.status === 'final' ? [] : [statusWords(row.status)]),
  ];
  return {
    number: measureNumber(row.value.number, measure, publishedPlaces(measure)),
    detail: details.join(', '),
  };
}

function statusWords(status: ReleaseStatus): string {
  return status === 'not stated' ? 'not stated whether final' : status;
}

/** As published where it was, otherwise as the files imported have it. */
export function englandGapIn({ published, england }: NonNullable<Shown['gap']>, year: number): number | null {
  return [...published, ...england].find((one) => one.year === year)?.gap ?? null;
}

function gapTable({ gap, chosen }: Shown) {
  const { measure } = chosen;
  const points = { ...measure, unit: 'points', kind: 'progress' } as const;
  return (gap?.gap ?? []).map((year, index) => ({
    year: schoolYearName(year.year),
    cells: (gap?.own ?? []).map((line) => {
      const one = line.years[index];
      return one === undefined ? { number: null, why: 'not told', behind: null } : cellOf(one, measure);
    }),
    gap: year.gap === null ? null : measureNumber(year.gap, points),
    why: year.why,
    range: year.interval === null ? null : measureRange(year.interval, points),
    england: gapIn(gap?.england ?? [], year.year, points),
    published: gapIn(gap?.published ?? [], year.year, points),
  }));
}

function gapIn(
  england: readonly { readonly year: number; readonly gap: number | null }[],
  year: number,
  points: Parameters<typeof measureNumber>[1],
): string | null {
  const found = england.find((one) => one.year === year)?.gap ?? null;
  return found === null ? null : measureNumber(found, points);
}

function notesOf({ chosen, own, published, ownPublished }: Shown): readonly string[] {
  const { measure } = chosen;
  const breaks = measure.spans.flatMap(({ from, breakBefore }) =>
    breakBefore !== null && own.years.some(({ year }) => year === from) && own.years[0]?.year !== from
      ? [`${schoolYearName(from)}: ${breakBefore}.`]
      : [],
  );
  const unconfirmed = published.filter(({ status }) => status === 'unconfirmed');
  return [
    ...breaks,
    ...(measure.kind === 'proportion'
      ? [
          'Percentages are computed here: pupils are added up school by school, each the whole number of pupils nearest to the published percentage of its pupils.',
        ]
      : ['Each pupil counts the same: a school’s figure is weighted by its pupils.']),
    ...(ownPublished.length > 0
      ? [
          'As published is the authority’s own row of the tables: it may count pupils of schools that have no figure of their own, so it may differ a little.',
        ]
      : []),
    ...(measure.kind === 'progress'
      ? ['Progress is held against 0, the average in England of pupils with the same starting points.']
      : []),
    ...(unconfirmed.length > 0
      ? [
          `England as published is not confirmed for ${unconfirmed.map(({ year }) => schoolYearName(year)).join(', ')}.`,
        ]
      : []),
  ];
}
