import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readForecastRuns } from '#/analyse/actions/read-forecast.ts';
import { readRounds } from '#/analyse/actions/deciding/read-round.ts';
import type { Parts } from '#/parts.ts';
import { hasDemonstrationPeople } from '#/people/actions/demonstration-people.ts';
import { filesLoaded, logOfficialFiles } from '#/people/actions/log-official-files.ts';
import { importFiles } from '#/published/actions/import-files.ts';
import { readImports } from '#/published/actions/read-imports.ts';
import { supplyFile } from '#/schools/actions/supply-file.ts';
import { presentDay } from './calendar.ts';
import { county } from './county/county.ts';
import { generateDemonstration } from './generate.ts';
import { liveThrough, type CountyLife } from './life/county-life.ts';
import { loadAllocation } from './load-allocation.ts';
import { loadCorrespondence } from './load-correspondence.ts';
import { loadForecasts } from './load-forecasts.ts';
import { loadIntelligence } from './load-intelligence.ts';
import { loadPapers } from './load-papers.ts';
import { loadPeople } from './load-people.ts';
import { loadRounds } from './load-rounds.ts';
import { loadSelfAssessments } from './load-self-assessments.ts';
import { writeSuppliedFiles } from './supplied/write.ts';

/**
 * Makes the demonstration, loads it through the same doors as any official file and any file of an authority's own
 * services, lets its people in, forecasts, and has them work for two years: analyses and rounds of categories, who has which
 * schools, what was heard, papers and letters. Safe to repeat: what is there already changes nothing.
 *
 * @param folder where to keep the files; without it they are made in a temporary folder and removed again
 */
export async function loadDemonstration(parts: Parts, folder?: string): Promise<{ authority: string }> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'middletier-demonstration-')));
  try {
    const { authority, files } = await generateDemonstration(place);
    const paths = files.map((file) => join(place, file));
    const { dataFolder, now, terminal } = parts;
    const report = await importFiles({ dataFolder, paths, now, terminal });
    const failed = report.files.filter((file) => file.outcome === 'set aside');
    // Our own files in our own importers: whatever is set aside is a bug of one or the other.
    if (failed.length > 0) throw new Error(`The demonstration was not taken: ${JSON.stringify(failed)}`);
    const person = await parts.person();
    await logOfficialFiles(parts, person, filesLoaded(report.files));
    await supply(parts, authority, `${place}-supplied`);
    const life = liveThrough();
    await loadPeople(parts, authority, life);
    const loaded = await countyLoaded(parts);
    await liveTwoYears(parts, loaded?.slug ?? authority, life);
    return { authority };
  } finally {
    if (folder === undefined) {
      for (const each of [place, `${place}-supplied`]) await rm(each, { recursive: true, force: true });
    }
  }
}

/**
 * Loads the demonstration where nothing was ever imported, so that a first start has something to show; and again where
 * that was interrupted. Who undid every import wanted an empty place, and keeps it.
 */
export async function loadDemonstrationAtFirst(parts: Parts): Promise<void> {
  const unfinished = join(parts.dataFolder, 'demonstration-unfinished');
  if (!existsSync(unfinished)) {
    const { imports, undone } = await readImports(parts);
    if (imports.length > 0) {
      await loadWhatIsMissing(parts, unfinished);
      return;
    }
    if (undone.length > 0) {
      parts.terminal.line(
        'Every import was undone. Import files with: npx middletier import <files or folders>, or load the invented county again with: npx middletier demonstration --load',
      );
      return;
    }
  }
  writeFileSync(unfinished, '');
  parts.terminal.line(
    'Nothing has been imported yet: loading the demonstration authority, an invented county.',
  );
  await loadDemonstration(parts);
  rmSync(unfinished);
}

/** The county as the store knows it. */
async function countyLoaded(parts: Parts): Promise<{ readonly slug: string } | undefined> {
  const store = await parts.published();
  return (await store.authorities()).find(({ name, invented }) => invented && name === county.name);
}

/** What the people of the county did, in an order in which each finds what it rests on; what is there already is left. */
async function liveTwoYears(parts: Parts, authority: string, life: CountyLife): Promise<void> {
  await loadForecasts(parts, authority, life);
  await loadRounds(parts, authority, life);
  await loadAllocation(parts, authority);
  await loadIntelligence(parts, authority);
  await loadSelfAssessments(parts, authority);
  await loadPapers(parts, authority);
  await loadCorrespondence(parts, authority);
}

/**
 * A county that was loaded before anybody could sign in, before anything was forecast or before anything was decided, is
 * given all of that at the next start.
 */
async function loadWhatIsMissing(parts: Parts, unfinished: string): Promise<void> {
  const loaded = await countyLoaded(parts);
  if (loaded === undefined) return;
  const person = await parts.person();
  const hasPeople = await hasDemonstrationPeople(parts, loaded.slug);
  const isWhole =
    hasPeople &&
    (await readForecastRuns(parts, person, loaded.slug)).runs.length > 0 &&
    (await readRounds(parts, person, loaded.slug)).rounds.length > 0;
  if (isWhole) return;
  writeFileSync(unfinished, '');
  const life = liveThrough();
  if (!hasPeople) await loadPeople(parts, loaded.slug, life);
  await liveTwoYears(parts, loaded.slug, life);
  rmSync(unfinished);
}

/** The clock of a machine may be behind the day that the demonstration knows. */
async function supply(parts: Parts, authority: string, folder: string): Promise<void> {
  const person = await parts.person();
  const today = parts.today() < presentDay ? presentDay : parts.today();
  for (const { path, name, mapping, statedOn, knownOn, givenBy } of await writeSuppliedFiles(folder)) {
    const said = { authority, path, fileName: name, mapping, knownOn, givenBy };
    const request = statedOn === undefined ? said : { ...said, statedOn };
    const { check } = await supplyFile({ ...parts, today: () => today }, person, request);
    const wrong = check.checked.problems.filter(({ severity }) => severity === 'error');
    if (wrong.length > 0)
      throw new Error(`The demonstration was not taken: ${name}: ${JSON.stringify(wrong[0])}`);
  }
}
