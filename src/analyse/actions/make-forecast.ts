import { forecastAuthority } from '#/analyse/rules/forecast/forecast-authority.ts';
import { pausesOf } from '#/analyse/rules/forecast/calendar.ts';
import { measuresRead } from '#/analyse/rules/forecast/early-warning/facts.ts';
import type { ReportCardTarget } from '#/analyse/rules/forecast/early-warning/regime.ts';
import type { AuthorityForecast, WhatIf } from '#/analyse/rules/forecast/forecast.ts';
import { trackSchool } from '#/analyse/rules/forecast/tracked.ts';
import type { AimedAt } from '#/analyse/rules/forecast/trajectory/trajectories.ts';
import { dateInWords } from '#/analyse/rules/words.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { loadForecastModels, modelKnownOn } from '#/law/forecast-models.ts';

export interface ForecastAsked {
  /** Slug. */
  readonly authority: string;
  readonly asAt: IsoDate;
  readonly targets?: readonly AimedAt[];
  readonly whatIf?: readonly WhatIf[];
  /** Deprivation of the area is used only where the authority says so. */
  readonly deprivation?: boolean;
  /** Which of the two questions of report cards is asked, where they are; the first when left out. */
  readonly question?: ReportCardTarget;
}

/**
 * Everything forecast for an authority as at a day, from what was published by then and by a model fitted on or before it.
 * Nothing is kept; `keepForecast` does that.
 *
 * @throws KnownError where no model was fitted early enough
 */
export async function makeForecast(
  parts: Pick<Parts, 'published' | 'reference'>,
  { authority, asAt, targets = [], whatIf = [], deprivation = false, question }: ForecastAsked,
): Promise<AuthorityForecast> {
  const models = loadForecastModels();
  const model = modelKnownOn(models, asAt);
  if (model === null) {
    throw new KnownError('no-model', `No model was fitted on or before ${dateInWords(asAt)}.`, [
      `Ask for a forecast as at ${models[0] === undefined ? 'a later date' : dateInWords(models[0].fittedAsAt)} or later.`,
    ]);
  }
  const { forecastRegimes, frameworks, pauses } = parts.reference();
  const store = await parts.published();
  const histories = await store.histories({ authority, asAt, measures: measuresRead });
  return forecastAuthority(
    histories.map((history) => trackSchool(history, { frameworks })),
    {
      asAt,
      model,
      regimes: forecastRegimes,
      pauses: pausesOf(pauses),
      deprivation,
      ...(question === undefined ? {} : { target: question }),
      aimedAt: targets,
      whatIf,
      sources: (await store.sources()).filter(({ knownOn }) => knownOn <= asAt).map(({ id }) => id),
    },
  );
}
