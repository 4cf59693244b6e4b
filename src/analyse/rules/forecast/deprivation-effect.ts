import { groupOf, groupsOf, type SchoolSplit } from './marking/school-groups.ts';
import type { EarlyWarning } from './forecast.ts';

/** Points of a hundred by which a chance has to move to be counted. */
export const countedFrom = 5;
const mostShown = 5;

/** A school with its warning, and what says in which fifth it is. */
export interface SchoolBothWays {
  readonly name: string;
  readonly warning: Pick<EarlyWarning, 'urn' | 'withDeprivation' | 'withoutDeprivation'>;
  readonly school: SchoolSplit;
}

/** One school's chances within 18 months, from 0 to 1. */
export interface SchoolMoved {
  readonly urn: string;
  readonly name: string;
  /** The fifth of England’s schools by deprivation. */
  readonly fifth: string;
  readonly without: number;
  readonly withIt: number;
}

export interface FifthMoved {
  readonly fifth: string;
  readonly schools: number;
  /** Chances on average. */
  readonly without: number;
  readonly withIt: number;
}

/** What using the deprivation of the area does to the chances of some schools. */
export interface DeprivationEffect {
  /** Of so many schools both chances are known. */
  readonly schools: number;
  /** Of so many the deprivation is not known, so that nothing can be said. */
  readonly notKnown: number;
  /** Schools whose chance is more than `countedFrom` points higher with it, and lower. */
  readonly higher: number;
  readonly lower: number;
  /** Schools expected to be found so. */
  readonly expected: { readonly without: number; readonly withIt: number };
  /** The schools that move furthest either way, furthest first. */
  readonly furthest: readonly SchoolMoved[];
  /** The least deprived first; a fifth with no school is not there. */
  readonly fifths: readonly FifthMoved[];
}

/** Compares the two chances of each school: it says what the choice does, not which chance is right. */
export function deprivationEffect(schools: readonly SchoolBothWays[]): DeprivationEffect {
  const moved = schools.flatMap(({ name, warning, school }): SchoolMoved[] => {
    const { urn, withDeprivation: withIt, withoutDeprivation: without } = warning;
    return withIt === null ? [] : [{ urn, name, fifth: groupOf('deprivation', school), without, withIt }];
  });
  const points = moved.map(pointsMoved);
  return {
    schools: moved.length,
    notKnown: schools.length - moved.length,
    higher: points.filter((by) => by > countedFrom).length,
    lower: points.filter((by) => by < -countedFrom).length,
    expected: sumsOf(moved),
    furthest: moved
      .toSorted(
        (a, b) => Math.abs(pointsMoved(b)) - Math.abs(pointsMoved(a)) || a.urn.localeCompare(b.urn, 'en'),
      )
      .slice(0, mostShown),
    fifths: groupsOf('deprivation').flatMap((fifth) => {
      const own = moved.filter((one) => one.fifth === fifth);
      const { without, withIt } = sumsOf(own);
      const { length } = own;
      return length === 0
        ? []
        : [{ fifth, schools: length, without: without / length, withIt: withIt / length }];
    }),
  };
}

/** By how many points of a hundred the chance is higher with it. To a millionth, so that 5 points are 5 points. */
export function pointsMoved({ without, withIt }: Pick<SchoolMoved, 'without' | 'withIt'>): number {
  return Math.round((withIt - without) * 1e8) / 1e6;
}

function sumsOf(schools: readonly SchoolMoved[]): DeprivationEffect['expected'] {
  return {
    without: schools.reduce((sum, { without }) => sum + without, 0),
    withIt: schools.reduce((sum, { withIt }) => sum + withIt, 0),
  };
}
