import type { PlanOfSchool } from '#/diagnose/actions/plans.ts';
import type { Query } from '#/platform/web/addresses.ts';

/** What the list can be narrowed to, in the order of what a tired officer looks for. */
const shown = {
  late: ['Plans that are late', ({ owed }) => owed !== null && owed.sentOn === null && owed.daysLate > 0],
  owed: ['Plans owed and not sent in', ({ owed }) => owed !== null && owed.sentOn === null],
  evaluate: ['Plans to evaluate', isIn('being-evaluated')],
  returned: ['Plans returned to the school', isIn('returned')],
  agreed: ['Plans agreed', ({ plan }) => isReviewed(plan)],
  'review-late': ['Reviews overdue', ({ plan }) => (plan?.stands.next?.daysLate ?? 0) > 0],
  red: [
    'Plans with an objective off track',
    ({ plan }) => plan?.stands.lines.some(({ ratings }) => ratings.at(-1)?.rating === 'Red') ?? false,
  ],
  contradicted: [
    'A rating that the measure contradicts',
    ({ plan }) =>
      plan?.stands.lines.some(({ ratings }) => (ratings.at(-1)?.contradiction ?? null) !== null) ?? false,
  ],
} as const satisfies Readonly<Record<string, readonly [string, (one: PlanOfSchool) => boolean]>>;

export type PlansShown = keyof typeof shown;

function isIn(state: string): (one: PlanOfSchool) => boolean {
  return ({ plan }) => plan?.paper.standing.state === state;
}

/** Agreed and not closed: its reviews go on, also while it is being changed. */
export function isReviewed(plan: PlanOfSchool['plan']): boolean {
  return plan?.stands.closed === false && plan.stands.agreedOn !== null;
}

/** What the address asks for. */
export interface PlansAsked {
  readonly show: PlansShown | null;
  readonly phase: string | null;
  readonly concern: boolean;
}

/** What is not understood is left out, so that old links work. */
export function plansAsked(query: Query): PlansAsked {
  const show = query['show']?.at(-1) ?? '';
  const phase = query['phase']?.at(-1) ?? '';
  return {
    show: show in shown ? (show as PlansShown) : null,
    phase: phase === '' ? null : phase,
    concern: query['concern']?.at(-1) === 'yes',
  };
}

export function queryOf({ show, phase, concern }: PlansAsked): Query {
  return {
    show: show === null ? [] : [show],
    phase: phase === null ? [] : [phase],
    concern: concern ? ['yes'] : [],
  };
}

export function choicesToShow(chosen: PlansShown | null) {
  return Object.entries(shown).map(([value, [text]]) => ({ value, text, chosen: value === chosen }));
}

/** How many of some schools are shown by each choice. */
export function numberShown(schools: readonly PlanOfSchool[], show: PlansShown): number {
  return schools.filter(shown[show][1]).length;
}

/** The schools that are asked for: without a choice those that owe a plan or have one. The latest first, then by the next day. */
export function chosenPlans(
  schools: readonly PlanOfSchool[],
  { show, phase, concern }: PlansAsked,
): readonly PlanOfSchool[] {
  return schools
    .filter(
      (one) =>
        (show === null ? one.owed !== null || one.plan !== null : shown[show][1](one)) &&
        (phase === null || one.school.phase === phase) &&
        (!concern || one.ofConcern),
    )
    .toSorted((a, b) => lateBy(b) - lateBy(a) || nextDay(a).localeCompare(nextDay(b)));
}

function lateBy({ owed, plan }: PlanOfSchool): number {
  const plans = owed?.sentOn === null ? owed.daysLate : 0;
  const awaited = plan?.paper.standing.awaited?.daysLate ?? 0;
  return Math.max(plans, awaited, plan?.stands.next?.daysLate ?? 0);
}

function nextDay({ owed, plan }: PlanOfSchool): string {
  const days = [
    owed?.sentOn === null ? owed.dueOn : null,
    plan?.paper.standing.awaited?.dueOn ?? null,
    plan?.stands.next?.on ?? null,
  ];
  return days.flatMap((day) => (day === null ? [] : [day])).toSorted()[0] ?? '9999';
}
