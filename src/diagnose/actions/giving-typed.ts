import type { Challenger } from '#/diagnose/rules/allocation/wanted-challenger.ts';
import { notADate, whyProblems } from '#/people/rules/giving-roles.ts';
import { standingOn } from '#/people/rules/held-roles.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';
import type { AdviserRead, AllocationRead, HadBy, SchoolAllocated } from './allocation-read.ts';
import type { AllocationProblem } from './allocate.ts';

/** Whose roles for the schools end the day before. */
export const replaced = {
  'same role': 'Whoever has the school in the same role',
  everybody: 'Everybody who has the school, officers and partners',
  nobody: 'Nobody: they have it besides',
} as const;

export type Replaced = keyof typeof replaced;

/** Who is to have which schools, as it was typed. */
export interface GivingTyped {
  readonly schools: readonly string[];
  /** Role and person: `intervention officer, 8a1…`. */
  readonly to: string;
  /** Left blank: today. */
  readonly from: string;
  readonly replaces: string;
  readonly why: string;
  /** Why in spite of what speaks against it. */
  readonly despite: string;
}

/** The same as it is meant. */
export interface GivingRead {
  readonly schools: readonly SchoolAllocated[];
  readonly to: AdviserRead;
  readonly role: Challenger;
  readonly from: IsoDate;
  readonly leaving: readonly {
    readonly school: SchoolAllocated;
    readonly had: HadBy;
    readonly person: string;
  }[];
  readonly why: string;
  readonly despite: string;
}

/** How a person with a role is named in a form. */
export function toValue(role: Challenger, person: string): string {
  return `${role}, ${person}`;
}

/** What is meant, or all that is wrong with it in the order of the fields. */
export function readGiving(
  typed: GivingTyped,
  read: Pick<AllocationRead, 'schools' | 'advisers' | 'today'>,
  person: Person,
): { readonly giving: GivingRead } | { readonly problems: readonly AllocationProblem[] } {
  const problems: AllocationProblem[] = [];
  const wrong = (field: string, text: string) => problems.push({ field, text });
  const chosen = new Set(typed.schools);
  const schools = read.schools.filter(({ urn }) => chosen.has(urn));
  if (chosen.size === 0) wrong('schools', 'Choose a school, or several.');
  else if (schools.length < chosen.size)
    wrong('schools', 'A school that was chosen is not open any more: choose again.');
  const found = read.advisers
    .flatMap((one) => one.roles.map((role) => ({ to: one, role })))
    .find(({ to, role }) => toValue(role, to.person) === typed.to);
  if (found === undefined) wrong('to', 'Choose who is to have them.');
  else if (found.to.person === person.id)
    wrong('to', 'Nobody gives schools to themselves: ask a colleague to do it.');
  const from = typed.from === '' ? read.today : readSuppliedDate(typed.from);
  if (from === null) wrong('from', notADate(typed.from));
  else if (from < read.today)
    wrong(
      'from',
      'The first day is in the past: what others have seen until today cannot be unseen. Give today or later.',
    );
  if (!isReplaced(typed.replaces)) wrong('replaces', 'Say whose role ends with it.');
  for (const { text } of whyProblems(typed.why)) wrong('why', text);
  if (typed.despite.length > 300) wrong('despite', 'The reason is longer than 300 characters.');
  if (found === undefined || from === null || !isReplaced(typed.replaces) || problems.length > 0)
    return { problems };
  const { to, role } = found;
  const leaving = leavingWith(typed.replaces, schools, { to, role, from });
  return { giving: { schools, to, role, from, leaving, why: typed.why, despite: typed.despite } };
}

function isReplaced(text: string): text is Replaced {
  return text in replaced;
}

/** Who has each school on the new one’s first day, as far as they are replaced. */
function leavingWith(
  replaces: Replaced,
  schools: readonly SchoolAllocated[],
  { to, role, from }: Pick<GivingRead, 'to' | 'role' | 'from'>,
): GivingRead['leaving'] {
  if (replaces === 'nobody') return [];
  return schools.flatMap((school) =>
    school.had
      .filter((had) => had.person !== to.person && standingOn(had, from) === 'now')
      .filter((had) => replaces === 'everybody' || had.role === role)
      .map((had) => ({ school, had, person: had.person })),
  );
}
