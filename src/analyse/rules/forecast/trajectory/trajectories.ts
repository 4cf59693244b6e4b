import { dayOf, type Day, type IsoDate } from '#/schools/rules/dates.ts';
import type { Sector } from '#/schools/rules/school.ts';
import type {
  Denominator,
  ForecastTarget,
  SchoolPath,
  ShareKnown,
  SharePoint,
  Trajectory,
  TrajectoryGroup,
} from '../forecast.ts';
import { inForceOn, isGood, type Judged, type TrackedSchool } from '../tracked.ts';
import type { Outlook } from './outlook.ts';
import { quarterDays } from './grade-paths.ts';
import type { TrajectoryShock } from './model.ts';
import type { SchoolChances } from './school-chances.ts';
import { sharePoint, shockAfter } from './share-forecast.ts';

/** A share aimed at by a group of schools on a day. */
export interface AimedAt {
  readonly group: TrajectoryGroup;
  readonly on: IsoDate;
  readonly share: number;
}

/** A school with its outlook, and its last day where one is known or tried. */
export interface SchoolAhead {
  readonly school: TrackedSchool;
  readonly outlook: Outlook;
  readonly closes: Day | null;
}

export interface TrajectorySettings {
  readonly asAt: IsoDate;
  readonly target: ForecastTarget;
  readonly dates: readonly IsoDate[];
  readonly shocks: readonly TrajectoryShock[];
  readonly aimedAt: readonly AimedAt[];
  /** Days before the forecast on which to say how schools stood, oldest first. */
  readonly before: readonly IsoDate[];
}

const allSchools: TrajectoryGroup = { kind: 'all', name: 'All schools' };
/** What a school is by who runs it, as groups by type are named. */
export const typeNames: Readonly<Record<Sector, string>> = {
  maintained: 'Maintained schools',
  academy: 'Academies and free schools',
  'free school': 'Academies and free schools',
  'non-maintained special': 'Non-maintained special schools',
};

/** The groups a school is in, each with its schools: all, by phase, by district and by type. */
export function groupsOf<One extends { readonly school: TrackedSchool }>(
  schools: readonly One[],
): readonly { readonly group: TrajectoryGroup; readonly own: readonly One[] }[] {
  const by = (kind: TrajectoryGroup['kind'], name: (one: One) => string | null) =>
    [...Map.groupBy(schools, name)]
      .flatMap(([named, own]) => (named === null ? [] : [{ group: { kind, name: named }, own }]))
      .toSorted((a, b) => a.group.name.localeCompare(b.group.name));
  return [
    { group: allSchools, own: schools },
    ...by('phase', ({ school }) => school.history.phase),
    ...by('district', ({ school }) => school.history.district),
    ...by('type', ({ school }) => typeNames[school.history.sector]),
  ];
}

/** A school with its chances on each date, `null` where it is closed by then: worked out once for all its groups. */
interface SchoolOnDates extends SchoolAhead {
  readonly on: readonly (SchoolChances | null)[];
}

export function trajectoriesOf(
  schools: readonly SchoolAhead[],
  denominator: Denominator,
  settings: TrajectorySettings,
): readonly Trajectory[] {
  const { asAt, target, dates } = settings;
  const days = dates.map((date) => ({ day: dayOf(date), quarters: quartersAhead(asAt, date) }));
  const onDates = schools.map((one) => ({
    ...one,
    on: days.map(({ day, quarters }) => (isOpenOn(one, day) ? one.outlook.chances(quarters) : null)),
  }));
  return groupsOf(onDates).map(({ group, own }) => ({
    group,
    denominator,
    asAt,
    target,
    now: standingOn(own, denominator, target, asAt),
    known: settings.before.map((date) => standingOn(own, denominator, target, date)),
    schools: pointsOf(own, group, settings, null),
    pupils: pointsOf(
      own.filter(({ school }) => school.history.pupils !== null),
      group,
      settings,
      ({ school }) => school.history.pupils ?? 0,
    ),
  }));
}

function pointsOf(
  own: readonly SchoolOnDates[],
  group: TrajectoryGroup,
  { asAt, dates, shocks, aimedAt }: TrajectorySettings,
  size: ((one: SchoolAhead) => number) | null,
): readonly SharePoint[] {
  return dates.flatMap((on, index) => {
    const open = own.flatMap((one) => {
      const chances = one.on[index] ?? null;
      return chances === null ? [] : [{ chances, size: size?.(one) ?? 1 }];
    });
    // Targets are set for schools; of pupils none is.
    const target =
      size === null
        ? (aimedAt.find(
            (aim) => aim.on === on && aim.group.kind === group.kind && aim.group.name === group.name,
          )?.share ?? null)
        : null;
    const point = sharePoint(
      on,
      open.map(({ chances }) => chances),
      shockAfter(shocks, quartersAhead(asAt, on)),
      target,
      size === null ? null : open.map((one) => one.size),
    );
    return point === null ? [] : [point];
  });
}

/** The day a school closes is the last on which it is open. */
function isOpenOn({ closes }: Pick<SchoolAhead, 'closes'>, day: Day): boolean {
  return closes === null || closes >= day;
}

export function quartersAhead(asAt: IsoDate, on: IsoDate): number {
  return Math.max(0, (dayOf(on) - dayOf(asAt)) / quarterDays);
}

/** The chances of every school to count as good on each date: the schools behind each step of the curve. */
export function pathsOf(
  schools: readonly SchoolAhead[],
  asAt: IsoDate,
  dates: readonly IsoDate[],
): readonly SchoolPath[] {
  return schools.map(({ school, outlook, closes }) => ({
    urn: school.history.urn,
    name: school.history.name,
    chances: dates.map((on) =>
      isOpenOn({ closes }, dayOf(on)) ? outlook.chances(quartersAhead(asAt, on)).good : 0,
    ),
    now: outlook.now,
  }));
}

/**
 * How the schools stood on a day, by what was known then. A school under a newer number was there under its predecessor’s
 * where that one’s grades count and it had one.
 */
function standingOn(
  own: readonly SchoolAhead[],
  denominator: Denominator,
  target: ForecastTarget,
  on: IsoDate,
): ShareKnown {
  const day = dayOf(on);
  const ownOnly = denominator === 'own grades only';
  let [reached, judged, notJudged] = [0, 0, 0];
  for (const { school } of own) {
    const last = inForceOn(
      {
        judged: school.judged.filter(
          ({ kind, own: ofItself }) =>
            (target === 'below good' || kind === 'report card') && (!ownOnly || ofItself),
        ),
      },
      day,
    );
    if (last === null) notJudged += school.opened === null || school.opened <= day ? 1 : 0;
    else {
      judged += 1;
      reached += hasReached(last, target) ? 1 : 0;
    }
  }
  return { on, reached, judged, notJudged };
}

function hasReached(last: Judged, target: ForecastTarget): boolean {
  switch (target) {
    case 'below good':
      return isGood(last);
    case 'any area below expected':
      return !last.anyBelow;
    case 'leadership and governance below expected':
      return !last.leadershipBelow;
  }
}
