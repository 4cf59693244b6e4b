import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { CountyLife } from '../life/county-life.ts';
import type { Ks4Pupil } from '../results/key-stage-4-pupils.ts';
import { nationalGroupsKeyStage4 } from '../results/national-groups.ts';
import { nationalKeyStage4 } from '../results/national.ts';
import { csvText, inUtf8WithMark, rowOf } from './csv.ts';
import { earlierYearsShown } from './key-stage-2-columns.ts';
import { cohort4Of, notPublished, result4Cell, share2, type Cohort4 } from './key-stage-4-cells.ts';
import { keyStage4Columns } from './key-stage-4-columns.ts';
import type { Values } from './ofsted-school.ts';
import {
  entriesFor,
  hadTestsIn,
  percent,
  schoolColumns,
  suppressedUpTo,
  within,
  type Entry,
} from './performance-table-rows.ts';

/** Key stage 4 school performance tables of one year: schools, the authority's own row and England's two. */
export function keyStage4Tables({ lives }: CountyLife, year: SchoolYear): Buffer {
  const columns = keyStage4Columns(year);
  const older = lives.filter(
    (life) => life.lineage.kind === 'secondary' || (life.ks4.get(year)?.length ?? 0) > 0,
  );
  const rows = entriesFor(older, year)
    .toSorted((one, other) => (one.establishment.name < other.establishment.name ? -1 : 1))
    .map((entry, index) => schoolRow(columns, entry, index + 1, year));
  const pupils = lives.flatMap((life) => life.ks4.get(year) ?? []);
  return inUtf8WithMark(
    csvText(columns, [...rows, authorityRow(columns, pupils, year, lives), ...englandRows(columns, year)]),
  );
}

function schoolRow(
  columns: readonly string[],
  entry: Entry,
  position: number,
  year: SchoolYear,
): readonly string[] {
  const known = new Set(columns);
  const { lineage } = entry.life;
  const pupils = entry.isNew ? [] : (entry.life.ks4.get(year) ?? []);
  const boys = Math.round(lineage.pupils * 0.51);
  const school = within(known, {
    ...schoolColumns(entry, position * 11),
    CONTFLAG: 0,
    ADMPOL: lineage.kind === 'special' ? 'NA' : 'COMP',
    ADMPOL_2017: lineage.kind === 'special' ? 'NA' : 'OTHER NON SEL',
    ADMPOL_18: lineage.kind === 'special' ? 'NA' : 'NON-SELECTIVE',
    ADMPOL_PT: lineage.kind === 'special' ? 'NA' : 'NON-SELECTIVE',
    EGENDER: 'MIXED',
    FEEDER: 0,
    TABKS2: lineage.kind === 'special' ? 1 : 0,
    TAB1618: lineage.sixthForm ? 1 : 0,
    TOTPUPS: entry.isNew ? 'NEW' : lineage.pupils,
  });
  // A school without anyone of that age stops after the number of its pupils, as in the published files.
  if (pupils.length === 0) return rowOf(columns, school).slice(0, columns.indexOf('TOTPUPS') + 1);
  const small = pupils.length <= suppressedUpTo;
  const cohort = cohort4Of(year, pupils, true);
  const counts = within(known, {
    NUMBOYS: boys,
    NUMGIRLS: lineage.pupils - boys,
    TPUP: pupils.length,
    ...countColumns(pupils, small ? () => 'SUPP' : percent, small),
  });
  const earlier = earlierCohorts(
    year,
    (of) => (hadTestsIn(entry, of) ? (entry.life.ks4.get(of) ?? []) : []),
    true,
  );
  return columns.map((column) => {
    const own = school[column] ?? counts[column];
    if (own !== undefined) return String(own);
    return result4Cell(cohort, column) ?? earlierCell(column, earlier) ?? blankOrNotPublished(column);
  });
}

/** Columns of the school are blank; results that the demonstration does not work out are not published. */
function blankOrNotPublished(column: string): string {
  return ['SCHNAME_AC', 'ADDRESS2', 'ADDRESS3', 'TELNUM', 'CONFEXAM', 'PCON_CODE', 'PCON_NAME'].includes(
    column,
  )
    ? ''
    : notPublished;
}

function earlierCohorts(
  year: SchoolYear,
  pupilsIn: (year: SchoolYear) => readonly Ks4Pupil[],
  ofSchool: boolean,
): ReadonlyMap<string, Cohort4 | null> {
  return new Map(
    earlierYearsShown(year).map((of) => {
      const pupils = pupilsIn(of);
      return [String(of).slice(2), pupils.length === 0 ? null : cohort4Of(of, pupils, ofSchool)];
    }),
  );
}

/** Results of the years before under the ending of their year; `NA` where the school had none. */
function earlierCell(column: string, earlier: ReadonlyMap<string, Cohort4 | null>): string | null {
  const found = /^(.*)_(\d\d)(_PTQ_EE)?$/.exec(column);
  const cohort = found === null ? undefined : earlier.get(found[2] ?? '');
  if (found === null || cohort === undefined) return null;
  const plain = `${found[1] ?? ''}${found[3] ?? ''}`;
  return cohort === null ? 'NA' : result4Cell(cohort, plain);
}

function countColumns(
  pupils: readonly Ks4Pupil[],
  share: (part: number, whole: number) => string,
  hide: boolean,
): Values {
  const values: Record<string, string> = {};
  const count = (number: string, part: string, counts: (pupil: Ks4Pupil) => boolean): void => {
    const found = pupils.filter(counts).length;
    values[number] = hide ? 'SUPP' : String(found);
    values[part] = share(found, pupils.length);
  };
  count('BPUP', 'PBPUP', (pupil) => !pupil.girl);
  count('GPUP', 'PGPUP', (pupil) => pupil.girl);
  // Without a start at key stage 2 there are no bands of it, and the tables print that they are not published.
  const banded = pupils.some((pupil) => pupil.prior !== null);
  for (const band of ['LO', 'AV', 'HI'] as const)
    if (banded) count(`TPRIOR${band}`, `PTPRIOR${band}`, (pupil) => pupil.prior === band);
  count('TFSM6CLA1A', 'PTFSM6CLA1A', (pupil) => pupil.disadvantaged);
  count('TNOTFSM6CLA1A', 'PTNOTFSM6CLA1A', (pupil) => !pupil.disadvantaged);
  count('TEALGRP1', 'PTEALGRP1', (pupil) => !pupil.additionalLanguage);
  count('TEALGRP2', 'PTEALGRP2', (pupil) => pupil.additionalLanguage);
  count('TEALGRP3', 'PTEALGRP3', () => false);
  count('TNMOB', 'PTNMOB', (pupil) => pupil.nonMobile);
  return values;
}

/** The authority's own row (record type 4), worked out from everyone in its state-funded schools. */
function authorityRow(
  columns: readonly string[],
  pupils: readonly Ks4Pupil[],
  year: SchoolYear,
  lives: CountyLife['lives'],
): readonly string[] {
  const cohort = cohort4Of(year, pupils, false);
  const counts = countColumns(pupils, share2, false);
  const own: Values = { RECTYPE: 4, LEA: lives[0]?.lineage.authority.code ?? '', TPUP: pupils.length };
  const earlier = earlierCohorts(year, (of) => lives.flatMap((life) => life.ks4.get(of) ?? []), false);
  return columns.map((column) => {
    const given = own[column] ?? counts[column];
    if (given !== undefined) return String(given);
    return result4Cell(cohort, column) ?? earlierCell(column, earlier) ?? '';
  });
}

/** England, all schools (5) and state-funded (7): the headline figures the Department published, nothing made up. */
function englandRows(columns: readonly string[], year: SchoolYear): readonly (readonly string[])[] {
  const national = nationalKeyStage4[year];
  if (national === undefined) return [];
  const known = new Set(columns);
  const share = (value: number | null): string => (value === null ? '' : `${value.toFixed(2)}%`);
  const stateFunded = within(known, {
    RECTYPE: 7,
    ATT8SCR: national.attainment8,
    P8MEA: national.progress8 ?? '',
    PTL2BASICS_94: share(national.standardPass),
    PTL2BASICS_LL_PTQ_EE: share(national.standardPass),
    PTL2BASICS_95: share(national.strongPass),
    ...nationalGroupsKeyStage4[year],
  });
  return [rowOf(columns, { RECTYPE: 5 }), rowOf(columns, stateFunded)];
}
