import type { MapOfSchools, MappedSchool } from '#/analyse/actions/map-of-schools.ts';
import { readMapOfSchools } from '#/analyse/actions/read-map-of-schools.ts';
import type { Parts } from '#/parts.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import type { ExportColumn } from '#/platform/exports/table.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { exportNotes, pupilsCell } from '#/platform/web/export-notes.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

const columns: readonly ExportColumn<MappedSchool>[] = [
  { heading: 'URN', value: ({ school }) => school.urn },
  { heading: 'School', value: ({ school }) => school.name, width: 40 },
  { heading: 'Phase', value: ({ school }) => school.phase },
  { heading: 'District', value: ({ district }) => district.name, width: 22 },
  { heading: 'Town', value: ({ school }) => school.town, width: 20 },
  { heading: 'Postcode', value: ({ school }) => school.postcode },
  { heading: 'Easting (m)', value: ({ school }) => school.easting },
  { heading: 'Northing (m)', value: ({ school }) => school.northing },
  { heading: 'On the map', value: ({ place }) => (place === null ? 'no, place not stated' : 'yes') },
  { heading: 'Pupils', value: ({ school }) => pupilsCell(school.pupils) },
];

/** The schools of the map's list; with the group of the proposed category for those who may see it, as on the page. */
export function mapDownload(read: MapOfSchools): Download {
  const { authority, schools, groups, sources } = read;
  const groupColumn: readonly ExportColumn<MappedSchool>[] =
    groups === null
      ? []
      : [
          {
            heading: 'Group of the proposed category',
            value: ({ school }) =>
              groups.of.has(school.urn)
                ? (groups.of.get(school.urn) ?? 'no group')
                : groups.whole
                  ? 'not in the newest run'
                  : 'in confidence',
            width: 24,
          },
        ];
  return {
    name: `map-of-schools-${authority.slug}-${read.asAt}`,
    tables: [
      cellsOf({ name: 'Schools', columns: [...columns, ...groupColumn], rows: schools, blank: 'not stated' }),
    ],
    notes: exportNotes({
      title: `Schools of ${authority.name} by place`,
      authority,
      about: [
        `${plural(schools.length, 'school')} as known on ${dateInWords(read.asAt)}.`,
        'Eastings and northings are metres of the National Grid (OSGB36).',
        ...(groups === null ? [] : [`Groups are of the run as known on ${dateInWords(groups.run.asAt)}.`]),
      ],
      sources,
      confidential: groups !== null,
    }),
  };
}

/** The list as files; logged as what it may show, whoever reads it. */
export const mapDownloads = downloads((parts: Parts) => ({
  path: '/authorities/:authority/map',
  permission: 'read published data',
  logs: { event: 'exported categories' },
  take: async ({ person, params, query }) =>
    mapDownload(
      await readMapOfSchools(parts, person, params['authority'] ?? '', {
        district: query['district']?.at(-1),
        phase: query['phase']?.at(-1),
      }),
    ),
}));
