import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import {
  overlap,
  sameScope,
  spanOf,
  standingOn,
  type RoleHeld,
  type Scope,
  type Span,
} from './held-roles.ts';
import { readScope, type KnownScopes } from './known-scopes.ts';
import { roleMeaning, rolesToGive, type Role } from './roles.ts';

/** Parts of what somebody says of a person and a role: fields of a form, columns of a file, options of a command. */
export type Field = 'name' | 'email' | 'role' | 'for' | 'from' | 'to' | 'why' | 'person' | 'role-held';

/** Something wrong with one of them, in words, with what to do. */
export interface FieldWrong {
  readonly field: Field;
  readonly text: string;
}

/** A role as somebody wrote it down. */
export interface RoleTyped {
  readonly role: string;
  readonly for: string;
  /** Left blank: today. */
  readonly from: string;
  /** Left blank: until it is ended. */
  readonly to: string;
  readonly why: string;
}

/** A role that can be given. */
export interface RoleAsked extends Span {
  readonly role: Role;
  readonly scope: Scope;
  readonly why: string;
}

/** A role by its name as people write it: `Headteacher`, `head of service`. */
export function roleNamed(text: string): Role | null {
  const wanted = text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  return (
    rolesToGive.find((role) => role === wanted || roleMeaning(role).name.toLowerCase() === wanted) ??
    otherNames[wanted] ??
    null
  );
}

const otherNames: Readonly<Record<string, Role>> = {
  head: 'headteacher',
  'head teacher': 'headteacher',
  principal: 'headteacher',
  'chair of the governing board': 'chair',
  'chair of governing body': 'chair',
  'chair of governors': 'chair',
  councillor: 'elected member',
  member: 'elected member',
};

/**
 * Reads a role as it was written: all that is wrong with it, in the order of the fields.
 *
 * @param over what becomes of a role whose last day is over: it would let nobody see anything, and is kept as history
 */
export function readRole(
  typed: RoleTyped,
  known: KnownScopes,
  today: IsoDate,
  over: 'refused' | 'kept' = 'refused',
): { readonly asked: RoleAsked } | { readonly wrong: readonly FieldWrong[] } {
  const wrong: FieldWrong[] = [];
  const role = roleNamed(typed.role);
  const scope = role === null ? null : readScope(role, typed.for, known);
  if (typed.role.trim() === '') wrong.push({ field: 'role', text: 'Say which role.' });
  else if (role === null) {
    const names = rolesToGive.map((one) => roleMeaning(one).name).join(', ');
    wrong.push({ field: 'role', text: `“${typed.role.trim()}” is no role. The roles are: ${names}.` });
  }
  if (scope !== null && 'wrong' in scope) wrong.push({ field: 'for', text: scope.wrong });
  const from = typed.from.trim() === '' ? today : readSuppliedDate(typed.from);
  const last = typed.to.trim() === '' ? null : readSuppliedDate(typed.to);
  if (from === null) wrong.push({ field: 'from', text: notADate(typed.from) });
  if (typed.to.trim() !== '' && last === null) wrong.push({ field: 'to', text: notADate(typed.to) });
  if (from !== null && last !== null && last < from)
    wrong.push({ field: 'to', text: 'The last day is before the first: give a later one.' });
  else if (last !== null && last < today && over === 'refused')
    wrong.push({
      field: 'to',
      text: 'The last day is in the past, so the role would let them see nothing: give a later one, or leave it blank.',
    });
  const why = typed.why.trim();
  wrong.push(...whyProblems(why));
  if (role === null || scope === null || 'wrong' in scope || from === null || wrong.length > 0)
    return { wrong };
  return { asked: { role, scope: scope.scope, from, last, why } };
}

/** What is wrong with a reason. */
export function whyProblems(why: string): readonly FieldWrong[] {
  if (why === '')
    return [{ field: 'why', text: 'Say why: it is kept, and shown to whoever asks who has access.' }];
  return why.length > 500 ? [{ field: 'why', text: 'The reason is longer than 500 characters.' }] : [];
}

/** A role that stands, or will, on days that the one asked for would stand on too: the same role for the same thing. */
export function heldAlready(
  asked: Pick<RoleAsked, 'role' | 'scope' | 'from' | 'last'>,
  roles: readonly RoleHeld[],
  other: (number: string) => RoleHeld | undefined,
): RoleHeld | undefined {
  return roles.find(
    (held) =>
      held.onBehalfOf === null &&
      held.role === asked.role &&
      sameScope(held.scope, asked.scope) &&
      overlap(spanOf(held, other), asked),
  );
}

/** Whether on some day from this one on nobody would be administrator, if a role of theirs ended with a day before it. */
export function leavesNoAdministrator(
  ending: RoleHeld,
  dayAfter: IsoDate,
  all: readonly RoleHeld[],
): boolean {
  if (ending.role !== 'administrator' || ending.onBehalfOf !== null) return false;
  return !all.some(
    (held) =>
      held.role === 'administrator' &&
      held.number !== ending.number &&
      standingOn(
        spanOf(held, () => undefined),
        dayAfter,
      ) === 'now',
  );
}

/** A day as somebody wrote it. */
export function notADate(text: string): string {
  return `“${text.trim()}” is not a date: write it as 1 September 2026 or 01/09/2026.`;
}
