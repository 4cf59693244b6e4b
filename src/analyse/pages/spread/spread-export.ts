import { readSpreadOfSchools } from '#/analyse/actions/read-spread-of-schools.ts';
import type { SpreadOfSchools } from '#/analyse/actions/spread-of-schools.ts';
import type { SchoolInSpread } from '#/analyse/rules/results-of-schools/spread.ts';
import type { Parts } from '#/parts.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { exportNotes, isOfTooFew, pupilsCell, rounded, tooFewPupils } from '#/platform/web/export-notes.ts';
import { groupInWords } from '#/platform/web/measure-words.ts';
import { askedOf } from '#/platform/web/results-pages.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

/** One school, with its place or with why it has none. */
interface Row {
  readonly school: { readonly urn: string; readonly name: string; readonly district: string | null };
  readonly pupils: number | null;
  readonly placed: SchoolInSpread | null;
  readonly why: string | null;
}

/** Every school of the page, those without a figure included, in order of name: no place is given in a list. */
export function spreadDownload(read: SpreadOfSchools): Download {
  const { authority, shown, sources } = read;
  const rows = shown === null ? [] : rowsOf(shown);
  const chosen = shown?.chosen;
  return {
    name: `spread-of-schools-${authority.slug}-${read.asAt}`,
    tables: [
      cellsOf({
        name: 'Schools',
        columns: [
          { heading: 'URN', value: ({ school }: Row) => school.urn },
          { heading: 'School', value: ({ school }) => school.name, width: 40 },
          { heading: 'District', value: ({ school }) => school.district, width: 22 },
          { heading: 'Measure', value: () => chosen?.measure.title ?? null, width: 48 },
          { heading: 'Pupils counted', value: () => groupInWords(chosen?.group ?? 'all'), width: 24 },
          {
            heading: 'School year',
            value: () => (chosen === undefined ? null : schoolYearName(chosen.year)),
          },
          {
            heading: 'Figure',
            value: ({ placed, why }) => (placed === null ? why : rounded(placed.result.number)),
            decimals: 2,
          },
          { heading: 'Unit', value: () => chosen?.measure.unit ?? null },
          { heading: 'Pupils', value: ({ pupils }) => pupilsCell(pupils) },
          { heading: 'Range by chance 95%, from', value: ({ placed }) => end(placed, 0), decimals: 2 },
          { heading: 'Range by chance 95%, to', value: ({ placed }) => end(placed, 1), decimals: 2 },
          {
            heading: 'Higher than so many of all schools (%)',
            value: ({ placed }) => (placed === null ? null : rounded(100 * placed.above, 0)),
          },
          { heading: 'Quarter, 1 is lowest', value: ({ placed }) => placed?.quarter ?? null },
          { heading: 'Beside the average', value: ({ placed }) => placed?.beside ?? null },
          { heading: 'Release', value: ({ placed }) => placed?.result.status ?? null },
        ],
        rows,
        blank: 'no figure',
      }),
    ],
    notes: exportNotes({
      title: `Spread of schools in ${authority.name}`,
      authority,
      about: [
        `As known on ${dateInWords(read.asAt)}, in order of name.`,
        shown === null
          ? 'The files imported have no results of its schools.'
          : `All schools: ${String(shown.everyone.schools)}${shown.alone ? ', of this authority alone' : ''}. Beside the average: “below” is beyond what chance gives one school in 20 with so many pupils, “far below” one in 500.`,
        'An order by result is mostly one of luck where the ranges overlap.',
      ],
      sources,
      confidential: false,
    }),
  };
}

function end(placed: SchoolInSpread | null, at: 0 | 1): number | null {
  const interval = placed?.interval ?? null;
  return interval === null ? null : rounded(interval[at]);
}

function rowsOf({ schools, without }: NonNullable<SpreadOfSchools['shown']>): readonly Row[] {
  const withFigure = schools.map((placed): Row => {
    const { urn, name, district, cohort } = placed.result;
    const few = isOfTooFew(cohort);
    return {
      school: { urn, name, district },
      pupils: cohort,
      placed: few ? null : placed,
      why: few ? tooFewPupils : null,
    };
  });
  const others = without.map((one): Row => ({
    school: one,
    pupils: null,
    placed: null,
    why: one.code === '' ? one.missing : `${one.missing} (${one.code})`,
  }));
  return [...withFigure, ...others].toSorted((a, b) => a.school.name.localeCompare(b.school.name, 'en-GB'));
}

/** The schools of the page as files. */
export const spreadDownloads = downloads((parts: Parts) => ({
  path: '/authorities/:authority/results/spread',
  permission: 'read published data',
  logs: 'nothing confidential',
  take: async ({ person, params, query }) =>
    spreadDownload(await readSpreadOfSchools(parts, person, params['authority'] ?? '', askedOf(query))),
}));
