import { measuresRead } from '#/analyse/rules/forecast/early-warning/facts.ts';
import { pausesOf } from '#/analyse/rules/forecast/calendar.ts';
import { fitModel } from '#/analyse/rules/forecast/fit-model.ts';
import { trackSchool } from '#/analyse/rules/forecast/tracked.ts';
import { readForecastModel, type ForecastModel } from '#/law/forecast-models.ts';
import type { Parts } from '#/parts.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { dateAsked } from '#/published/store/date-asked.ts';

/**
 * Fits a model on everything the published store tells of real schools that could be known by a day. The same files give
 * the same model, number for number.
 * A file published after the day may tell of what was known before it: facts are left out by their own day.
 *
 * @throws KnownError where the files tell of too few inspections
 */
export async function fitModelOf(
  parts: Pick<Parts, 'published' | 'reference' | 'today'>,
  typed: string,
): Promise<ForecastModel> {
  const [asAt] = answersOrFailures(dateAsked(typed, parts.today()));
  const { frameworks, pauses, forecastRegimes } = parts.reference();
  const store = await parts.published();
  const histories = await store.histories({ measures: measuresRead });
  const schools = histories
    .map((history) => trackSchool(history, { frameworks }))
    .filter(({ judged }) => judged.length > 0);
  const titles = (await store.sources()).filter(({ invented }) => !invented).map(({ title }) => title);
  try {
    const model = fitModel(schools, asAt, {
      pauses: pausesOf(pauses),
      announced: forecastRegimes.paces,
      fittedFrom: [...new Set(titles)].toSorted(),
    });
    return readForecastModel(JSON.stringify(model));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new KnownError(
      'no-model',
      `The files imported tell of too few inspections before ${asAt} to fit a model on: ${error.message}.`,
      [
        'Import a record of graded inspections over several years, for all schools of several authorities.',
        'Or use the models that ship: nothing needs to be fitted for that.',
      ],
      { cause: error },
    );
  }
}
