import { addInterest, addProfile } from '#/diagnose/records/advisers.ts';
import type { AdviserProfile, DeclaredInterest } from '#/diagnose/rules/allocation/adviser.ts';
import { personIn } from '#/people/actions/give-role.ts';
import { nothingThere } from '#/people/actions/permit.ts';
import { withPeople, type PeopleContext } from '#/people/actions/people-context.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { PersonKnown } from '#/people/records/people.ts';
import { notADate } from '#/people/rules/giving-roles.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { dateInWords, list } from '#/platform/web/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';
import { phases, type Phase } from '#/schools/rules/school.ts';
import type { AllocationProblem } from './allocate.ts';
import type { AllocationParts } from './read-allocation.ts';

/** What somebody brings, as it was typed. */
export interface ProfileTyped {
  readonly organisation: string;
  /** `yes` or `no`. */
  readonly independent: string;
  readonly phases: readonly string[];
  readonly qualifications: string;
  readonly experience: string;
  /** Left blank: not known. */
  readonly capacity: string;
  /** Left blank: today. */
  readonly from: string;
}

/** An interest in a school, as it was typed. */
export interface InterestTyped {
  readonly school: string;
  readonly what: string;
  readonly from: string;
  /** Left blank: it lasts. */
  readonly until: string;
}

export type Spoken =
  { readonly kind: 'done' } | { readonly kind: 'problems'; readonly problems: readonly AllocationProblem[] };

interface OfAdviser {
  readonly authority: string;
  /** Of whom it is said. */
  readonly of: string;
}

const mostWords = 2000;

/** Says what an officer or partner brings, from a day on: they say it of themselves, or whoever gives them schools does. */
export async function sayProfile(
  parts: AllocationParts,
  person: Person,
  { authority, of, ...typed }: ProfileTyped & OfAdviser,
): Promise<Spoken> {
  return asSpeaker(parts, person, { authority, of }, async (context, transaction, to) => {
    const read = readProfile(typed, context.today);
    if ('problems' in read) return { kind: 'problems', problems: read.problems };
    await addProfile(transaction, { ...read.profile, person: to.id }, person.name);
    await logChange(transaction, {
      ...{ act: 'said what an adviser brings', about: { kind: 'adviser', key: to.id }, aboutName: to.name },
      ...{ urn: null, from: null, to: profileInWords(read.profile), why: null },
    });
    return { kind: 'done' };
  });
}

/** Declares an interest in a school, or says of one that it is over. Said again of the same school, the new words hold. */
export async function declareInterest(
  parts: AllocationParts,
  person: Person,
  { authority, of, ...typed }: InterestTyped & OfAdviser,
): Promise<Spoken> {
  return asSpeaker(parts, person, { authority, of }, async (context, transaction, to) => {
    const read = readInterest(typed, context);
    if ('problems' in read) return { kind: 'problems', problems: read.problems };
    const { interest } = read;
    await addInterest(transaction, { ...interest, person: to.id }, person.name);
    const span = `from ${dateInWords(interest.from)}${interest.until === null ? '' : ` to ${dateInWords(interest.until)}`}`;
    await logChange(transaction, {
      ...{
        act: 'declared an interest',
        about: { kind: 'declared interest', key: to.id },
        aboutName: to.name,
      },
      // What the interest is stays in the record: it is read by fewer than the log is.
      ...{ urn: interest.urn, from: null, to: span, why: null },
    });
    return { kind: 'done' };
  });
}

async function asSpeaker(
  parts: AllocationParts,
  person: Person,
  { authority, of }: OfAdviser,
  work: (
    context: PeopleContext,
    transaction: Parameters<Parameters<typeof withPeople<Spoken>>[3]>[1],
    to: PersonKnown,
  ) => Promise<Spoken>,
): Promise<Spoken> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'speak of advisers', changes: true },
    (context, transaction) => {
      if (of !== person.id && !mayFor(person, 'allocate officers', context.authority.slug))
        throw nothingThere();
      return work(context, transaction, personIn(context, of));
    },
  );
}

function readProfile(
  typed: ProfileTyped,
  today: IsoDate,
):
  | { readonly profile: Omit<AdviserProfile, 'said' | 'person'> }
  | { readonly problems: readonly AllocationProblem[] } {
  const problems: AllocationProblem[] = [];
  const wrong = (field: string, text: string) => problems.push({ field, text });
  const known = phases.filter((phase) => typed.phases.includes(phase));
  if (known.length === 0) wrong('phases', 'Choose the phases they know from their own work.');
  if (typed.organisation.length > 200) wrong('organisation', 'The name is longer than 200 characters.');
  if (!['yes', 'no'].includes(typed.independent))
    wrong('independent', 'Say whether they come from outside the area.');
  for (const field of ['qualifications', 'experience'] as const)
    if (typed[field].length > mostWords) wrong(field, 'This is longer than 2,000 characters.');
  const capacity = typed.capacity === '' ? null : Number(typed.capacity);
  if (capacity !== null && (!Number.isInteger(capacity) || capacity < 0 || capacity > 500))
    wrong(
      'capacity',
      `“${typed.capacity}” is no number of schools: write one such as 12, or leave it blank.`,
    );
  const from = typed.from === '' ? today : readSuppliedDate(typed.from);
  if (from === null) wrong('from', notADate(typed.from));
  if (from === null || problems.length > 0) return { problems };
  const { organisation, qualifications, experience } = typed;
  return {
    profile: {
      ...{ organisation, qualifications, experience, capacity, from },
      independent: typed.independent === 'yes',
      phases: known,
    },
  };
}

function profileInWords({
  phases: known,
  capacity,
  from,
  independent,
}: Omit<AdviserProfile, 'said' | 'person'>): string {
  const schools = capacity === null ? 'how many schools is not said' : `at most ${String(capacity)} schools`;
  return `${phasesInWords(known)}; ${schools}; ${independent ? 'from outside the area' : 'from the area'}; from ${dateInWords(from)}`;
}

function phasesInWords(known: readonly Phase[]): string {
  return list([...known]);
}

function readInterest(
  typed: InterestTyped,
  { schools, today }: Pick<PeopleContext, 'schools' | 'today'>,
):
  | { readonly interest: Omit<DeclaredInterest, 'said' | 'person'> }
  | { readonly problems: readonly AllocationProblem[] } {
  const problems: AllocationProblem[] = [];
  const wrong = (field: string, text: string) => problems.push({ field, text });
  if (!schools.some(({ urn }) => urn === typed.school)) wrong('school', 'Choose the school.');
  if (typed.what === '')
    wrong('what', 'Say what the interest is: a child there, a seat on its board, paid work.');
  if (typed.what.length > 500) wrong('what', 'This is longer than 500 characters.');
  const from = typed.from === '' ? today : readSuppliedDate(typed.from);
  if (from === null) wrong('from', notADate(typed.from));
  const until = typed.until === '' ? null : readSuppliedDate(typed.until);
  if (typed.until !== '' && until === null) wrong('until', notADate(typed.until));
  else if (from !== null && until !== null && until < from)
    wrong('until', 'The last day is before the first: give a later one.');
  if (from === null || problems.length > 0) return { problems };
  return { interest: { urn: typed.school, what: typed.what, from, until } };
}
