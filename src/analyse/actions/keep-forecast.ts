import { createHash } from 'node:crypto';
import { shareTargets } from '#/analyse/records/expectations.ts';
import {
  addSchoolForecasts,
  addShareForecasts,
  type SchoolForecast,
} from '#/analyse/records/forecast-rows.ts';
import { forecastChoices } from '#/analyse/records/forecast-choices.ts';
import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import { addForecastRun, lockForecasts, newestForecastAsAt } from '#/analyse/records/forecast-runs.ts';
import { standingsToExpect } from '#/analyse/rules/expected/judged-standing.ts';
import { targetsOverTime } from '#/analyse/rules/expected/newest-of-each.ts';
import type { ReportCardTarget } from '#/analyse/rules/forecast/early-warning/regime.ts';
import type { AuthorityForecast } from '#/analyse/rules/forecast/forecast.ts';
import { sharesToKeep } from '#/analyse/rules/told-to-members/shares-to-keep.ts';
import { dateInWords } from '#/analyse/rules/words.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateAsked } from '#/published/store/date-asked.ts';
import { someOpen } from '#/published/store/some-open.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { TargetRead } from './expected-read.ts';
import { makeForecast } from './make-forecast.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today' | 'now'>;

/** What makes a forecast out of what was known on a day. */
export type MakeForecast = typeof makeForecast;

/** What `keepForecast` did. */
export interface ForecastOutcome extends ForecastRun {
  /** `true`: the newest forecast as at that date was made from the same and says the same, so it stands. */
  readonly alreadyKept: boolean;
}

export interface ForecastRequest {
  readonly authority?: string;
  readonly asAt?: string;
  /** Which of the two questions of report cards is asked, where they are. */
  readonly question?: ReportCardTarget;
}

/**
 * Keeps a forecast of every question that can be asked as at the date: under report cards also of leadership and
 * governance. The answer is that of the main question.
 */
export async function keepForecasts(
  parts: Needed,
  person: Person,
  request: Omit<ForecastRequest, 'question'>,
): Promise<ForecastOutcome> {
  const main = await keepForecast(parts, person, request);
  if (main.target === 'below good') return main;
  await keepForecast(parts, person, {
    ...request,
    asAt: main.asAt,
    question: 'leadership and governance below expected',
  });
  return main;
}

/**
 * Forecasts every school of an authority as known on a date and keeps it, to be marked when the outcomes are known: all of it
 * or nothing. Without a date: the newest on which anything about its schools was published. When the newest forecast as at
 * that date says the same, made from the same, that one stands and is returned. Throws `KnownError` for what the person can
 * put right, everything wrong with the request at once.
 */
export async function keepForecast(
  parts: Needed,
  person: Person,
  request: ForecastRequest,
  make: MakeForecast = makeForecast,
): Promise<ForecastOutcome> {
  const store = await parts.published();
  const [authority, asked] = answersOrFailures(
    await authorityNamed(store, request.authority),
    request.asAt === undefined ? null : dateAsked(request.asAt, parts.today()),
  );
  const { slug } = authority;
  permit(person, 'make a forecast', slug);
  const asAt = asked ?? authority.newestKnownOn;
  const targets = await targetsFor(parts, person, slug, asAt);
  const evidence = await store.evidence({ asAt, authority: slug, withoutValues: true });
  const open = someOpen(authority.name, asAt, evidence);
  const [choice] = (await ifAnyRecords(parts, person, slug, forecastChoices)) ?? [];
  const deprivation = choice?.deprivation ?? false;
  const forecast = await make(parts, {
    ...{ authority: slug, asAt, targets, deprivation },
    ...(request.question === undefined ? {} : { question: request.question }),
  });
  const schools = named(open, forecast);
  const shares = sharesToKeep(forecast.trajectories);
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([forecast, schools.map(({ urn, name, phase }) => [urn, name, phase])]))
    .digest('hex');
  const records = await parts.records();
  await records.prepareAuthority(slug, authority.name);

  return await records.inAuthority(slug, person, async (transaction) => {
    await lockForecasts(transaction);
    const newest = await newestForecastAsAt(transaction, slug, forecast);
    if (newest?.fingerprint === fingerprint) return { ...newest.run, alreadyKept: true };
    const { target, model, deprivation, sources, dates } = forecast;
    const run = await addForecastRun(transaction, slug, {
      ...{ asAt, target, model, deprivation, sources, dates, fingerprint },
      schools: schools.length,
      shares: shares.length,
      madeAt: parts.now(),
      madeByName: person.name,
    });
    await addSchoolForecasts(transaction, run, schools);
    await addShareForecasts(transaction, run, shares);
    await logChange(transaction, {
      act: 'made a forecast',
      about: { kind: 'forecast', key: run.id },
      aboutName: `the forecast as at ${dateInWords(asAt)}`,
      urn: null,
      from: null,
      to: `${schools.length} schools (${target}) by the model ${model.id}, fitted to ${dateInWords(model.fittedAsAt)}${deprivation ? ', with deprivation of the area' : ''}`,
      why: null,
    });
    return { ...run, alreadyKept: false };
  });
}

/** The shares aimed at now, of the standing that is forecast as at the day: a share of grades is none of report cards. */
async function targetsFor(
  parts: Needed,
  person: Person,
  authority: string,
  asAt: IsoDate,
): Promise<readonly TargetRead[]> {
  const aimed = await ifAnyRecords(parts, person, authority, shareTargets);
  const forecast = standingsToExpect(parts.reference().frameworks, asAt, asAt);
  return targetsOverTime(aimed ?? []).filter(
    ({ became, standing }) => became.state === 'in force' && forecast.includes(standing),
  );
}

/** Every school of the forecast as the register names it; a school that was open and is not in it is a bug, not a result. */
function named(open: readonly Evidence[], { warnings, paths }: AuthorityForecast): readonly SchoolForecast[] {
  const schools = new Map(open.map(({ school }) => [school.urn, school]));
  const forecast = new Set(warnings.map(({ urn }) => urn));
  const lost = [...schools.keys()].filter((urn) => !forecast.has(urn));
  const pathOf = new Map(paths.map((path) => [path.urn, path]));
  const found = warnings.flatMap((one) => {
    const school = schools.get(one.urn);
    if (school === undefined) return [];
    const { urn, name, phase } = school;
    return [{ urn, name, phase, forecast: one, path: pathOf.get(urn) ?? null }];
  });
  if (lost.length > 0 || found.length !== schools.size || warnings.length !== schools.size) {
    throw new Error(
      `${schools.size} schools were open and ${warnings.length} forecast; without one: ${lost.join(', ')}`,
    );
  }
  return found;
}
