import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { modelText } from '#/analyse/rules/forecast/fit-model.ts';
import type { ForecastModel } from '#/law/forecast-models.ts';
import { writeHtml, writeMarkdown } from '#/platform/documents/write-text.ts';
import { KnownError } from '#/platform/errors.ts';
import { backtestDocument } from './backtest-document.ts';
import { modelCard } from './model-card.ts';
import type { Backtest } from './run-backtest.ts';

/** Writes the report of a backtest as one HTML file, and says where it is. @throws KnownError where it cannot */
export function writeReport(path: string, result: Backtest): string {
  return writeWhole(path, writeHtml(backtestDocument(result)));
}

/** Writes a model as its file, readable. @throws KnownError where it cannot */
export function writeModel(path: string, { digest: _, ...model }: ForecastModel): string {
  return writeWhole(path, modelText(model));
}

/** Writes what a model is made of, how good it was and where it ends. @throws KnownError where it cannot */
export function writeModelCard(path: string, model: ForecastModel, result: Backtest): string {
  return writeWhole(path, writeMarkdown(modelCard(model, result)));
}

/** Killed at any moment, there is the file of before or the whole new one. */
function writeWhole(path: string, text: string): string {
  const file = resolve(path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new KnownError('file-unwritable', `${file} cannot be written: ${why}.`, [
      'Name a file in a folder that you may write to and that has room.',
    ]);
  }
  return file;
}
