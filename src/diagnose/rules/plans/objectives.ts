import { rowsIn } from '#/papers/rules/check-content.ts';
import { fieldsOfObjectives } from '#/papers/rules/processes/plan-asks.ts';
import type { Content, Row } from '#/papers/rules/template.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** Where the measure of an objective should be on a day. */
export interface MilestoneOfObjective {
  readonly by: IsoDate;
  readonly value: number;
}

/** An objective of an improvement plan, as the plan says it. */
export interface Objective {
  /** Tells it from the others for good: ratings refer to it. */
  readonly key: string;
  readonly area: string;
  readonly objective: string;
  readonly measure: string;
  readonly baseline: number | null;
  readonly target: number | null;
  /** In the order of their days; the target is the last. */
  readonly milestones: readonly MilestoneOfObjective[];
  readonly lead: string;
}

/** The objectives of a plan, those in teaching, achievement and leadership first. */
export function objectivesOf(plan: Content): readonly Objective[] {
  return fieldsOfObjectives.flatMap(({ objectives }) => rowsIn(plan[objectives]).map(objectiveOf));
}

function objectiveOf(row: Row): Objective {
  return {
    key: row.key,
    area: row['area'] ?? '',
    objective: row['objective'] ?? '',
    measure: row['measure'] ?? '',
    baseline: numberIn(row['baseline']),
    target: numberIn(row['target']),
    milestones: [
      { by: row['milestone-1-by'], value: numberIn(row['milestone-1']) },
      { by: row['milestone-2-by'], value: numberIn(row['milestone-2']) },
      { by: row['milestone-3-by'], value: numberIn(row['milestone-3']) },
      { by: row['target-by'], value: numberIn(row['target']) },
    ]
      .flatMap(({ by, value }) => (by === undefined || by === '' || value === null ? [] : [{ by, value }]))
      .toSorted((a, b) => a.by.localeCompare(b.by)),
    lead: row['lead'] ?? '',
  };
}

/** What was typed as a number; `null` where nothing was. */
export function numberIn(typed: string | undefined): number | null {
  const text = (typed ?? '').replaceAll(',', '').trim();
  const number = Number(text);
  return text === '' || Number.isNaN(number) ? null : number;
}

/** The milestone that should have been reached by a day: the last one due. */
export function milestoneDue(
  { milestones }: Pick<Objective, 'milestones'>,
  on: IsoDate,
): MilestoneOfObjective | null {
  return milestones.findLast(({ by }) => by <= on) ?? null;
}

/** Whether a measured number is there where a milestone asks: from the baseline towards the target, whichever way that goes. */
export function isReached(
  { baseline, target }: Pick<Objective, 'baseline' | 'target'>,
  measured: number,
  wanted: number,
): boolean | null {
  if (baseline === null || target === null || baseline === target) return null;
  return target > baseline ? measured >= wanted : measured <= wanted;
}
