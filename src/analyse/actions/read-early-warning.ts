import type { RegisterRow } from '#/analyse/records/run.ts';
import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import {
  chanceWithin,
  expectedFalls,
  movingTogether,
  reachOfVisits,
} from '#/analyse/rules/forecast/early-warning/expected-falls.ts';
import { biggestReasons } from '#/analyse/rules/forecast/early-warning/reasons.ts';
import type {
  AuthorityForecast,
  EarlyWarning,
  ForecastTarget,
  Horizon,
} from '#/analyse/rules/forecast/forecast.ts';
import { addMonths } from '#/law/inspection-due.ts';
import { loadForecastModels } from '#/law/forecast-models.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { holdersOf, type RoleHolder } from '#/people/records/people-of-school.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { EarlyWarningRead, WarnedSchool } from './early-warning-read.ts';
import { readRegister } from './read-analysis.ts';
import { readForecast, readForecastRuns } from './read-forecast.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/**
 * Which schools could be judged below good next, by the newest forecast that was kept: of the schools whose category the
 * reader may read, each with its officers, its last inspection and the category that is proposed.
 *
 * @param target what the forecast is of; left out, or never forecast: that of the newest
 */
export async function readEarlyWarning(
  parts: Needed,
  person: Person,
  slug: string,
  target?: string,
): Promise<EarlyWarningRead> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permit(person, 'read lists of categories', authority.slug);
  const { runs } = await readForecastRuns(parts, person, authority.slug);
  const targets = [...new Set(runs.map((run) => run.target))];
  const asked = targets.find((one) => one === target) ?? usualTarget(runs);
  const own = runs.filter((run) => run.target === asked);
  const [newest] = own;
  const earlier = newest === undefined ? undefined : own.find(({ asAt }) => asAt < newest.asAt);
  const [now, before, register] = await Promise.all([
    readForecast(parts, person, authority.slug, newest === undefined ? {} : { run: newest.id }),
    earlier === undefined ? null : readForecast(parts, person, authority.slug, { run: earlier.id }),
    readRegister(parts, person, authority.slug),
  ]);
  const officers = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    holdersOf(transaction, ['intervention officer', 'challenge partner']),
  );
  const rows = new Map(register.rows.map((row) => [row.school.urn, row]));
  const then = new Map(
    (before?.kept?.schools ?? []).flatMap(({ urn, forecast }) =>
      'horizons' in forecast ? [[urn, forecast] as const] : [],
    ),
  );
  const kept = now.kept?.schools ?? [];
  const schools = kept.flatMap(({ urn, name, phase, forecast, path }) =>
    'horizons' in forecast
      ? [
          {
            ...{ urn, name, phase, warning: forecast, now: path?.now ?? null },
            reasons: biggestReasons(forecast.contributions),
            ...besideOf(urn, rows.get(urn), officers ?? [], then),
          },
        ]
      : [],
  );
  return {
    authority,
    run: now.kept?.run ?? null,
    previous: before?.kept?.run ?? null,
    targets,
    schools,
    without: kept.flatMap(({ urn, name, phase, forecast }) =>
      'why' in forecast ? [{ urn, name, phase, why: forecast.why }] : [],
    ),
    whole: now.whole,
    scheme: register.scheme,
    analysed: register.run?.asAt ?? null,
    ...fallsOf(schools, now.kept?.run.asAt ?? parts.today(), togetherOf(parts, now.kept)),
    sources: now.kept?.sources ?? [],
  };
}

/** What is asked now, before more of it is asked: of report cards, any area. */
function usualTarget(runs: readonly ForecastRun[]): ForecastTarget | undefined {
  const [newest] = runs;
  const newestRuns = runs.filter(({ asAt }) => asAt === newest?.asAt);
  return (newestRuns.find(({ target }) => target === 'any area below expected') ?? newest)?.target;
}

function besideOf(
  urn: Urn,
  row: RegisterRow | undefined,
  officers: readonly RoleHolder[],
  then: ReadonlyMap<Urn, EarlyWarning>,
) {
  const own = officers.filter(({ schools }) => schools !== 'all' && schools.includes(urn));
  return {
    district: row?.school.district ?? null,
    officers: own.map(({ person, name }) => ({ person, name })),
    lastInspection: row?.lastInspection ?? null,
    category: row === undefined ? null : { code: row.proposal.category, meaning: row.proposal.meaning },
    before: then.get(urn) ?? null,
  };
}

/** Of grades every school with a chance can fall; of report cards those that were not found below already. */
function fallsOf(
  schools: readonly WarnedSchool[],
  asAt: IsoDate,
  together: (months: Horizon) => number | null,
): Pick<EarlyWarningRead, 'falls' | 'reach'> {
  const can = schools.filter(({ now }) => now !== 'not good');
  const chances = (months: Horizon) => can.map(({ warning }) => chanceWithin(warning, months).chance);
  return {
    falls: (months) => ({ ...expectedFalls(chances(months), together(months)), by: addMonths(asAt, months) }),
    reach: (months, visits) => reachOfVisits(chances(months), visits),
  };
}

/** By how much all schools may move together, in logits; `null` where the model is no longer there. */
function togetherOf(
  { reference }: Pick<Parts, 'reference'>,
  kept: { readonly run: ForecastRun; readonly forecast: Pick<AuthorityForecast, 'trajectories'> } | null,
): (months: Horizon) => number | null {
  if (kept === null) return () => null;
  const { run, forecast } = kept;
  const model = loadForecastModels().find(({ digest }) => digest === run.model.digest);
  const stands = forecast.trajectories.find(({ group }) => group.kind === 'all')?.now;
  return (months) =>
    model === undefined || stands === undefined
      ? null
      : movingTogether(model, run.target, months, reference().forecastRegimes, stands);
}
