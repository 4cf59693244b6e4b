import type { Parts } from '#/parts.ts';
import { importFilesAddress, officialFilesAddress } from '#/platform/web/addresses.ts';
import type { HomePanel, PanelContent, PanelItem } from '#/platform/web/home-panel.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { readOfficialFiles, type OfficialFile } from '#/published/actions/read-official-files.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

/** Which official data are late, and which are due next. */
export function officialFilesPanel(parts: Parts): HomePanel {
  return {
    name: 'official-files',
    heading: 'Official data',
    for: { roles: ['director', 'head of service', 'analyst', 'data officer'] },
    order: 20,
    orderFor: { director: 150, 'head of service': 170 },
    read: async (person) => officialData(await readOfficialFiles(parts, person)),
  };
}

const shown = { late: 3, next: 3 } as const;

/** What is out and not here, then what comes next; files that were never wanted are not called late. */
export function officialData(files: readonly OfficialFile[]): PanelContent {
  const read = files.filter(({ isRead, imported }) => isRead && imported.length > 0);
  const late = read.filter(({ overdue }) => overdue !== null);
  const next = read
    .flatMap(({ id, title, next: release }) => (release === null ? [] : [{ id, title, release }]))
    .toSorted((a, b) => whenToSort(a.release).localeCompare(whenToSort(b.release)));
  const newest = read
    .flatMap(({ imported }) => imported.slice(0, 1))
    .toSorted((a, b) => b.knownOn.localeCompare(a.knownOn))
    .at(0);
  const links: readonly PanelItem[] = [
    ...late.slice(0, shown.late).flatMap(({ id, title, overdue }) =>
      overdue === null
        ? []
        : [
            {
              text: `${title}, ${schoolYearName(overdue.year)}, ${overdue.release}`,
              href: `${officialFilesAddress}#${id}`,
              when: { words: `not here: out ${whenOf(overdue)}`, state: 'late' } as const,
            },
          ],
    ),
    ...next.slice(0, shown.next).map(({ id, title, release }) => ({
      text: `${title}, ${schoolYearName(release.year)}, ${release.release}`,
      href: `${officialFilesAddress}#${id}`,
      when: { words: `expected ${whenOf(release)}`, state: 'waiting' } as const,
    })),
  ];
  return {
    parts:
      newest === undefined
        ? [
            {
              kind: 'nothing',
              text: 'No official file has been imported yet.',
              next: { text: 'Upload files', href: importFilesAddress },
            },
          ]
        : [
            {
              kind: 'sentence',
              text: `${late.length === 0 ? 'Of every official file that is used here, the newest release by the calendar is here.' : `Of ${plural(late.length, 'official file')} that ${late.length === 1 ? 'is' : 'are'} used here a newer release is out.`} The newest here became known on ${dateInWords(newest.knownOn)}.`,
            },
            { kind: 'links', links },
          ],
    more: {
      text: 'Every official file: where it is published, and what is here',
      href: officialFilesAddress,
    },
  };
}

function whenToSort({ on, month }: NonNullable<OfficialFile['next']>): string {
  return on ?? month;
}

/** A day where it is known; else the month that is usual, which is no promise. */
function whenOf({ month, on }: NonNullable<OfficialFile['next']>): string {
  return on === null ? `usually in ${dateInWords(`${month}-01`).replace(/^1 /, '')}` : dateInWords(on);
}
