import { readSchoolCompared } from '#/analyse/actions/read-school-compared.ts';
import type { MeasureCompared, SchoolCompared } from '#/analyse/actions/school-compared.ts';
import type { Parts } from '#/parts.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { exportNotes, isOfTooFew, pupilsCell, rounded, tooFewPupils } from '#/platform/web/export-notes.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

interface Row extends Pick<MeasureCompared, 'measure' | 'year'> {
  readonly who: string;
  readonly figure: MeasureCompared['own'];
  readonly difference: string | null;
}

/** A school and everyone beside it, a line for each measure and each of them. */
export function comparedDownload(read: SchoolCompared): Download {
  const { authority, school, sources, similar } = read;
  return {
    name: `compared-${school.urn}-${read.asAt}`,
    tables: [
      cellsOf({
        name: 'Compared',
        columns: [
          { heading: 'Measure', value: ({ measure }: Row) => measure.title, width: 48 },
          { heading: 'School year', value: ({ year }) => schoolYearName(year) },
          { heading: 'Who', value: ({ who }) => who, width: 44 },
          {
            heading: 'Figure',
            value: ({ figure }) => told(figure, figure.number) ?? figure.why,
            decimals: 2,
          },
          { heading: 'Unit', value: ({ measure }) => measure.unit },
          { heading: 'Pupils', value: ({ figure }) => pupilsCell(figure.pupils) },
          { heading: 'Schools', value: ({ figure }) => figure.schools },
          {
            heading: 'Range by chance 95%, from',
            value: ({ figure }) => told(figure, figure.interval?.[0] ?? null),
            decimals: 2,
          },
          {
            heading: 'Range by chance 95%, to',
            value: ({ figure }) => told(figure, figure.interval?.[1] ?? null),
            decimals: 2,
          },
          { heading: `${school.name} beside it`, value: ({ difference }) => difference, width: 24 },
        ],
        rows: read.measures.flatMap((one) => rowsOf(one, read)),
        blank: 'not told',
      }),
      cellsOf({
        name: 'Similar schools',
        columns: [
          { heading: 'URN', value: ({ urn }: (typeof similar)[number]) => urn },
          { heading: 'School', value: ({ name }) => name, width: 40 },
          { heading: 'Distance', value: ({ distance }) => rounded(distance), decimals: 2 },
          { heading: 'Why it is here', value: ({ why }) => why, width: 100 },
        ],
        rows: similar,
        blank: 'not stated',
      }),
    ],
    notes: exportNotes({
      title: `${school.name} (${school.urn}) compared`,
      authority,
      about: [
        `As known on ${dateInWords(read.asAt)}, each measure in the newest year in which the school has a figure.`,
        'Higher and lower mean: by more than the chances of both together could make, with so many pupils.',
        'Similar schools are the nearest by who the pupils are, never by results.',
        ...read.notThere,
      ],
      sources,
      confidential: false,
    }),
  };
}

/** A number, unless it is of too few pupils to leave the authority. */
function told({ pupils }: MeasureCompared['own'], number: number | null): number | string | null {
  if (number === null) return null;
  return isOfTooFew(pupils) ? tooFewPupils : rounded(number);
}

function rowsOf(
  { measure, year, own, others }: MeasureCompared,
  { school, beside }: SchoolCompared,
): readonly Row[] {
  return [
    { measure, year, who: school.name, figure: own, difference: null },
    ...others.map((figure, index) => ({
      measure,
      year,
      who: beside[index]?.name ?? '',
      figure,
      difference: isOfTooFew(own.pupils) || isOfTooFew(figure.pupils) ? tooFewPupils : figure.difference,
    })),
  ];
}

/** The comparison as files. */
export const comparedDownloads = downloads((parts: Parts) => ({
  path: '/authorities/:authority/schools/:urn/compared',
  permission: 'read published data',
  logs: 'nothing confidential',
  take: async ({ person, params, query }) =>
    comparedDownload(
      await readSchoolCompared(
        parts,
        person,
        params['authority'] ?? '',
        params['urn'] ?? '',
        query['with']?.at(-1) ?? '',
      ),
    ),
}));
