import { openGovernmentLicence, type Layout, type MeasureFacts } from '#/published/layout.ts';
import type { Group, MeasureId } from '#/schools/rules/value.ts';
import { byDisadvantage, keyStage2Groups, withGroups, type GroupColumns } from './group-columns.ts';
import { missingInTables } from '#/published/missing-in-tables.ts';

const groupsOf = (only: readonly Group[] | 'every'): readonly GroupColumns[] =>
  keyStage2Groups.filter(({ group }) => only === 'every' || only.includes(group));

const all = (measure: MeasureId, column: string, range: MeasureFacts['range']): MeasureFacts => ({
  measure,
  group: 'all',
  column,
  cohort: ['TELIG'],
  interval: null,
  range,
});

const percentage = (
  measure: MeasureId,
  column: string,
  only: readonly Group[] | 'every' = byDisadvantage,
): readonly MeasureFacts[] =>
  withGroups(all(measure, column, [0, 100]), groupsOf(only), ({ ending }) => ({
    column: `${column}${ending}`,
  }));

const progress = (measure: MeasureId, column: string): readonly MeasureFacts[] =>
  withGroups(
    { ...all(measure, column, [-60, 60]), interval: [`${column}_LOWER`, `${column}_UPPER`] },
    keyStage2Groups,
    ({ ending }) => ({
      column: `${column}${ending}`,
      interval: [`${column}${ending}_LOWER`, `${column}${ending}_UPPER`],
    }),
  );

// Scaled scores run from 80 to 120.
const scaledScore = (measure: MeasureId, column: string): readonly MeasureFacts[] =>
  withGroups(all(measure, column, [80, 120]), groupsOf(byDisadvantage), ({ ending }) => ({
    column: `${column}${ending}`,
  }));

/**
 * Key stage 2 school tables since the new standards of 2016: original files, and `reduced` ones cut to a few columns
 * by others. Progress was published to 2019, in 2022 and in 2023; in 2024 and 2025 its columns are there and blank.
 */
export const keyStage2: Layout = {
  id: 'key-stage-2',
  title: 'Key stage 2 school performance tables',
  publisher: 'Department for Education',
  licence: openGovernmentLicence,
  source: 'key-stage-2',
  signature: ['RECTYPE', 'URN'],
  anyOf: ['PTRWM_EXP', 'READPROG'],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: [],
  results: {
    publication: 'key-stage-2',
    recordType: 'RECTYPE',
    levels: {
      '1': 'school',
      '2': 'school',
      '3': 'authority',
      '4': 'England, all schools',
      '5': 'England, state-funded',
    },
    authorityCode: ['LEA', 'LA'],
    measures: [
      ...percentage('ks2-rwm-expected', 'PTRWM_EXP', 'every'),
      ...percentage('ks2-rwm-higher', 'PTRWM_HIGH', 'every'),
      ...percentage('ks2-reading-expected', 'PTREAD_EXP'),
      ...percentage('ks2-writing-expected', 'PTWRITTA_EXP'),
      ...percentage('ks2-maths-expected', 'PTMAT_EXP'),
      ...percentage('ks2-gps-expected', 'PTGPS_EXP'),
      ...progress('ks2-reading-progress', 'READPROG'),
      ...progress('ks2-writing-progress', 'WRITPROG'),
      ...progress('ks2-maths-progress', 'MATPROG'),
      ...scaledScore('ks2-reading-score', 'READ_AVERAGE'),
      ...scaledScore('ks2-maths-score', 'MAT_AVERAGE'),
      // Mean points at key stage 1 of the pupils tested: 3 points made a level, to 2019.
      all('ks2-prior-attainment', 'TKS1AVERAGE', [0, 40]),
    ],
    missing: missingInTables,
    year: {
      years: [2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025],
      suffixed: [
        'TELIG',
        'PTRWM_EXP',
        'PTRWM_HIGH',
        'READPROG',
        'WRITPROG',
        'MATPROG',
        'READ_AVERAGE',
        'MAT_AVERAGE',
      ],
      signs: [
        { column: 'READPROG', when: 'filled', years: [2016, 2017, 2018, 2019, 2022, 2023] },
        { column: 'READPROG_DESCR', when: 'there', years: [2018, 2019, 2022, 2023, 2024, 2025] },
        { column: 'PCON_CODE', when: 'there', years: [2019, 2022, 2023, 2024, 2025] },
        { column: 'PTREADTA_EXP', when: 'there', years: [2016, 2017, 2018] },
      ],
      england: {
        measures: ['ks2-rwm-expected', 'ks2-reading-expected', 'ks2-maths-expected'],
        weight: 'TELIG',
        level: 'England, all schools',
        rowTolerance: 1,
        // Suppressed schools are missing from the mean: real files gave 53.9, 61.7 and 64.9 for 53, 61 and 64.
        meanTolerance: 2,
        schoolsForMean: 10_000,
      },
    },
  },
};
