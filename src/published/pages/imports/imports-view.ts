import {
  importFilesAddress,
  importsAddress,
  officialFilesAddress,
  sourceAddress,
  undoImportAddress,
} from '#/platform/web/addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { count, dateInWords, momentInWords, plural } from '#/platform/web/words.ts';
import type { ImportRead, ImportsRead } from '#/published/actions/read-imports.ts';
import type { Source } from '#/published/source.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

/** Every import, newest first, with what it adds; and those that were undone. */
export function importsView({ imports, undone }: ImportsRead, mayImport: boolean) {
  return {
    summary:
      imports.length === 0 ? null : `${plural(imports.length, 'file')} in use, the one imported last first.`,
    addAddress: mayImport ? importFilesAddress : null,
    officialFilesAddress,
    imports: imports.map((one) => ({
      title: one.source.title,
      when: whenOf(one.source),
      href: sourceAddress(one.source.id),
      fileName: one.source.fileName,
      imported: momentInWords(one.source.importedAt),
      effect: effectInWords(one),
      problems: one.source.problems,
      undoAddress: mayImport ? undoImportAddress(one.source.id) : null,
    })),
    undone: undone.map(({ title, fileName, undoneAt, undoneBy, reason }) => ({
      title,
      fileName,
      when: `${momentInWords(undoneAt)}, ${undoneBy}`,
      reason: reason === '' ? 'No reason was given' : reason,
    })),
  };
}

/** What stands to be lost, and the reason asked for. */
export function undoView(one: ImportRead, reason: string, problems: readonly FieldProblem[]) {
  return {
    title: one.source.title,
    when: whenOf(one.source),
    fileName: one.source.fileName,
    effect: effectInWords(one),
    action: undoImportAddress(one.source.id),
    back: importsAddress,
    reason,
    problem: problems[0]?.text ?? null,
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}

/** What a file says, and how much of that is what is used: the rest a newer or firmer file says again. */
function effectInWords({ effect }: ImportRead): readonly string[] {
  const told = effect.told.map(({ what, facts, deciding }) =>
    deciding === facts
      ? `${count(facts)} ${what}`
      : `${count(facts)} ${what}, ${count(deciding)} of them in use`,
  );
  return [
    plural(effect.schools, 'school'),
    ...told,
    ...(effect.contradicted === 0
      ? []
      : [`${count(effect.contradicted)} that another file of the same release gives otherwise`]),
  ];
}

function whenOf({ year, asAt, status }: Source): string {
  const release = status === 'not stated' ? '' : `, ${status}`;
  if (year !== null) return `${schoolYearName(year)}${release}`;
  return asAt === null ? 'no date in the file' : `as at ${dateInWords(asAt)}`;
}
