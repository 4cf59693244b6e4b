import { Command } from 'commander';
import { authoritiesAsked } from '#/analyse/actions/authorities-asked.ts';
import { keepForecast, type ForecastOutcome } from '#/analyse/actions/keep-forecast.ts';
import { readForecast } from '#/analyse/actions/read-forecast.ts';
import { tellForecast } from '#/analyse/actions/tell-forecast.ts';
import type { Parts } from '#/parts.ts';
import { logReading } from '#/people/actions/log-reading.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import { listAuthorities } from '#/schools/actions/list-authorities.ts';

interface ForecastOptions {
  readonly authority?: readonly string[];
  readonly all?: boolean;
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
  return [forecast];
}

async function forecastAuthorities(parts: Parts, options: ForecastOptions): Promise<void> {
  const { terminal } = parts;
  const person = await parts.person();
  const all = options.all === true;
  const names = options.authority ?? [];
  if (all && names.length > 0) throw new KnownError('usage', 'Give either --all or --authority, not both.');
  const everyone = all ? await listAuthorities(parts, person) : await authoritiesAsked(parts, names);
  const documents: unknown[] = [];
  const notOpen: { readonly authority: string; readonly why: KnownError }[] = [];
  for (const { slug } of everyone) {
    const outcome = await kept(parts, person, slug, options.asAt);
    if (outcome instanceof KnownError) {
      if (!all) throw outcome;
      notOpen.push({ authority: slug, why: outcome });
      continue;
    }
    const path = `middletier forecast --authority ${slug}`;
    await logReading(parts, { person, event: 'read forecasts', path, authority: slug });
    const read = await readForecast(parts, person, slug, { run: outcome.id });
    tellForecast(terminal, outcome, read);
    documents.push({ run: outcome, forecast: read.kept?.forecast ?? null });
  }
  const [first] = notOpen;
  if (documents.length === 0 && first !== undefined) throw first.why;
  for (const { why } of notOpen) terminal.line(`Not forecast: ${why.message}`);
  documents.push(...notOpen.map(({ authority, why }) => ({ authority, notForecast: why.message })));
  terminal.document(names.length <= 1 && !all ? documents[0] : documents);
}

/** The forecast, or why there is none: no school of the authority was open on the date, which stops no other authority. */
async function kept(
  parts: Parts,
  person: Person,
  authority: string,
  asAt: string | undefined,
): Promise<ForecastOutcome | KnownError> {
  try {
    return await keepForecast(parts, person, { authority, ...(asAt === undefined ? {} : { asAt }) });
  } catch (error) {
    if (error instanceof KnownError && error.code === 'nothing-imported') return error;
    throw error;
  }
}
