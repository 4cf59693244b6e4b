import type { IsoDate } from '#/schools/rules/dates.ts';
import { heldAlready, readRole, type Field, type RoleAsked, type RoleTyped } from './giving-roles.ts';
import { overlap, sameScope, spanOf, type RoleHeld } from './held-roles.ts';
import type { KnownScopes } from './known-scopes.ts';
import { roleMeaning } from './roles.ts';
import { signInNameOf } from './sign-in-name.ts';

/** One line of a list of people: somebody, and one role of theirs. Several lines with one address are one person. */
export interface PersonRow extends RoleTyped {
  /** Where it stands, as a spreadsheet counts; `null` where there is but one. */
  readonly row: number | null;
  readonly name: string;
  readonly email: string;
}

export interface RowProblem {
  readonly row: number | null;
  readonly field: Field;
  /** What is wrong and what to do. */
  readonly text: string;
}

/** What becomes of one person if the list is taken. */
export interface PlannedPerson {
  /** `null`: not known yet. */
  readonly person: string | null;
  readonly name: string;
  /** In small letters. */
  readonly email: string;
  /** What they were called before, where the list calls them something else. */
  readonly calledBefore: string | null;
  readonly give: readonly RoleAsked[];
  /** Roles in the list that they hold already: each stays as it is. */
  readonly left: readonly RoleHeld[];
}

export interface PeoplePlan {
  readonly problems: readonly RowProblem[];
  readonly people: readonly PlannedPerson[];
}

export interface PlanContext {
  readonly today: IsoDate;
  readonly known: KnownScopes;
  /** What becomes of roles that are over already; left out: they are refused. */
  readonly over?: 'refused' | 'kept';
  /** Who gives the roles: nobody gives one to themselves. */
  readonly giver: string;
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly emailsEver: readonly string[];
    readonly roles: readonly RoleHeld[];
  }[];
  readonly roleNumbered: (number: string) => RoleHeld | undefined;
}

/**
 * What a list of people would change: who is new, who is called something else, which roles are given and which stay. All
 * that is wrong with it at once; nothing of a list with something wrong is taken.
 */
export function planPeople(rows: readonly PersonRow[], context: PlanContext): PeoplePlan {
  const problems: RowProblem[] = [];
  const byAddress = new Map(
    context.people.flatMap((person) => person.emailsEver.map((email) => [email, person] as const)),
  );
  const planned = new Map<string, Drafted>();
  for (const one of rows) {
    const wrong = (field: Field, text: string) => problems.push({ row: one.row, field, text });
    const name = one.name.trim().replaceAll(/\s+/g, ' ');
    if (name === '') wrong('name', 'Say what they are called.');
    if (name.length > 200) wrong('name', 'The name is longer than 200 characters.');
    const email = signInNameOf(one.email);
    if (email === null) wrong('email', addressWords(one.email));
    const read = readRole(one, context.known, context.today, context.over);
    if ('wrong' in read) problems.push(...read.wrong.map((each) => ({ row: one.row, ...each })));
    if (email === null || name === '') continue;
    const known = byAddress.get(email);
    if (known?.id === context.giver)
      wrong('email', 'Nobody gives a role to themselves: ask another administrator.');
    const drafted = planned.get(email);
    if (drafted !== undefined && drafted.name !== name) {
      wrong(
        'name',
        `The same address belongs to “${drafted.name}” ${inLine(drafted.row)}: write one name, or another address.`,
      );
    }
    const draft = drafted ?? { row: one.row, name, email, known, give: [], left: [] };
    planned.set(email, draft);
    if ('wrong' in read) continue;
    const held = heldAlready(read.asked, known?.roles ?? [], context.roleNumbered);
    const twice = draft.give.find((other) => sameRole(other.asked, read.asked));
    if (held !== undefined) draft.left.push(held);
    else if (twice !== undefined)
      wrong('role', `The same role ${inLine(twice.row)}, on some of the same days: leave one out.`);
    else draft.give.push({ row: one.row, asked: read.asked });
  }
  const people = [...planned.values()].map(({ name, email, known, give, left }) => ({
    person: known?.id ?? null,
    name,
    email,
    calledBefore: known === undefined || known.name === name ? null : known.name,
    give: give.map(({ asked }) => asked),
    left,
  }));
  return { problems: inOrderOfRows(problems), people };
}

interface Drafted {
  readonly row: number | null;
  readonly name: string;
  readonly email: string;
  readonly known: PlanContext['people'][number] | undefined;
  readonly give: { readonly row: number | null; readonly asked: RoleAsked }[];
  readonly left: RoleHeld[];
}

const fields: readonly Field[] = ['name', 'email', 'role', 'for', 'from', 'to', 'why'];

function inOrderOfRows(problems: readonly RowProblem[]): readonly RowProblem[] {
  return problems.toSorted(
    (a, b) => (a.row ?? 0) - (b.row ?? 0) || fields.indexOf(a.field) - fields.indexOf(b.field),
  );
}

function sameRole(one: RoleAsked, two: RoleAsked): boolean {
  return one.role === two.role && sameScope(one.scope, two.scope) && overlap(one, two);
}

function inLine(row: number | null): string {
  return row === null ? 'already' : `in line ${row}`;
}

function addressWords(typed: string): string {
  return typed.trim() === ''
    ? 'Give their mail address: it is what they sign in with.'
    : `“${typed.trim()}” is no mail address: give one such as a.smith@example.org.`;
}

/** What is wrong with giving somebody a role, beside how it is written. */
export function problemsOfGiving(
  asked: RoleAsked,
  to: { readonly id: string; readonly name: string; readonly roles: readonly RoleHeld[] },
  context: Pick<PlanContext, 'giver' | 'roleNumbered'>,
): readonly { readonly field: Field; readonly text: string }[] {
  if (to.id === context.giver)
    return [{ field: 'role', text: 'Nobody gives a role to themselves: ask another administrator.' }];
  const held = heldAlready(asked, to.roles, context.roleNumbered);
  if (held === undefined) return [];
  const { last } = spanOf(held, context.roleNumbered);
  const until =
    last === null
      ? 'End the one they have first.'
      : `It stands until ${last}: give the new one from the day after.`;
  return [
    {
      field: 'role',
      text: `${to.name} holds the role ${roleMeaning(asked.role).name} for this already. ${until}`,
    },
  ];
}
