import type { SharePoint, Trajectory, TrajectoryGroup } from '#/analyse/rules/forecast/forecast.ts';
import { stepsOf } from '#/analyse/rules/forecast/planning/steps.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Chosen, KeptTrajectory, TrajectoryAsked } from './trajectory-read.ts';

/** What is asked for, as far as it is told; `null` where no share is told at all. */
export function chosenOf(
  kept: KeptTrajectory | null,
  request: Pick<TrajectoryAsked, 'group' | 'of' | 'ownOnly' | 'to'>,
): Chosen | null {
  if (kept === null) return null;
  const { trajectories } = kept;
  const wanted = trajectories.filter(({ group }) => groupValue(group) === request.group);
  const both = wanted.length > 0 ? wanted : trajectories.filter(({ group }) => group.kind === 'all');
  const denominator = request.ownOnly ? 'own grades only' : 'with predecessors’ grades';
  const shown = both.find((one) => one.denominator === denominator) ?? both[0];
  const points = shown?.[request.of] ?? [];
  const point = points.find(({ on }) => on === request.to) ?? usualPoint(shown, points);
  if (shown === undefined || point === undefined) return null;
  const schools = schoolsIn(kept, shown.group);
  const paths = schools.flatMap(({ path }) => (path === null ? [] : [path]));
  return {
    ...{ kept, shown, points, point, of: request.of },
    steps: stepsOf(paths, kept.run.dates.indexOf(point.on), judgedBy(kept, shown, point)),
    withoutChance: schools.length - paths.length,
    both: both.toSorted((a, b) => b.denominator.localeCompare(a.denominator)),
    notTold: wanted.length > 0 ? null : (request.group.split(':').at(1) ?? request.group).slice(0, 80),
  };
}

/** Schools expected to be judged by a day, counted as the chances of single schools are: with predecessors' grades. */
function judgedBy({ trajectories }: KeptTrajectory, { group }: Trajectory, { on }: SharePoint): number {
  const counted = sameOf(trajectories, { group, denominator: 'with predecessors’ grades' });
  return counted?.schools.find((point) => point.on === on)?.of ?? 0;
}

/** The next day something is aimed at for; without one the first end of a school year that is a year or more ahead. */
function usualPoint(shown: Trajectory | undefined, points: readonly SharePoint[]): SharePoint | undefined {
  const aimed = shown?.schools.find(({ target }) => target !== null)?.on;
  const year = addMonths(shown?.asAt ?? '', 12);
  return (
    points.find(({ on }) => on === aimed) ??
    points.find(({ on }) => on >= year && on.endsWith('-08-31')) ??
    points.at(-1)
  );
}

/** A group as the address has it. */
export function groupValue({ kind, name }: TrajectoryGroup): string {
  return kind === 'all' ? 'all' : `${kind}:${name}`;
}

/** The trajectory of the same group, counted in the same way, of another forecast. */
export function sameOf(
  trajectories: readonly Trajectory[],
  { group, denominator }: Pick<Trajectory, 'group' | 'denominator'>,
): Trajectory | null {
  return (
    trajectories.find(
      (one) => groupValue(one.group) === groupValue(group) && one.denominator === denominator,
    ) ?? null
  );
}

/** The range in which a share lies in so many cases of 100. */
export function rangeOf({ ranges }: SharePoint, level: 50 | 80 | 95) {
  return ranges.find((one) => one.level === level) ?? null;
}

/** The schools of a group among those the reader may know of. */
function schoolsIn({ schools, groups }: KeptTrajectory, { kind, name }: TrajectoryGroup) {
  return schools.filter(({ urn, phase }) => {
    switch (kind) {
      case 'all':
        return true;
      case 'phase':
        return phase === name;
      case 'district':
        return groups.get(urn)?.district === name;
      case 'type':
        return groups.get(urn)?.type === name;
    }
  });
}

/** What was known on the days of the forecast and before, the day itself last. */
export function knownOf({ known, now, asAt }: Trajectory): Trajectory['known'] {
  return [...known.filter(({ on }: { on: IsoDate }) => on < asAt), now].filter(({ judged }) => judged > 0);
}
