import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { forecastModel } from './forecast-model-schema.ts';

/** A fitted model with a digest of every number in it, by which forecasts say which one made them. */
export type ForecastModel = z.infer<typeof forecastModel> & { readonly digest: string };

const folder = new URL('../../reference/models/', import.meta.url);

let loaded: readonly ForecastModel[] | undefined;

/** The models that ship, the one fitted to the latest day last; read once a process. */
export function loadForecastModels(): readonly ForecastModel[] {
  loaded ??= readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => readForecastModel(readFileSync(new URL(name, folder), 'utf8')))
    .toSorted((a, b) => a.fittedAsAt.localeCompare(b.fittedAsAt));
  return loaded;
}

/** @throws Error listing everything in which the text is not a model */
export function readForecastModel(text: string): ForecastModel {
  const checked = forecastModel.safeParse(JSON.parse(text));
  if (!checked.success) {
    const problems = checked.error.issues.map(({ path, message }) => `${path.join(' › ')}: ${message}`);
    throw new Error(`Not a model that can be used:\n${problems.join('\n')}`);
  }
  const content = JSON.stringify(checked.data);
  return { ...checked.data, digest: createHash('sha256').update(content).digest('hex').slice(0, 12) };
}

/** The latest of the models fitted on or before a day: a forecast may not know what came later. */
export function modelKnownOn(models: readonly ForecastModel[], date: string): ForecastModel | null {
  return models.findLast(({ fittedAsAt }) => fittedAsAt <= date) ?? null;
}
