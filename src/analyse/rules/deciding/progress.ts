import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { CategoryDecision, CategoryRound } from './decision.ts';
import { decisionStandings, standingOfDecision, type DecisionStanding } from './decision-standing.ts';

/** A school of a round, with what was decided of it last in that round. */
export interface SchoolInRound {
  readonly urn: string;
  readonly proposed: string;
  readonly decision: CategoryDecision | null;
  readonly confirmed: boolean;
}

/** Which way a person differed from the rules: `neither` where one of the two is insufficient evidence. */
export type Direction = 'kinder' | 'harsher' | 'neither';

/** How far a round is. Every number is of all its schools. */
export interface RoundProgress {
  readonly schools: number;
  readonly of: Readonly<Record<DecisionStanding, number>>;
  readonly decided: number;
  readonly overruled: Readonly<Record<Direction, number>> & { readonly all: number };
  /** How many schools went from which proposed category to which decided one; `null`: not decided. */
  readonly matrix: readonly {
    readonly proposed: string;
    readonly decided: string | null;
    readonly schools: number;
  }[];
}

/** Counts a round. */
export function progressOfRound(schools: readonly SchoolInRound[], scheme: Scheme | null): RoundProgress {
  const standings = schools.map(({ decision, confirmed }) => standingOfDecision(decision, confirmed));
  const overruled = schools.flatMap(({ decision }) =>
    decision !== null && decision.category !== decision.proposed
      ? [directionOf(decision.proposed, decision.category, scheme)]
      : [],
  );
  const counted = (direction: Direction): number => overruled.filter((one) => one === direction).length;
  const pairs = Map.groupBy(schools, ({ proposed, decision }) =>
    JSON.stringify([proposed, decision?.category ?? null]),
  );
  return {
    schools: schools.length,
    of: Object.fromEntries(
      decisionStandings.map((standing) => [standing, standings.filter((one) => one === standing).length]),
    ) as Record<DecisionStanding, number>,
    decided: standings.filter((one) => one !== 'to decide').length,
    overruled: {
      all: overruled.length,
      kinder: counted('kinder'),
      harsher: counted('harsher'),
      neither: counted('neither'),
    },
    matrix: [...pairs.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      const decided = first.decision?.category ?? null;
      return [{ proposed: first.proposed, decided, schools: same.length }];
    }),
  };
}

/** Whether a category is of less concern than another by the scheme: kinder, or harsher. */
export function directionOf(proposed: string, decided: string, scheme: Scheme | null): Direction {
  const concern = (code: string): number | undefined =>
    scheme?.categories.find((one) => one.code === code)?.concern;
  const [before, after] = [concern(proposed), concern(decided)];
  if (before === undefined || after === undefined || before === after) return 'neither';
  return after < before ? 'kinder' : 'harsher';
}

/** The newest decision of each school in a round, out of all in the order in which they were made. */
export function decidedInRound(
  round: Pick<CategoryRound, 'number'>,
  decisions: readonly CategoryDecision[],
): ReadonlyMap<string, CategoryDecision> {
  return new Map(decisions.filter((one) => one.round === round.number).map((one) => [one.urn, one]));
}
