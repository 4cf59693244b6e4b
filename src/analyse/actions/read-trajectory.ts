import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import { checkWhatIf, mostTried } from '#/analyse/rules/forecast/planning/check-what-if.ts';
import type { WhatIf } from '#/analyse/rules/forecast/forecast.ts';
import { typeNames } from '#/analyse/rules/forecast/trajectory/trajectories.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { Parts } from '#/parts.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { MakeForecast } from './keep-forecast.ts';
import { makeForecast } from './make-forecast.ts';
import { readExpectations } from './read-expectations.ts';
import { readForecast, readForecastRuns, type ForecastRead } from './read-forecast.ts';
import { readTargets } from './set-target.ts';
import { chosenOf } from './trajectory-chosen.ts';
import type { GroupsOfSchool, KeptTrajectory, TrajectoryAsked, TrajectoryRead } from './trajectory-read.ts';
import { tryWhatIf } from './try-what-if.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** A forecast is held against one made about a year before: of a term ago hardly anything is known yet. */
const monthsBefore = 11;

/**
 * The forecast shares of an authority as one person may see them: a forecast that was kept, the one before it, what is aimed
 * at, what officers expect, and what would be if something happened to a school.
 *
 * @throws KnownError for an authority that is not there, and for a person who may not read shares
 */
export async function readTrajectory(
  parts: Needed,
  person: Person,
  slug: string,
  asked: TrajectoryAsked,
  make: MakeForecast = makeForecast,
): Promise<TrajectoryRead> {
  const { authority, runs } = await readForecastRuns(parts, person, slug);
  const run = runAsked(runs, asked);
  const targets = await readTargets(parts, person, slug);
  const mayTry = mayFor(person, 'read lists of categories', authority.slug);
  if (run === null) {
    return {
      ...{
        authority,
        runs,
        targets,
        mayTry,
        kept: null,
        chosen: null,
        earlier: null,
        expectations: null,
        whole: false,
      },
      ...{ whatIf: [], notUnderstood: 0, problems: [], added: null, trial: null, sources: [] },
    };
  }
  const read = await readForecast(parts, person, slug, { run: run.id });
  const before = runBefore(runs, run);
  const earlier = before === null ? null : await readForecast(parts, person, slug, { run: before.id });
  const earlierKept = earlier?.kept ?? null;
  const kept = await keptOf(parts, read);
  const tried = triedIn(asked.whatIf, kept, mayTry);
  const checked = mayTry && kept !== null && asked.typed !== null ? check(asked.typed, kept, tried) : null;
  return {
    authority,
    runs,
    kept,
    chosen: chosenOf(kept, asked),
    earlier: earlierKept === null ? null : trajectoriesOf(earlierKept),
    targets,
    expectations: await expectationsFor(parts, person, slug),
    whole: read.whole,
    mayTry: mayTry && (kept?.schools.length ?? 0) > 0,
    whatIf: tried,
    notUnderstood: mayTry ? asked.notRead + asked.whatIf.length - tried.length : 0,
    problems: checked !== null && 'problems' in checked ? checked.problems : [],
    added: checked !== null && 'whatIf' in checked ? checked.whatIf : null,
    trial:
      kept === null || tried.length === 0
        ? null
        : await tryWhatIf(parts, person, authority.slug, kept, tried, make),
    sources: read.kept?.sources ?? [],
  };
}

/** The forecast asked for, or the newest. */
function runAsked(
  runs: readonly ForecastRun[],
  { asAt, target }: Pick<TrajectoryAsked, 'asAt' | 'target'>,
): ForecastRun | null {
  const onDay = runs.filter((run) => run.asAt === asAt);
  return onDay.find((run) => run.target === target) ?? onDay[0] ?? runs[0] ?? null;
}

/** The newest of the same question that is about a year older, or the newest that is older at all. */
function runBefore(runs: readonly ForecastRun[], { asAt, target }: ForecastRun): ForecastRun | null {
  const same = runs.filter((run) => run.target === target && run.asAt < asAt);
  return same.find((run) => addMonths(run.asAt, monthsBefore) <= asAt) ?? same[0] ?? null;
}

async function keptOf(parts: Needed, { authority, kept }: ForecastRead): Promise<KeptTrajectory | null> {
  if (kept === null) return null;
  const { run, schools } = kept;
  return { ...trajectoriesOf(kept), schools, groups: await groupsOfSchools(parts, authority.slug, run.asAt) };
}

function trajectoriesOf({ run, forecast }: NonNullable<ForecastRead['kept']>) {
  return { run, trajectories: forecast.trajectories };
}

/** District and type of each school as the forecast counted it. */
async function groupsOfSchools(
  parts: Needed,
  authority: string,
  asAt: IsoDate,
): Promise<ReadonlyMap<Urn, GroupsOfSchool>> {
  const open = await openSchoolsOf(await parts.published(), authority, asAt);
  return new Map(open.map(({ urn, district, sector }) => [urn, { district, type: typeNames[sector] }]));
}

/** What is tried of what is asked: of each school one thing, and only of schools that the person may know of. */
function triedIn(asked: readonly WhatIf[], kept: KeptTrajectory | null, mayTry: boolean) {
  if (kept === null || !mayTry) return [];
  const { asAt, last, schools } = settingOf(kept);
  const known = asked.filter(
    ({ urn, on }) =>
      readDate(on) === on && on > asAt && on <= last && schools.some((school) => school.urn === urn),
  );
  return [...new Map(known.map((one) => [one.urn, one])).values()].slice(0, mostTried);
}

function check(
  typed: NonNullable<TrajectoryAsked['typed']>,
  kept: KeptTrajectory,
  tried: TrajectoryRead['whatIf'],
) {
  return checkWhatIf(typed, { ...settingOf(kept), tried });
}

function settingOf({ run, schools }: KeptTrajectory) {
  return {
    asAt: run.asAt,
    last: run.dates.at(-1) ?? run.asAt,
    schools: schools.filter(({ path }) => path !== null),
  };
}

async function expectationsFor(parts: Needed, person: Person, slug: string) {
  if (!mayFor(person, 'read expectations', slug)) return null;
  const { expectations } = await readExpectations(parts, person, slug);
  return expectations.filter(({ became }) => became.state === 'in force');
}
