import type { Denominator, ShareKnown, TrajectoryGroup } from '#/analyse/rules/forecast/forecast.ts';
import type { ForecastMethod } from '#/law/reference.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { phases } from '#/schools/rules/school.ts';
import { expectSchool, type SchoolExpected, type Stage } from './expect-school.ts';
import type { SchoolThen } from './school-then.ts';

/**
 * The share of schools good or better as a method by rules has it: one number for each date. There is no range, and
 * nothing in the method from which one could be made.
 */
export interface MethodTrajectory {
  readonly group: TrajectoryGroup;
  readonly denominator: Denominator;
  readonly now: ShareKnown;
  /** By date, in their order. */
  readonly points: readonly ShareKnown[];
}

export interface MethodForecast {
  /** Identity of the method. */
  readonly method: string;
  readonly asAt: IsoDate;
  readonly schools: readonly SchoolExpected[];
  readonly trajectories: readonly MethodTrajectory[];
}

const denominators: readonly Denominator[] = ['with predecessors’ grades', 'own grades only'];

/** What the method expects of each school, and the share by phase and date on both bases. */
export function forecastByMethod(
  method: ForecastMethod,
  schools: readonly SchoolThen[],
  asAt: IsoDate,
  dates: readonly IsoDate[],
): MethodForecast {
  const expected = schools.map((school) => expectSchool(school, asAt, method.settings));
  const groups: readonly TrajectoryGroup[] = [
    { kind: 'all', name: 'All schools' },
    ...phases.map((name) => ({ kind: 'phase' as const, name })),
  ];
  return {
    method: method.id,
    asAt,
    schools: expected,
    trajectories: groups.flatMap((group) => {
      const inGroup = expected.filter(({ phase }) => group.kind === 'all' || phase === group.name);
      if (inGroup.length === 0) return [];
      return denominators.map((denominator) => ({
        group,
        denominator,
        now: shareOn(inGroup, asAt, denominator),
        points: dates.map((on) => shareOn(inGroup, on, denominator)),
      }));
    }),
  };
}

/** Who counts on a day: schools that closed are gone, those not judged yet are said and not counted. (Rules 4.3, 4.4.) */
function shareOn(schools: readonly SchoolExpected[], on: IsoDate, denominator: Denominator): ShareKnown {
  const standings = schools.map(({ stages }) => standingOn(stages[denominator], on));
  const many = (wanted: Stage['standing']): number => standings.filter((one) => one === wanted).length;
  return {
    on,
    reached: many('good'),
    judged: many('good') + many('not good'),
    notJudged: many('not judged'),
  };
}

function standingOn(stages: readonly Stage[], on: IsoDate): Stage['standing'] {
  return (stages.findLast(({ from }) => from <= on) ?? stages[0])?.standing ?? 'not judged';
}
