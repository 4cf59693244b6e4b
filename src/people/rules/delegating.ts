import type { IsoDate } from '#/schools/rules/dates.ts';
import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';
import { conditionFor } from './decision-table.ts';
import { notADate, whyProblems, type FieldWrong } from './giving-roles.ts';
import { overlap, spanOf, standingOn, type RoleHeld, type Span } from './held-roles.ts';
import { roleMeaning, staffRoles } from './roles.ts';

/** From when to when, and why, as somebody wrote it; all that is wrong with it. */
export function readDelegation(
  typed: { readonly from: string; readonly until: string; readonly why: string },
  today: IsoDate,
): { readonly span: Span; readonly why: string } | { readonly wrong: readonly FieldWrong[] } {
  const wrong: FieldWrong[] = [];
  const from = typed.from.trim() === '' ? today : readSuppliedDate(typed.from);
  const last = readSuppliedDate(typed.until);
  if (from === null) wrong.push({ field: 'from', text: notADate(typed.from) });
  else if (from < today)
    wrong.push({ field: 'from', text: 'The first day is in the past: give today or later.' });
  if (typed.until.trim() === '')
    wrong.push({ field: 'to', text: 'Give the last day: standing in always has an end.' });
  else if (last === null) wrong.push({ field: 'to', text: notADate(typed.until) });
  else if (from !== null && last < from)
    wrong.push({ field: 'to', text: 'The last day is before the first: give a later one.' });
  const why = typed.why.trim();
  wrong.push(...whyProblems(why));
  return from === null || last === null || wrong.length > 0 ? { wrong } : { span: { from, last }, why };
}

/** Whether a role may be passed on: one that may be, held in one's own right, that stands or is to come. */
export function canBeDelegated(
  held: RoleHeld,
  today: IsoDate,
  roleNumbered: (number: string) => RoleHeld | undefined,
): boolean {
  return (
    held.onBehalfOf === null &&
    conditionFor(held.role, 'delegate a role') !== null &&
    standingOn(spanOf(held, roleNumbered), today) === 'now'
  );
}

/** Whether somebody works for the authority on a day: only a colleague stands in. */
export function isColleague(
  roles: readonly RoleHeld[],
  today: IsoDate,
  roleNumbered: (number: string) => RoleHeld | undefined,
): boolean {
  return roles.some(
    (held) =>
      held.onBehalfOf === null &&
      staffRoles.includes(held.role) &&
      standingOn(spanOf(held, roleNumbered), today) === 'now',
  );
}

/** What is wrong with letting a colleague stand in for a role, beside its days and its reason. */
export function problemsOfDelegating(
  asked: {
    readonly held: RoleHeld | undefined;
    readonly colleague:
      { readonly id: string; readonly name: string; readonly roles: readonly RoleHeld[] } | undefined;
    /** Whose role it is. */
    readonly own: string;
    readonly span: Span | null;
  },
  context: {
    readonly today: IsoDate;
    readonly roleNumbered: (number: string) => RoleHeld | undefined;
  },
): readonly FieldWrong[] {
  const { held, colleague, own, span } = asked;
  const { today, roleNumbered } = context;
  const problems: FieldWrong[] = [];
  if (held === undefined || !canBeDelegated(held, today, roleNumbered)) {
    problems.push({
      field: 'role-held',
      text: 'Choose one of your own roles that somebody can stand in for.',
    });
  }
  if (colleague === undefined || colleague.id === own || !isColleague(colleague.roles, today, roleNumbered)) {
    problems.push({ field: 'person', text: 'Choose a colleague who works for the authority.' });
  } else if (held !== undefined && span !== null) {
    const already = colleague.roles.find(
      (one) => one.onBehalfOf === held.number && overlap(spanOf(one, roleNumbered), span),
    );
    if (already !== undefined) {
      const name = roleMeaning(held.role).name;
      problems.push({
        field: 'person',
        text: `${colleague.name} stands in for your role ${name} on some of these days already.`,
      });
    }
  }
  return problems;
}
