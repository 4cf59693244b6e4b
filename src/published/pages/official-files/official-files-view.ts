import { importFilesAddress, importsAddress, sourceAddress } from '#/platform/web/addresses.ts';
import { dateInWords, list, plural, sentence } from '#/platform/web/words.ts';
import type { OfficialFile } from '#/published/actions/read-official-files.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

/** Where each official file is published, what of it is here, what is missing and which is due next. */
export function officialFilesView(files: readonly OfficialFile[], mayImport: boolean) {
  const read = files.filter(({ isRead }) => isRead);
  const wanting = read.filter(({ standing }) => standing !== 'up to date' && standing !== 'complete');
  return {
    summary: `${plural(read.length, 'publication')} can be read; of ${wanting.length} of them something is out that is not here.`,
    addAddress: mayImport ? importFilesAddress : null,
    importsAddress,
    due: read.flatMap(dueView).toSorted((a, b) => a.order.localeCompare(b.order)),
    files: files.map(fileView),
  };
}

function dueView({ title, next }: OfficialFile) {
  if (next === null) return [];
  const what = `${title}, ${schoolYearName(next.year)}, ${next.release}`;
  return [{ what, when: whenOf(next), order: next.on ?? next.month }];
}

function fileView(file: OfficialFile) {
  const [newest] = file.imported;
  return {
    id: file.id,
    title: file.title,
    publisher: file.publisher,
    standing: sentence(file.standing),
    address: file.address,
    host: new URL(file.address).host,
    unconfirmed: file.addressStatus === 'unconfirmed' || file.status === 'unconfirmed',
    lookFor: file.lookFor,
    note: file.note,
    rhythm: rhythms[file.rhythm],
    newest: newest === undefined ? null : { href: sourceAddress(newest.id), text: newestWords(newest) },
    missing: file.isRead && file.missingYears.length > 0 ? list(file.missingYears.map(schoolYearName)) : null,
    overdue:
      file.isRead && file.overdue !== null
        ? `${schoolYearName(file.overdue.year)}, ${file.overdue.release}, ${whenOf(file.overdue)}`
        : null,
    next:
      file.next === null
        ? null
        : `${schoolYearName(file.next.year)}, ${file.next.release}, ${whenOf(file.next)}`,
  };
}

const rhythms = {
  daily: 'every day',
  monthly: 'every month',
  yearly: 'every year',
  'when updated': 'when there is something new',
  ended: 'no longer',
} as const satisfies Record<OfficialFile['rhythm'], string>;

function newestWords({ year, status, knownOn, invented }: OfficialFile['imported'][number]): string {
  const release = status === 'not stated' ? '' : `, ${status}`;
  const when = year === null ? `known on ${dateInWords(knownOn)}` : `${schoolYearName(year)}${release}`;
  return `${when}${invented ? ' (its layout; the content is invented)' : ''}`;
}

/** A day where it is known; else the month that is usual, which is no promise. */
function whenOf({ month, on }: NonNullable<OfficialFile['next']>): string {
  return on === null ? `usually in ${dateInWords(`${month}-01`).replace(/^1 /, '')}` : dateInWords(on);
}
