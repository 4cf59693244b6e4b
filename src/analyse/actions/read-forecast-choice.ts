import { forecastChoices, type ForecastChoice } from '#/analyse/records/forecast-choices.ts';
import { schoolForecasts } from '#/analyse/records/forecast-rows.ts';
import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import { newestForecastRun } from '#/analyse/records/forecast-runs.ts';
import { deprivationEffect, type DeprivationEffect } from '#/analyse/rules/forecast/deprivation-effect.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { mayFor, reachOf, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import type { Source } from '#/published/source.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore, PublishedStore } from '#/published/store/published-store.ts';

type Needed = Pick<Parts, 'published' | 'records'>;

/** What the choice does, in the newest forecast that was kept, to the schools whose category the reader may read. */
export interface ChoiceEffect {
  readonly run: ForecastRun;
  readonly effect: DeprivationEffect;
  /** This person may see every school’s forecast. */
  readonly whole: boolean;
  readonly sources: readonly Source[];
}

/** Whether an authority’s forecasts use the deprivation of the area. For everyone: a head may know what theirs rests on. */
export interface ForecastChoiceRead {
  readonly authority: AuthorityInStore;
  /** Newest first: the first holds. Without one, deprivation is not used. */
  readonly choices: readonly ForecastChoice[];
  readonly mayChoose: boolean;
  /** `hidden` from whoever opens no lists of schools; `null` where no forecast was kept. */
  readonly effect: ChoiceEffect | 'hidden' | null;
}

/** What was chosen, when, by whom and why, and what it does. */
export async function readForecastChoice(
  parts: Needed,
  person: Person,
  slug: string,
): Promise<ForecastChoiceRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read published data', authority.slug);
  const mayRead = mayFor(person, 'read lists of categories', authority.slug);
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const run = mayRead ? await newestForecastRun(transaction, authority.slug) : null;
    return {
      choices: await forecastChoices(transaction),
      forecast: run === null ? null : { run, schools: await schoolForecasts(transaction, run) },
    };
  });
  const forecast = kept?.forecast ?? null;
  return {
    authority,
    choices: kept?.choices ?? [],
    mayChoose: mayFor(person, 'adopt a scheme', authority.slug),
    effect: !mayRead
      ? 'hidden'
      : forecast === null
        ? null
        : {
            ...(await effectOf(store, authority.slug, forecast)),
            whole: reachOf(person, 'read categories', authority.slug).all,
          },
  };
}

interface Forecast {
  readonly run: ForecastRun;
  readonly schools: Awaited<ReturnType<typeof schoolForecasts>>;
}

async function effectOf(
  store: PublishedStore,
  authority: string,
  { run, schools }: Forecast,
): Promise<Omit<ChoiceEffect, 'whole'>> {
  const { asAt } = run;
  const histories = await store.histories({ authority, asAt, measures: [] });
  const historyOf = new Map(histories.map((history) => [history.urn, history]));
  return {
    run,
    effect: deprivationEffect(
      schools.flatMap(({ urn, name, phase, forecast }) =>
        'horizons' in forecast
          ? [
              {
                name,
                warning: forecast,
                school: historyOf.get(urn) ?? { phase, idaciQuintile: null, pupils: null },
              },
            ]
          : [],
      ),
    ),
    sources: (await store.sources()).filter(({ id }) => run.sources.includes(id)),
  };
}
