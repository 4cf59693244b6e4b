import { groupOf, groupsOf, type SchoolSplit } from './marking/school-groups.ts';
import type { EarlyWarning } from './forecast.ts';

/** Points of a hundred by which a chance has to move to be counted. */
const countedFrom = 5;
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
  /** By so many points of a hundred the chance is higher with it. */
  readonly points: number;
}

export interface FifthMoved {
  readonly fifth: string;
  readonly schools: number;
  /** Chances on average. */
  readonly without: number;
  readonly withIt: number;
  readonly points: number;
}

/** What using the deprivation of the area does to the chances of some schools. */
export interface DeprivationEffect {
  /** Of so many schools both chances are known. */
  readonly schools: number;
  /** Of so many the deprivation is not known, so that nothing can be said. */
  readonly notKnown: number;
  /** Schools whose chance is more than so many points higher with it, and lower. */
  readonly countedFrom: number;
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
    if (withIt === null) return [];
    const fifth = groupOf('deprivation', school);
    return [{ urn, name, fifth, without, withIt, points: pointsMoved(without, withIt) }];
  });
  return {
    schools: moved.length,
    notKnown: schools.length - moved.length,
    countedFrom,
    higher: moved.filter(({ points }) => points > countedFrom).length,
    lower: moved.filter(({ points }) => points < -countedFrom).length,
    expected: sumsOf(moved),
    furthest: moved
      .toSorted((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.urn.localeCompare(b.urn, 'en'))
      .slice(0, mostShown),
    fifths: groupsOf('deprivation').flatMap((fifth) =>
      averageOf(
        fifth,
        moved.filter((one) => one.fifth === fifth),
      ),
    ),
  };
}

function averageOf(fifth: string, schools: readonly SchoolMoved[]): readonly FifthMoved[] {
  const { length } = schools;
  if (length === 0) return [];
  const sums = sumsOf(schools);
  const [without, withIt] = [sums.without / length, sums.withIt / length];
  return [{ fifth, schools: length, without, withIt, points: pointsMoved(without, withIt) }];
}

/** To a millionth, so that 5 points are 5 points. */
function pointsMoved(without: number, withIt: number): number {
  return Math.round((withIt - without) * 1e8) / 1e6;
}

function sumsOf(schools: readonly SchoolMoved[]): DeprivationEffect['expected'] {
  return {
    without: schools.reduce((sum, { without }) => sum + without, 0),
    withIt: schools.reduce((sum, { withIt }) => sum + withIt, 0),
  };
}
