import { join } from 'node:path';
import { Command } from 'commander';
import {
  assertNamedOrAll,
  authorityByAuthority,
  type AuthoritiesMeant,
} from '#/analyse/actions/authority-by-authority.ts';
import { authoritiesAsked } from '#/analyse/actions/authorities-asked.ts';
import { fitModelOf } from '#/analyse/actions/fit-model.ts';
import { keepForecasts } from '#/analyse/actions/keep-forecast.ts';
import { readForecast } from '#/analyse/actions/read-forecast.ts';
import { runBacktest, type Backtest } from '#/analyse/actions/run-backtest.ts';
import { tellBacktest } from '#/analyse/actions/tell-backtest.ts';
import { tellForecast } from '#/analyse/actions/tell-forecast.ts';
import { writeModel, writeModelCard, writeReport } from '#/analyse/actions/write-model.ts';
import type { Parts } from '#/parts.ts';
import { logReading } from '#/people/actions/log-reading.ts';
import { listAuthorities } from '#/schools/actions/list-authorities.ts';

interface ForecastOptions extends AuthoritiesMeant {
  readonly asAt?: string;
}

/** Commands of forecasting. */
export function forecastCommands(parts: Parts): Command[] {
  const forecast = new Command('forecast')
    .summary('forecast how schools will be judged, with ranges, and keep it to be marked later')
    .description(
      'Forecasts every school of an authority and the shares of schools that follow, from what was known on a date\n' +
        'and by a model fitted to what was known before. Without a date: the newest on which anything was published.\n' +
        'Forecasts are kept. The same made from the same is the same forecast.',
    )
    .option(
      '--authority <name>',
      'an authority in the files imported; give it again for another',
      (name: string, before: readonly string[] | undefined) => [...(before ?? []), name],
    )
    .option('--all', 'every authority in the files imported')
    .option('--as-at <date>', 'as known on this date: 2025-08-31, 31/08/2025 or "31 August 2025"')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npx middletier forecast --authority Norfolk\n' +
        '  npx middletier forecast --authority Norfolk --as-at 2018-08-31\n' +
        '  npx middletier forecast --all --json > forecasts.json',
    )
    .action((options: ForecastOptions) => forecastAuthorities(parts, options));
  return [forecast, backtestCommand(parts), fitModelCommand(parts)];
}

function backtestCommand(parts: Parts): Command {
  return new Command('backtest')
    .summary('try forecasts as at days of the past, and hold them against what came')
    .description(
      'Makes forecasts as at days of the past on the real schools imported, each by a model fitted only on what was known\n' +
        'then, beside simple methods, and marks them by what came. Prints a table and writes a report. Takes some minutes.',
    )
    .option('--report <file>', 'where the report goes; otherwise into the data folder')
    .addHelpText(
      'after',
      '\nExamples:\n  npx middletier backtest\n  npx middletier backtest --report backtest.html',
    )
    .action(async ({ report }: { readonly report?: string }) => {
      const { terminal } = parts;
      const result = await tried(parts);
      const path = writeReport(report ?? join(parts.dataFolder, 'reports', 'backtest.html'), result);
      tellBacktest(terminal, result, path);
      const { sharesTried: _, warnings, ...rest } = result;
      terminal.document({
        ...rest,
        warnings: warnings.map(({ marks: { marked: __, ...marks }, ...one }) => ({ ...one, marks })),
        report: path,
      });
    });
}

function tried(parts: Parts): Promise<Backtest> {
  return runBacktest(parts, (what) => {
    parts.terminal.line(`… ${what}`);
  });
}

interface FitOptions {
  readonly asAt: string;
  readonly write: string;
  readonly card?: string;
}

function fitModelCommand(parts: Parts): Command {
  return new Command('fit-model')
    .summary('fit the model that forecasts are made with on the real record imported')
    .description(
      'Fits early warning and trajectory on what could be known by a date, and writes the model as a file. The same files\n' +
        'give the same model, number for number. The models that ship are in reference/models.',
    )
    .requiredOption('--as-at <date>', 'nothing that became known later goes into it')
    .requiredOption('--write <file>', 'where the model goes')
    .option('--card <file>', 'write its card too, with the figures of a backtest; takes some minutes')
    .addHelpText(
      'after',
      '\nExamples:\n' +
        '  npx middletier fit-model --as-at 2025-08-31 --write grades-2025-08-31.json\n' +
        '  npx middletier fit-model --as-at 2025-08-31 --write model.json --card model-card.md',
    )
    .action(async (options: FitOptions) => {
      const { terminal } = parts;
      const model = await fitModelOf(parts, options.asAt);
      const written = writeModel(options.write, model);
      const { earlyWarning } = model;
      terminal.line(
        `Model ${model.id}, digest ${model.digest}: ${earlyWarning.fittedOn.inspections} inspections of ${earlyWarning.fittedOn.schools} good schools, ${earlyWarning.fittedOn.falls} judged below good.`,
      );
      terminal.line(`Written: ${written}`);
      if (options.card !== undefined)
        terminal.line(`Its card: ${writeModelCard(options.card, model, await tried(parts))}`);
      terminal.document({ id: model.id, digest: model.digest, fittedOn: earlyWarning.fittedOn, written });
    });
}

async function forecastAuthorities(parts: Parts, options: ForecastOptions): Promise<void> {
  assertNamedOrAll(options);
  const person = await parts.person();
  const every = options.all === true ? await listAuthorities(parts, person) : [];
  const everyone = every.length > 0 ? every : await authoritiesAsked(parts, options.authority ?? []);
  const notDone = { words: 'Not forecast', field: 'notForecast' };
  await authorityByAuthority(parts, options, everyone, notDone, async (slug) => {
    const asAt = options.asAt === undefined ? {} : { asAt: options.asAt };
    const outcome = await keepForecasts(parts, person, { authority: slug, ...asAt });
    const path = `middletier forecast --authority ${slug}`;
    await logReading(parts, { person, event: 'read forecasts', path, authority: slug });
    const read = await readForecast(parts, person, slug, { run: outcome.id });
    tellForecast(parts.terminal, outcome, read);
    return { run: outcome, forecast: read.kept?.forecast ?? null };
  });
}
