import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { CountyLife } from '../life/county-life.ts';
import type { Ks2Pupil } from '../results/key-stage-2-pupils.ts';
import { nationalGroupsKeyStage2 } from '../results/national-groups.ts';
import { nationalKeyStage2 } from '../results/national.ts';
import { csvText, inUtf8WithMark, rowOf } from './csv.ts';
import { cohortOf, resultCell, type Cohort } from './key-stage-2-cells.ts';
import { earlierYearsShown, keyStage2Columns } from './key-stage-2-columns.ts';
import type { Values } from './ofsted-school.ts';
import {
  entriesFor,
  hadTestsIn,
  percent,
  schoolColumns,
  suppressedUpTo,
  trimmed,
  within,
  type Entry,
} from './performance-table-rows.ts';

/** Key stage 2 school performance tables of one year: schools, the authority's own row and England's two. */
export function keyStage2Tables({ lives }: CountyLife, year: SchoolYear): Buffer {
  const columns = keyStage2Columns(year);
  const entries = entriesFor(lives, year)
    .filter(
      ({ life, isNew }) =>
        hasJuniors(life.lineage.kind) && (isNew || life.ks2.has(year) || life.lineage.kind === 'primary'),
    )
    .filter(({ life }) => life.lineage.kind !== 'special' || life.ks2.get(year)?.length !== 0)
    .toSorted((one, other) => (one.establishment.name < other.establishment.name ? -1 : 1));
  const cohorts = new Map<string, Cohort>();
  const cohortIn = (entry: Entry, of: SchoolYear): Cohort => {
    const key = `${entry.life.lineage.id}/${of}`;
    const made = cohorts.get(key) ?? cohortOf(of, entry.life.ks2.get(of) ?? [], true);
    cohorts.set(key, made);
    return made;
  };
  const rows = entries.map((entry, index) =>
    schoolRow(columns, entry, index + 1, year, (of) => cohortIn(entry, of)),
  );
  const authority = authorityRow(
    columns,
    lives.flatMap((life) => life.ks2.get(year) ?? []),
    year,
    lives,
  );
  return inUtf8WithMark(csvText(columns, [...rows, authority, ...englandRows(columns, year)]));
}

function hasJuniors(kind: string): boolean {
  return kind === 'primary' || kind === 'junior' || kind === 'special';
}

function schoolRow(
  columns: readonly string[],
  entry: Entry,
  position: number,
  year: SchoolYear,
  cohortIn: (year: SchoolYear) => Cohort,
): readonly string[] {
  const known = new Set(columns);
  const { lineage } = entry.life;
  const school = within(known, { ...schoolColumns(entry, position * 7), TAB15: 0, TAB1618: 0 });
  const cohort = cohortIn(year);
  const total = entry.isNew ? 'NEW' : lineage.pupils;
  // Real rows without eleven-year-olds stop after the number of pupils.
  if (entry.isNew || cohort.all.length === 0) {
    const end = columns.indexOf(entry.isNew ? 'TOTPUPS' : 'TPUPYEAR') + 1;
    return rowOf(columns, { ...school, TOTPUPS: total, TPUPYEAR: 0 }).slice(0, end);
  }
  const small = cohort.all.length <= suppressedUpTo;
  const counts = countColumns(cohort.all, small);
  const earlier = earlierYearsShown(year);
  return columns.map((column) => {
    const own = school[column] ?? counts[column];
    if (own !== undefined) return String(own);
    if (column === 'TOTPUPS') return String(total);
    if (column === 'TPUPYEAR' || column === 'TELIG') return String(cohort.all.length);
    return (
      resultCell(cohort, column) ??
      earlierCell(column, entry, earlier, cohortIn) ??
      threeYearCell(column, entry, [year, ...earlier], cohortIn) ??
      ''
    );
  });
}

/** Numbers and shares of boys, disadvantaged pupils and the other groups. */
function countColumns(pupils: readonly Ks2Pupil[], small: boolean): Values {
  const values: Record<string, string> = {};
  const count = (number: string, share: string, counts: (pupil: Ks2Pupil) => boolean): void => {
    const found = pupils.filter(counts).length;
    values[number] = small ? 'SUPP' : String(found);
    values[share] = small ? 'SUPP' : percent(found, pupils.length);
  };
  count('BELIG', 'PBELIG', (pupil) => !pupil.girl);
  count('GELIG', 'PGELIG', (pupil) => pupil.girl);
  // Of children who took no key stage 1 the tables have no bands: the columns are there and blank.
  const banded = pupils.some((pupil) => pupil.prior !== null);
  for (const band of ['L', 'M', 'H'] as const)
    if (banded) count(`TKS1GROUP_${band}`, `PTKS1GROUP_${band}`, (pupil) => pupil.prior === band);
  if (banded) count('TKS1GROUP_NA', 'PTKS1GROUP_NA', (pupil) => pupil.prior === null);
  count('TFSM6CLA1A', 'PTFSM6CLA1A', (pupil) => pupil.disadvantaged);
  count('TNotFSM6CLA1A', 'PTNotFSM6CLA1A', (pupil) => !pupil.disadvantaged);
  count('TEALGRP1', 'PTEALGRP1', (pupil) => !pupil.additionalLanguage);
  count('TEALGRP2', 'PTEALGRP2', (pupil) => pupil.additionalLanguage);
  count('TEALGRP3', 'PTEALGRP3', () => false);
  count('TMOBN', 'PTMOBN', (pupil) => pupil.nonMobile);
  count('TSENELE', 'PSENELE', (pupil) => pupil.support === 'plan');
  count('TSENELK', 'PSENELK', (pupil) => pupil.support === 'support');
  count('TSENELEK', 'PSENELEK', (pupil) => pupil.support !== 'none');
  const points = pupils.flatMap((pupil) => pupil.priorPoints ?? []);
  values['TKS1AVERAGE'] = small
    ? 'SUPP'
    : points.length === 0
      ? ''
      : trimmed(points.reduce((sum, point) => sum + point, 0) / points.length, 1);
  return values;
}

/** Results of the years before, under the ending of their year: `PTRWM_EXP_18`, `READPROG_LOWER_17`. */
function earlierCell(
  column: string,
  entry: Entry,
  earlier: readonly SchoolYear[],
  cohortIn: (year: SchoolYear) => Cohort,
): string | null {
  const year = earlier.find((candidate) => column.endsWith(`_${String(candidate).slice(2)}`));
  if (year === undefined) return null;
  if (!hadTestsIn(entry, year)) return '';
  const cohort = cohortIn(year);
  if (cohort.all.length === 0) return '';
  return ownOrEarlier(column.slice(0, -3), cohort);
}

const counted = new WeakMap<Cohort, Values>();

function countsOf(cohort: Cohort): Values {
  const known = counted.get(cohort);
  if (known !== undefined) return known;
  const counts = countColumns(cohort.all, cohort.suppresses && cohort.all.length <= suppressedUpTo);
  counted.set(cohort, counts);
  return counts;
}

function ownOrEarlier(plain: string, cohort: Cohort): string {
  if (plain === 'TELIG') return String(cohort.all.length);
  const counts = countsOf(cohort);
  const share = plain === 'PTNOTFSM6CLA1A' ? counts['PTNotFSM6CLA1A'] : counts[plain];
  return share === undefined ? (resultCell(cohort, plain) ?? '') : String(share);
}

function threeYearCell(
  column: string,
  entry: Entry,
  years: readonly SchoolYear[],
  cohortIn: (year: SchoolYear) => Cohort,
): string | null {
  if (!column.endsWith('_3YR')) return null;
  const pupils = years.filter((year) => hadTestsIn(entry, year)).flatMap((year) => cohortIn(year).all);
  if (column === 'TELIG_3YR') return String(pupils.length);
  return resultCell(cohortOf(years[0] ?? 0, pupils, true), column.slice(0, -4));
}

/** The authority's own row, worked out from every child in its state-funded schools, suppressed ones included. */
function authorityRow(
  columns: readonly string[],
  pupils: readonly Ks2Pupil[],
  year: SchoolYear,
  lives: CountyLife['lives'],
): readonly string[] {
  const cohort = cohortOf(year, pupils, false);
  const counts = countColumns(pupils, false);
  const earlier = new Map(
    earlierYearsShown(year).map((of) => [
      String(of).slice(2),
      cohortOf(
        of,
        lives.flatMap((life) => life.ks2.get(of) ?? []),
        false,
      ),
    ]),
  );
  const of = lives[0]?.lineage.authority;
  const own: Values = {
    RECTYPE: 3,
    LEA: of?.code ?? '',
    SCHNAME: of?.name ?? '',
    TPUPYEAR: pupils.length,
    TELIG: pupils.length,
  };
  return columns.map((column) => {
    const given = own[column] ?? counts[column];
    if (given !== undefined) return String(given);
    const before = earlier.get(column.slice(-2));
    if (before && /_\d\d$/.test(column)) return ownOrEarlier(column.slice(0, -3), before);
    return resultCell(cohort, column) ?? '';
  });
}

/** England, all schools (4) and state-funded (5): the percentages the Department published, and nothing made up. */
function englandRows(columns: readonly string[], year: SchoolYear): readonly (readonly string[])[] {
  const national = nationalKeyStage2[year];
  if (national === undefined) return [];
  const known = new Set(columns);
  return [4, 5].map((type) =>
    rowOf(
      columns,
      within(known, {
        RECTYPE: type,
        PTRWM_EXP: `${national.together}%`,
        PTRWM_HIGH: national.higherTogether === null ? '' : `${national.higherTogether}%`,
        PTREAD_EXP: `${national.expected.READ}%`,
        PTWRITTA_EXP: `${national.expected.WRITTA}%`,
        PTMAT_EXP: `${national.expected.MAT}%`,
        PTGPS_EXP: `${national.expected.GPS}%`,
        ...nationalGroupsKeyStage2[year],
      }),
      '',
    ),
  );
}
