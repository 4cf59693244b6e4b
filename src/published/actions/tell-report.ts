import type { Terminal } from '#/platform/terminal/terminal.ts';
import { hasErrors } from '#/published/store/import-one.ts';
import type { Effect } from '#/published/store/read-effects.ts';
import type { Problem, Source } from '#/published/source.ts';
import { count, dateInWords, plural } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import type { FileReport, ImportReport } from './import-files.ts';

/** Problems of one file shown on a screen; all of them are under `--json` and `middletier sources <source>`. */
const problemsShown = 10;

/** What a file is of, in a few words: `2017/18, final, known on 13 December 2018`. */
export function datesInWords(source: Source): string {
  return [
    source.year === null ? null : schoolYearName(source.year),
    source.status === 'not stated' ? null : source.status,
    source.asAt === null ? null : `as at ${dateInWords(source.asAt)}`,
    `known on ${dateInWords(source.knownOn)} (${source.knownOnBasis})`,
  ]
    .filter((each) => each !== null)
    .join(', ');
}

/** Rows in, kept and set aside, so that they add up before the reader's eyes. */
export function rowsInWords(source: Source): string {
  const aside = source.setAside.map(({ reason, rows }) => `${count(rows)} set aside: ${reason}`);
  return [`${plural(source.rowsRead, 'row')} read, ${count(source.rowsKept)} kept`, ...aside].join('; ');
}

/** What a file adds: `420 schools; 12,600 results, 400 of them used (a newer or firmer file gives the others)`. */
export function effectInWords(effect: Effect): string {
  const told = effect.told.map(({ what, facts, deciding }) =>
    deciding === facts
      ? `${count(facts)} ${what}, all of them used`
      : `${count(facts)} ${what}, ${deciding === 0 ? 'none' : count(deciding)} of them used: newer or firmer files give the others`,
  );
  const at =
    effect.contradicted === 0
      ? []
      : [`${plural(effect.contradicted, 'number')} that another file of the same release gives otherwise`];
  return [`says something of ${plural(effect.schools, 'school')}`, ...told, ...at].join('; ');
}

export function problemInWords(problem: Problem): string {
  const place = [
    problem.row === null ? null : `row ${count(problem.row)}`,
    problem.column === null ? null : `column ${problem.column}`,
  ].filter((each) => each !== null);
  return `${place.length === 0 ? '' : `${place.join(', ')}: `}${problem.what} ${problem.whatToDo}`;
}

/** `3 imported, 1 already imported, none set aside`: every file is in exactly one. */
export function outcomesInWords(files: readonly Pick<FileReport, 'outcome'>[]): string {
  return (['imported', 'already imported', 'set aside'] as const)
    .map((outcome) => [outcome, files.filter((file) => file.outcome === outcome).length] as const)
    .map(([outcome, many]) => `${many === 0 ? 'none' : count(many)} ${outcome}`)
    .join(', ');
}

/** Tells what became of each file, and says whether something was set aside that should not have been. */
export function tellReport(terminal: Terminal, report: ImportReport): 'all well' | 'something set aside' {
  let trouble = false;
  for (const file of report.files) {
    terminal.line(file.path);
    if (file.outcome === 'set aside') {
      trouble = true;
      terminal.line(`  set aside: ${file.what}`);
      terminal.line(`  ${file.whatToDo}`);
      const unexpected = file.nearest?.unexpected ?? [];
      if (unexpected.length > 0) {
        const more = unexpected.length > 8 ? ` and ${unexpected.length - 8} more` : '';
        terminal.line(`  columns it has that were not expected: ${unexpected.slice(0, 8).join(', ')}${more}`);
      }
    } else {
      if (file.outcome === 'imported' && hasErrors(file.source)) trouble = true;
      terminal.line(`  ${file.outcome} as ${file.source.id}: ${file.source.title}`);
      terminal.line(`  ${datesInWords(file.source)}`);
      terminal.line(`  ${rowsInWords(file.source)}`);
      for (const problem of file.problems.slice(0, problemsShown))
        terminal.line(`  ! ${problemInWords(problem)}`);
      const more = file.source.problems - problemsShown;
      if (file.problems.length > 0 && more > 0) {
        terminal.line(`  ! and ${count(more)} more: npx middletier sources ${file.source.id}`);
      }
    }
    terminal.line();
  }
  terminal.line(
    `${plural(report.files.length, 'file')} in ${report.seconds.toFixed(1)} seconds: ${outcomesInWords(report.files)}.`,
  );
  terminal.document(report);
  return trouble ? 'something set aside' : 'all well';
}
