import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeForecast } from '#/analyse/actions/make-forecast.ts';
import { pausesOf } from '#/analyse/rules/forecast/calendar.ts';
import { measuresRead } from '#/analyse/rules/forecast/early-warning/facts.ts';
import { forecastAuthority } from '#/analyse/rules/forecast/forecast-authority.ts';
import { fitModel } from '#/analyse/rules/forecast/fit-model.ts';
import { trackSchool } from '#/analyse/rules/forecast/tracked.ts';
import { loadForecastModels, modelKnownOn } from '#/law/forecast-models.ts';
import { loadReference } from '#/law/reference.ts';
import { importFiles } from '#/published/actions/import-files.ts';
import { openPublishedStore } from '#/published/store/open.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { generateDemonstration } from '../demonstration/generate.ts';
import { keptEngland } from './england/kept-england.ts';
import { quiet } from './england/quiet.ts';
import { simulateShares } from './forecast/simulate-shares.ts';

/**
 * Budgets: the whole forecast of an authority of 420 schools, warnings and the shares of all groups on 12 dates by both
 * denominators, in 100 ms from histories in memory; a model fitted on an England of 22,000 schools in 60 s from histories in
 * memory. Beside them, in the same run: the same shares simulated with 1,000 draws, and the import of the same England.
 */
const budgets = { forecastMilliseconds: 100, fitSeconds: 60 };

const { values: options } = parseArgs({
  options: { schools: { type: 'string', default: '22000' }, folder: { type: 'string' } },
});
const reference = loadReference();
const pauses = pausesOf(reference.pauses);
const work = await mkdtemp(join(tmpdir(), 'forecast-'));
try {
  const kept = [await forecasts(join(work, 'county')), await refit(join(work, 'england'))];
  process.exitCode = kept.every(Boolean) ? 0 : 1;
} finally {
  await rm(work, { recursive: true, force: true });
}

async function forecasts(dataFolder: string): Promise<boolean> {
  const files = join(dataFolder, 'files');
  await generateDemonstration(files);
  const store = await imported(dataFolder, files);
  const authority = (await store.authorities())[0]?.slug ?? '';
  let kept = true;
  for (const asAt of ['2023-08-31', '2026-04-30']) {
    const histories = await store.histories({ authority, asAt, measures: measuresRead });
    const schools = histories.map((history) => trackSchool(history, reference));
    const model = modelKnownOn(loadForecastModels(), asAt);
    if (model === null || schools.length < 400) throw new Error(`${schools.length} schools as at ${asAt}`);
    const group = { kind: 'all', name: 'All schools' } as const;
    const aims = [1, 2, 3].map((years) => `${Number(asAt.slice(0, 4)) + years}-07-15`);
    const setting = {
      asAt,
      model,
      pauses,
      regimes: reference.forecastRegimes,
      deprivation: false,
      aimedAt: aims.map((on) => ({ group, on, share: 0.9 })),
      whatIf: [],
      sources: [],
    };
    const { paths, dates, trajectories } = forecastAuthority(schools, setting);
    const ours = median(() => forecastAuthority(schools, setting));
    const drawn = median(() => simulateShares(paths, trajectories.length, 1000));
    const began = performance.now();
    const parts = { published: () => Promise.resolve(store), reference: () => reference };
    await makeForecast(parts, { authority, asAt });
    console.log(
      `as at ${asAt}: ${schools.length} schools, ${dates.length} dates, ${trajectories.length} groups; ` +
        `simulated with 1,000 draws ${drawn.toFixed(0)} ms; from the store ${(performance.now() - began).toFixed(0)} ms`,
    );
    kept = told(`ms a forecast from histories in memory`, ours, budgets.forecastMilliseconds) && kept;
  }
  store.close();
  return kept;
}

async function refit(dataFolder: string): Promise<boolean> {
  const from = performance.now();
  const store = await imported(dataFolder, options.folder ?? keptEngland(Number(options.schools)));
  const importedAt = performance.now();
  const histories = await store.histories({ invented: true, measures: measuresRead });
  store.close();
  const schools = histories
    .map((history) => trackSchool(history, reference))
    .filter(({ judged }) => judged.length > 0);
  const began = performance.now();
  const processor = process.cpuUsage();
  const { earlyWarning } = fitModel(schools, '2025-08-31', {
    pauses,
    announced: reference.forecastRegimes.paces,
    fittedFrom: ['an invented England'],
  });
  const { user, system } = process.cpuUsage(processor);
  const { periods, inspections } = earlyWarning.fittedOn;
  console.log(
    `all England: ${schools.length} schools, ${periods} half-years, ${inspections} inspections; ` +
      `import ${seconds(importedAt - from)}, histories ${seconds(began - importedAt)}, fit ${seconds((user + system) / 1000)} of processor`,
  );
  return told('s a fit on all England', (performance.now() - began) / 1000, budgets.fitSeconds);
}

async function imported(dataFolder: string, files: string): Promise<PublishedStore> {
  await importFiles({ dataFolder, paths: [files], now: () => '2026-05-01T00:00:00.000Z', terminal: quiet });
  return openPublishedStore(dataFolder);
}

/** Milliseconds at the median of seven, the first two, when nothing is warm yet, left out. */
function median(does: () => unknown): number {
  const times = Array.from({ length: 9 }, () => {
    const began = performance.now();
    does();
    return performance.now() - began;
  });
  return times.slice(2).toSorted((a, b) => a - b)[3] ?? Number.NaN;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

function told(what: string, measured: number, most: number): boolean {
  console.log(`${measured.toFixed(1)} ${what}; budget ${most}: ${measured <= most ? 'kept' : 'missed'}`);
  return measured <= most;
}
