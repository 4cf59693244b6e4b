import type { Trajectory } from '#/analyse/rules/forecast/forecast.ts';
import { fewestSchools } from './tell-summary.ts';

/**
 * Which trajectories may be kept for people who read shares and no single school. A share forecast of fewer than six
 * schools comes close to a forecast of each, so that of so small a group none is kept; nor of the next smallest of its
 * kind, as long as the groups left out are together fewer than six and follow by taking the others from all schools. The
 * number is the convention of what members are told (`fewestSchools`, unconfirmed).
 */
export function sharesToKeep<One extends OfGroup>(trajectories: readonly One[]): readonly One[] {
  const kept = new Set(
    [
      ...Map.groupBy(trajectories, ({ group, denominator }) => `${group.kind} ${denominator}`).values(),
    ].flatMap(largeEnough),
  );
  return trajectories.filter((one) => kept.has(one));
}

/** Shares of a group of schools, however they were forecast. */
type OfGroup = Pick<Trajectory, 'group' | 'denominator' | 'now'>;

/** Of the groups of one kind. */
function largeEnough<One extends OfGroup>(ofAKind: readonly One[]): readonly One[] {
  const smallestFirst = ofAKind.toSorted((a, b) => schoolsOf(a) - schoolsOf(b));
  let leftOut = 0;
  let first = 0;
  for (const [index, one] of smallestFirst.entries()) {
    const follows = leftOut > 0 && leftOut < fewestSchools;
    if (schoolsOf(one) >= fewestSchools && !follows) break;
    leftOut += schoolsOf(one);
    first = index + 1;
  }
  return smallestFirst.slice(first);
}

/** Schools of a group, judged or not. */
function schoolsOf({ now }: OfGroup): number {
  return now.judged + now.notJudged;
}
