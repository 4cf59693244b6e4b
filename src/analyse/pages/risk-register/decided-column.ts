import type { RegisterRow } from '#/analyse/records/run.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { ExportCell } from '#/platform/exports/table.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { categoryInALine, categoryOf } from '#/platform/web/scheme-words.ts';
import { dateInWords, someOf } from '#/platform/web/words.ts';

/** What is decided of a school now: what waits to be told, else what it was last told. */
function newestOf({ decided }: RegisterRow) {
  return decided?.untold ?? decided?.told ?? null;
}

/** How the decision stands to the proposal of the same row: what a school is filed under. */
export function decidedKind(row: RegisterRow): 'decided as proposed' | 'decided otherwise' | 'not decided' {
  const one = newestOf(row);
  if (one === null) return 'not decided';
  return one.category === row.proposal.category ? 'decided as proposed' : 'decided otherwise';
}

/** Which way the decision differs from the proposal of the same row; nothing where it does not. */
function directionWords({ direction = null }: RegisterRow): string {
  if (direction === null) return '';
  return direction === 'neither' ? 'differs, ' : `${direction} than proposed, `;
}

/** The cell of the page: the decision as a tag, how it stands to the proposal, and since when. */
export function decidedCell(row: RegisterRow, scheme: Scheme | null) {
  const one = newestOf(row);
  if (one === null) return null;
  const told = one.told === null ? 'not told yet' : `told ${dateInWords(one.told.on)}`;
  return {
    tag: categoryTag({ ...categoryOf(scheme, one.category), meaning: '' }),
    line: categoryInALine(scheme, one.category),
    words: `${directionWords(row)}${told}`,
  };
}

/** Whether the list is of proposals alone, or how many are decided and told. */
export function decidedNote(rows: readonly RegisterRow[]): string {
  const decided = rows.filter((row) => newestOf(row) !== null);
  if (decided.length === 0) return 'and not yet decided by anyone';
  // As each row says it: a school that was told an earlier decision, and not yet this one, is not told.
  const told = rows.filter((row) => (newestOf(row)?.told ?? null) !== null);
  return `what is decided stands beside: ${someOf(decided.length, rows.length, 'school')}, of which ${String(told.length)} were told`;
}

/** The columns of the files. */
export const decidedColumns: readonly (readonly [string, (row: RegisterRow) => ExportCell])[] = [
  ['Decided category', (row) => newestOf(row)?.category ?? 'not decided'],
  ['Decided group', (row) => newestOf(row)?.group ?? 'no group'],
  ['Decided by', (row) => newestOf(row)?.decidedBy ?? 'not decided'],
  ['Decided on', (row) => dateOr(newestOf(row)?.decidedOn, 'not decided')],
  ['Reason where it differs', (row) => reasonOf(row)],
  ['Head and chair told on', (row) => dateOr(newestOf(row)?.told?.on, 'not told')],
];

function dateOr(date: string | undefined, otherwise: string): ExportCell {
  return date === undefined ? otherwise : { date };
}

function reasonOf(row: RegisterRow): string {
  const why = newestOf(row)?.why ?? '';
  return why === '' ? 'does not differ' : why;
}
