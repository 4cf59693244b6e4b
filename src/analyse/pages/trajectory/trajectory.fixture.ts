import { chosenOf } from '#/analyse/actions/trajectory-chosen.ts';
import type { KeptTrajectory, TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import { inventedAuthority, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import type { SchoolForecast } from '#/analyse/records/forecast-rows.ts';
import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import type {
  Denominator,
  ForecastTarget,
  SchoolPath,
  SharePoint,
  Trajectory,
  TrajectoryGroup,
} from '#/analyse/rules/forecast/forecast.ts';
import type { Query } from '#/platform/web/addresses.ts';
import { readTrajectoryRequest } from './trajectory-request.ts';

/** Invented forecasts for the tests of this page. */

const dates = ['2026-08-31', '2027-08-31'];

export function pointOn(on: string, middle: number, changes: Partial<SharePoint> = {}): SharePoint {
  return {
    ...{ on, of: 20, middle, target: null, chanceOfTarget: null },
    ranges: ([50, 80, 95] as const).map((level) => ({
      level,
      low: middle - level / 1000,
      high: Math.min(1, middle + level / 1000),
    })),
    ...changes,
  };
}

export function trajectoryOf(
  group: TrajectoryGroup,
  denominator: Denominator,
  changes: Partial<Trajectory> = {},
): Trajectory {
  return {
    ...{ group, denominator, asAt: '2025-08-31', target: 'below good' },
    now: { on: '2025-08-31', reached: 15, judged: 20, notJudged: 2 },
    known: [
      { on: '2024-08-31', reached: 14, judged: 20, notJudged: 2 },
      { on: '2025-04-30', reached: 15, judged: 20, notJudged: 2 },
    ],
    schools: [
      pointOn('2026-08-31', 0.78),
      pointOn('2027-08-31', 0.8, { target: 0.85, chanceOfTarget: 0.125 }),
    ],
    pupils: [pointOn('2026-08-31', 0.79, { of: 6012 }), pointOn('2027-08-31', 0.81, { of: 6012 })],
    ...changes,
  };
}

export const allSchools: TrajectoryGroup = { kind: 'all', name: 'All schools' };
export const primaries: TrajectoryGroup = { kind: 'phase', name: 'primary' };

export function runOf(changes: Partial<ForecastRun> = {}): ForecastRun {
  return {
    ...{ id: '2', authority: 'fenshire', asAt: '2025-08-31', target: 'below good', deprivation: false },
    model: { id: 'invented-2025', fittedAsAt: '2025-08-31', digest: 'abc' },
    ...{ schools: 22, sources: [inventedSource.id], dates },
    ...{ madeAt: '2025-09-12T08:00:00Z', madeBy: 'Pat Analyst' },
    ...changes,
  };
}

export function schoolForecastOf(
  urn: string,
  name: string,
  now: SchoolPath['now'],
  chances: readonly number[] | null,
): SchoolForecast {
  return {
    ...{ urn, name, phase: 'primary', forecast: { urn, why: 'Invented.' } },
    path: chances === null ? null : { urn, name, chances, now },
  };
}

export function keptOf(target: ForecastTarget = 'below good'): KeptTrajectory {
  const counted = (group: TrajectoryGroup) =>
    (['with predecessors’ grades', 'own grades only'] as const).map((denominator) =>
      trajectoryOf(group, denominator, { target }),
    );
  return {
    run: runOf({ target }),
    trajectories: [...counted(allSchools), ...counted(primaries)],
    schools: [
      schoolForecastOf('900001', 'Sedge Lane Primary School', 'good', [0.9, 0.8]),
      schoolForecastOf('900002', 'Fen Drove Primary School', 'not good', [0.3, 0.7]),
      schoolForecastOf('900003', 'Reach Lode Primary School', 'not judged', null),
    ],
    groups: new Map([['900001', { district: 'North Fen', type: 'Maintained schools' }]]),
  };
}

/** A trajectory as an officer who sees every school reads it. */
export function trajectoryRead(changes: Partial<TrajectoryRead> = {}): TrajectoryRead {
  const kept = changes.kept === undefined ? keptOf() : changes.kept;
  return {
    authority: inventedAuthority,
    runs: kept === null ? [] : [kept.run],
    kept,
    chosen: chosenOf(kept, readTrajectoryRequest({})),
    earlier: null,
    targets: {
      authority: inventedAuthority,
      ...{ targets: [], maySet: true, groups: [allSchools, primaries], standings: ['good or better'] },
    },
    expectations: [],
    ...{ whole: true, mayTry: true, whatIf: [], notUnderstood: 0, problems: [], added: null, trial: null },
    sources: [inventedSource],
    ...changes,
  };
}

/** The same, asked for in another way. */
export function askedFor(read: TrajectoryRead, query: Query): TrajectoryRead {
  return { ...read, chosen: chosenOf(read.kept, readTrajectoryRequest(query)) };
}

/** The same as a member reads it: shares, and no school. */
export function readByMember(): TrajectoryRead {
  const kept = { ...keptOf(), schools: [] };
  const read = trajectoryRead({ kept, expectations: null, whole: false, mayTry: false });
  return {
    ...read,
    targets: { ...read.targets, maySet: false },
  };
}

/** A forecast of a year before, of the same question. */
export function earlierOf(middle: number): TrajectoryRead['earlier'] {
  const run = runOf({ id: '1', asAt: '2024-08-31' });
  const changes = { asAt: run.asAt, schools: [pointOn('2025-08-31', middle)] };
  return { run, trajectories: [trajectoryOf(allSchools, 'with predecessors’ grades', changes)] };
}

/** One school tried to be judged good: the share of the second day rises by five points. */
export function tried(): Pick<TrajectoryRead, 'trial' | 'whatIf'> {
  const one = { urn: '900002', on: '2026-03-01', happens: 'is judged good or better' } as const;
  const schools = [
    pointOn('2026-08-31', 0.8),
    pointOn('2027-08-31', 0.85, { target: 0.85, chanceOfTarget: 0.5 }),
  ];
  const path = { urn: one.urn, name: 'Fen Drove Primary School', now: 'not good' } as const;
  return {
    whatIf: [one],
    trial: {
      tried: [{ ...one, name: path.name }],
      before: keptOf().trajectories,
      after: keptOf().trajectories.map((trajectory) => ({ ...trajectory, schools })),
      paths: [{ before: { ...path, chances: [0.3, 0.7] }, after: { ...path, chances: [1, 0.9] } }],
      model: runOf().model,
    },
  };
}
