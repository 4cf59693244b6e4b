import type { Parts } from '#/parts.ts';
import { heldIn, mayFor, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { readDiagnoses } from './read-diagnoses.ts';
import { readPlanOfSchool, readPlans } from './read-plans.ts';
import type { PlanOfSchool } from './plans.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** What there is to do that is no paper yet: a plan that is owed, a review that is due, a diagnosis to begin. */
export interface PlanTask {
  readonly task: 'send in a plan' | 'review a plan' | 'begin a diagnosis';
  readonly urn: Urn;
  readonly school: string;
  readonly dueOn: IsoDate | null;
  readonly since: IsoDate;
  /** Whether it is the reader’s to do; else the school owes it and the reader waits. */
  readonly mine: boolean;
}

/**
 * For head and chair the plan that their school owes; for an officer or partner of the schools given to them the plans owed by
 * schools, the reviews that are due and the diagnoses that nobody has begun.
 */
export async function readPlanWork(
  parts: Needed,
  person: Person,
  slug: string,
): Promise<readonly PlanTask[]> {
  const held = heldIn(person, slug);
  const schoolsOf = (some: (role: string) => boolean): readonly Urn[] =>
    held.flatMap(({ role, schools }) => (some(role) && schools !== 'all' ? schools : []));
  const led = [...new Set(schoolsOf((role) => role === 'headteacher' || role === 'chair'))];
  const given = new Set(schoolsOf((role) => role === 'intervention officer' || role === 'challenge partner'));
  const own = await Promise.all(
    led
      .filter((urn) => mayForSchool(person, 'answer for the school', slug, urn) === true)
      .map((urn) => readPlanOfSchool(parts, person, slug, urn)),
  );
  const tasks = own.flatMap((one) => owedBy(one, true));
  if (given.size === 0 || !mayFor(person, 'write papers', slug)) return tasks;
  const { schools } = await readPlans(parts, person, slug);
  const diagnoses = await readDiagnoses(parts, person, slug);
  return [
    ...tasks,
    ...schools
      .filter(({ school }) => given.has(school.urn))
      .flatMap((one) => [...owedBy(one, false), ...reviewDue(one)]),
    ...diagnoses.schools
      .filter(
        ({ school, way, diagnosis }) => given.has(school.urn) && way.settled === null && diagnosis === null,
      )
      .map(({ school, dueOn, way }): PlanTask => ({
        ...{ task: 'begin a diagnosis', urn: school.urn, school: school.name, mine: true },
        ...{ dueOn, since: way.toldOn },
      })),
  ];
}

/** A plan that is being written or was returned waits as a paper already, once the reader can see it. */
function owedBy({ school, owed, plan }: PlanOfSchool, mine: boolean): readonly PlanTask[] {
  if (owed?.sentOn !== null || plan?.paper.standing.awaited?.by === 'school') return [];
  const { dueOn, since } = owed;
  return [{ task: 'send in a plan', urn: school.urn, school: school.name, dueOn, since, mine }];
}

function reviewDue({ school, plan }: PlanOfSchool): readonly PlanTask[] {
  const next = plan?.stands.next;
  if (plan === null || next?.on === undefined || next.on === null || plan.reviewsBegun.length > 0) return [];
  const since = plan.stands.reviews.at(-1)?.on ?? plan.stands.agreedOn ?? next.on;
  return [{ task: 'review a plan', urn: school.urn, school: school.name, dueOn: next.on, since, mine: true }];
}
