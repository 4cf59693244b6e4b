import { writeFile } from 'node:fs/promises';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '#/platform/data-folder.ts';
import { KnownError } from '#/platform/errors.ts';
import { schoolYearName, type SchoolYear } from '#/schools/rules/dates.ts';
import { earlierRegisterDay, presentDay, resultYears, withoutSeparators } from './calendar.ts';
import { county } from './county/county.ts';
import type { Lineage } from './county/lineage.ts';
import { absenceTable, absenceYears } from './layouts/absence.ts';
import { censusTable, censusYears } from './layouts/census.ts';
import { giasEstablishments } from './layouts/gias-establishments.ts';
import { giasLinks } from './layouts/gias-links.ts';
import { gradedInspections } from './layouts/graded-inspections.ts';
import { keyStage2Tables } from './layouts/key-stage-2.ts';
import { keyStage4Tables } from './layouts/key-stage-4.ts';
import { ofstedManagementInformation } from './layouts/ofsted-management-information.ts';
import { ofstedReportCards } from './layouts/ofsted-report-cards.ts';
import { liveThrough } from './life/county-life.ts';

/** One official file of the invented county. */
export interface DemonstrationFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Every file of the demonstration, made in memory. `order` is the order in which schools are lived through: it makes no
 * difference to a single byte, and a test says so.
 */
export function* demonstrationFiles(
  order?: (lineages: readonly Lineage[]) => readonly Lineage[],
): Generator<DemonstrationFile> {
  const life = liveThrough(order);
  for (const on of [earlierRegisterDay, presentDay]) {
    const name = `edubasealldata${withoutSeparators(on)}.csv`;
    yield { name, bytes: giasEstablishments(life, on) };
  }
  yield { name: 'links_edubasealldata.csv', bytes: giasLinks(life) };
  yield { name: 'graded_inspections.csv', bytes: gradedInspections(life) };
  yield { name: 'latest_inspections_2025-08-31.csv', bytes: ofstedManagementInformation(life) };
  yield { name: 'latest_inspections_2026-04-30.csv', bytes: ofstedReportCards(life) };
  for (const year of resultYears) {
    const name = yearInName(year);
    yield { name: `${county.code}_ks2final_${name}.csv`, bytes: keyStage2Tables(life, year) };
    yield { name: `${county.code}_ks4final_${name}.csv`, bytes: keyStage4Tables(life, year) };
  }
  for (const year of absenceYears)
    yield { name: `${county.code}_abs_${yearInName(year)}.csv`, bytes: absenceTable(life, year) };
  for (const year of censusYears)
    yield { name: `${county.code}_census_${yearInName(year)}.csv`, bytes: censusTable(life, year) };
}

function yearInName(year: SchoolYear): string {
  return schoolYearName(year).replace('/', '-');
}

/**
 * Writes the demonstration's files into a folder, which is made if need be. The same bytes on every machine and run.
 *
 * @returns the county's name and the files' names, in the order in which they are best imported
 */
export async function generateDemonstration(
  folder: string,
): Promise<{ authority: string; files: readonly string[] }> {
  prepareFolder(folder);
  const files: string[] = [];
  for (const file of demonstrationFiles()) {
    await writeFile(join(folder, file.name), file.bytes);
    files.push(file.name);
  }
  return { authority: county.name, files };
}

/** Makes the folder if need be. Throws `KnownError('file-unreadable')` where nothing can be written. */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new KnownError(
      'file-unreadable',
      `The folder ${folder} cannot be written to.`,
      ['Give yourself the right to write to it, or name another with --folder.'],
      { cause: error },
    );
  }
}
