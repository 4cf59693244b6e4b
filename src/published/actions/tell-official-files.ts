import type { Terminal } from '#/platform/terminal/terminal.ts';
import { dateInWords } from '#/platform/web/words.ts';
import type { Release } from '#/published/year/due.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import type { OfficialFile } from './read-official-files.ts';

/** Lists the official publications: what was imported of each, what is missing, and what is due next. */
export function tellOfficialFiles(terminal: Terminal, files: readonly OfficialFile[]): void {
  for (const file of files) {
    terminal.line(`${file.title} (${file.publisher}): ${file.standing}`);
    terminal.line(`  ${file.address}${file.addressStatus === 'confirmed' ? '' : ' (address not confirmed)'}`);
    terminal.line(`  Look for: ${file.lookFor}`);
    const [newest] = file.imported;
    if (newest !== undefined) {
      const when =
        newest.year === null
          ? `known on ${dateInWords(newest.knownOn)}`
          : `${schoolYearName(newest.year)}${newest.status === 'not stated' ? '' : `, ${newest.status}`}`;
      terminal.line(`  Newest imported: ${when}${newest.invented ? ' (invented)' : ''}`);
    }
    if (file.isRead && file.missingYears.length > 0)
      terminal.line(`  Not imported: ${file.missingYears.map(schoolYearName).join(', ')}`);
    if (file.isRead && file.overdue !== null)
      terminal.line(`  Out and not imported: ${releaseInWords(file.overdue)}`);
    if (file.next !== null) terminal.line(`  Due next: ${releaseInWords(file.next)}`);
    if (file.note !== null) terminal.line(`  ${file.note}`);
    terminal.line();
  }
  terminal.document(files);
}

function releaseInWords({ year, release, month, on }: Release): string {
  const when = on === null ? `usually in ${dateInWords(`${month}-01`).replace(/^1 /, '')}` : dateInWords(on);
  return `${schoolYearName(year)}, ${release}, ${when}`;
}
