import type { GradePaths } from './grade-paths.ts';
import { longestQuarters } from './grade-paths.ts';

type Row = readonly number[];

/** Chances to be good or better after so many quarters, by standing now and quarters since the last inspection was known. */
export interface GoodBy {
  /** After 0, 1, … quarters: one row for each standing from 1 to 4. */
  readonly after: readonly (readonly Row[])[];
  /** Of a school not inspected yet, by quarters since it opened: judged by then, and judged good or better. */
  readonly firstJudged: readonly Row[];
  readonly firstGood: readonly Row[];
}

/** Works backwards from the end: what a quarter brings is an inspection, and then the chances from there, or none. */
export function goodBy(paths: GradePaths, quarters: number): GoodBy {
  const first = [1, 1, 0, 0].map((good) => Array<number>(longestQuarters).fill(good));
  const after: (readonly Row[])[] = [first];
  const firstJudged: Row[] = [Array<number>(longestQuarters).fill(0)];
  const firstGood: Row[] = [Array<number>(longestQuarters).fill(0)];
  for (let quarter = 1; quarter <= quarters; quarter += 1) {
    const before = after[quarter - 1] ?? first;
    const fresh = before.map((row) => row[0] ?? 0);
    after.push(
      paths.hazards.map((hazards, standing) =>
        step(hazards, before[standing] ?? [], mix(paths.outcomes[standing] ?? [], fresh)),
      ),
    );
    firstJudged.push(step(paths.firstHazards, firstJudged[quarter - 1] ?? [], 1));
    firstGood.push(step(paths.firstHazards, firstGood[quarter - 1] ?? [], mix(paths.firstOutcomes, fresh)));
  }
  return { after, firstJudged, firstGood };
}

function step(hazards: readonly number[], before: Row, inspected: number): Row {
  return hazards.map((hazard, since) => {
    const later = before[Math.min(longestQuarters - 1, since + 1)] ?? 0;
    return hazard * inspected + (1 - hazard) * later;
  });
}

function mix(outcomes: readonly number[], chances: readonly number[]): number {
  return outcomes.reduce((sum, outcome, standing) => sum + outcome * (chances[standing] ?? 0), 0);
}
