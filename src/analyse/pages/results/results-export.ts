import { readResultsOfAuthority } from '#/analyse/actions/read-results-of-authority.ts';
import type { ResultsOfAuthority } from '#/analyse/actions/results-of-authority.ts';
import type { PooledYear } from '#/analyse/rules/results-of-schools/pooled-years.ts';
import type { Parts } from '#/parts.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { exportNotes, pupilsCell, rounded, tooFewPupils } from '#/platform/web/export-notes.ts';
import { groupInWords } from '#/platform/web/measure-words.ts';
import { askedOf } from '#/platform/web/results-pages.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

type Shown = NonNullable<ResultsOfAuthority['shown']>;

/** One figure of the page: of whom, when, what, and of how many, or why there is none. */
interface Figure extends Pick<PooledYear, 'year' | 'number' | 'why' | 'interval'> {
  readonly table: string;
  readonly population: string;
  readonly measure: Shown['chosen']['measure'];
  readonly group: string;
  readonly behind: Pick<PooledYear, 'pupils' | 'reached' | 'schools' | 'without' | 'status'> | null;
}

/** Every figure of the page of results, a line each, as chosen there. */
export function resultsDownload(read: ResultsOfAuthority): Download {
  const { authority, shown, sources } = read;
  const rows = shown === null ? [] : [...trend(shown), ...gap(shown), ...districts(shown), ...glance(shown)];
  return {
    name: `results-${authority.slug}-${read.asAt}`,
    tables: [
      cellsOf({
        name: 'Results',
        columns: [
          { heading: 'Table', value: (row: Figure) => row.table, width: 26 },
          { heading: 'Population', value: (row) => row.population, width: 40 },
          { heading: 'Measure', value: (row) => row.measure.title, width: 48 },
          { heading: 'Pupils counted', value: (row) => row.group, width: 32 },
          { heading: 'School year', value: (row) => schoolYearName(row.year) },
          { heading: 'Figure', value: (row) => cell(row.number) ?? row.why, decimals: 2 },
          { heading: 'Unit', value: (row) => row.measure.unit },
          {
            heading: 'Pupils',
            value: ({ number, behind }) => (number === null ? null : pupilsCell(behind?.pupils ?? null)),
          },
          {
            heading: 'Of them reached it',
            value: ({ behind }) => {
              const reached = behind?.reached ?? null;
              return reached === null ? null : pupilsCell(reached);
            },
          },
          {
            heading: 'Schools',
            value: ({ number, behind }) => (number === null ? null : (behind?.schools ?? null)),
          },
          { heading: 'Schools without a figure', value: ({ behind }) => behind?.without ?? null },
          { heading: 'Range by chance 95%, from', value: ({ interval }) => cell(interval?.[0]), decimals: 2 },
          { heading: 'Range by chance 95%, to', value: ({ interval }) => cell(interval?.[1]), decimals: 2 },
          { heading: 'Release', value: ({ behind }) => behind?.status ?? null },
        ],
        rows,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `Results of schools in ${authority.name}`,
      authority,
      about: [
        `As known on ${dateInWords(read.asAt)}.`,
        'Percentages are computed from pupils added up school by school; other figures are weighted by pupils. England as published is not computed here.',
        'Years before and after a break of a measure cannot be compared.',
      ],
      sources,
      confidential: false,
      suppression: ['Where one side of a gap is suppressed the other is too: together they would tell it.'],
    }),
  };
}

function cell(number: number | null | undefined): number | null {
  return number === null || number === undefined ? null : rounded(number);
}

function trend({ own, published, england, beside, chosen }: Shown): readonly Figure[] {
  const { measure } = chosen;
  const group = groupInWords(chosen.group);
  const about = { table: 'Trend', measure, group };
  const lines = [
    own,
    ...beside,
    ...(england === null ? [] : [{ ...england, name: 'England, schools in the files imported' }]),
  ];
  return [
    ...lines.flatMap(({ name, years }) =>
      years.map((year) => ({ ...about, population: name, ...year, behind: year })),
    ),
    ...published.map(({ year, number, status }) => ({
      ...about,
      population: `England, as published${status === 'unconfirmed' ? ' (unconfirmed)' : ''}`,
      year,
      number,
      why: null,
      interval: null,
      behind: null,
    })),
  ];
}

/** Both sides and the gap of each year; where one side is of too few pupils, neither is told. */
function gap({ gap: told, chosen, own }: Shown): readonly Figure[] {
  if (told === null) return [];
  const { measure } = chosen;
  const about = { table: 'Gap', measure };
  const [first, second] = told.own;
  const held = new Set(
    [first, second].flatMap(({ years }) =>
      years.flatMap(({ year, why }) => (why?.startsWith('suppressed') === true ? [year] : [])),
    ),
  );
  const side = (line: typeof first, group: string): readonly Figure[] =>
    line.years.map((year) =>
      held.has(year.year)
        ? {
            ...about,
            group,
            population: own.name,
            year: year.year,
            number: null,
            why: tooFewPupils,
            interval: null,
            behind: null,
          }
        : { ...about, group, population: own.name, ...year, behind: year },
    );
  const gapGroup = `${groupInWords(told.group)} less ${groupInWords(told.others)}`;
  return [
    ...side(first, groupInWords(told.group)),
    ...side(second, groupInWords(told.others)),
    ...told.gap.map(({ year, gap: number, why, interval }) => ({
      ...about,
      group: gapGroup,
      population: own.name,
      year,
      number: held.has(year) ? null : number,
      why: held.has(year) ? tooFewPupils : why,
      interval: held.has(year) ? null : interval,
      behind: null,
    })),
    ...told.published.map(({ year, gap: number }) => ({
      ...about,
      group: gapGroup,
      population: 'England, as published',
      year,
      number,
      why: null,
      interval: null,
      behind: null,
    })),
  ];
}

function districts({ districts: told, chosen }: Shown): readonly Figure[] {
  return told.map(({ name, year }) => ({
    table: 'Districts',
    population: name,
    measure: chosen.measure,
    group: groupInWords(chosen.group),
    ...year,
    behind: year,
  }));
}

function glance({ glance: told, own }: Shown): readonly Figure[] {
  return told.map(({ measure, newest }) => ({
    table: 'Newest year of every measure',
    population: own.name,
    measure,
    group: groupInWords('all'),
    ...newest,
    behind: newest,
  }));
}

/** The figures of the page as files. */
export const resultsDownloads = downloads((parts: Parts) => ({
  path: '/authorities/:authority/results',
  permission: 'read published data',
  logs: 'nothing confidential',
  take: async ({ person, params, query }) =>
    resultsDownload(await readResultsOfAuthority(parts, person, params['authority'] ?? '', askedOf(query))),
}));
