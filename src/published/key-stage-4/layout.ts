import { openGovernmentLicence, type Layout, type MeasureFacts } from '#/published/layout.ts';
import { keyStage2 } from '#/published/key-stage-2/layout.ts';
import type { MeasureId } from '#/schools/rules/value.ts';

function measure(
  id: MeasureId,
  column: string,
  range: readonly [number, number],
  more: Partial<MeasureFacts> = {},
): MeasureFacts {
  return { measure: id, group: 'all', column, cohort: ['TPUP'], interval: null, range, ...more };
}

/**
 * Key stage 4 school tables since Attainment 8 and Progress 8 (2016): final, provisional and reduced. Grades 9 to 1
 * came in 2017; the EBacc average point score in 2018; there is no Progress 8 for 2025.
 */
export const keyStage4: Layout = {
  id: 'key-stage-4',
  title: 'Key stage 4 school performance tables',
  publisher: 'Department for Education',
  licence: openGovernmentLicence,
  source: 'key-stage-4',
  signature: ['RECTYPE', 'URN'],
  anyOf: ['ATT8SCR', 'P8MEA'],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: [],
  results: {
    publication: 'key-stage-4',
    recordType: 'RECTYPE',
    levels: {
      '1': 'school',
      '2': 'school',
      '4': 'authority',
      '5': 'England, all schools',
      '7': 'England, state-funded',
    },
    authorityCode: ['LEA', 'LA'],
    measures: [
      measure('ks4-attainment-8', 'ATT8SCR', [0, 100]),
      measure('ks4-progress-8', 'P8MEA', [-10, 10], {
        cohort: ['P8PUP', 'TPUP'],
        interval: ['P8CILOW', 'P8CIUPP'],
      }),
      measure('ks4-english-maths-9-5', 'PTL2BASICS_95', [0, 100]),
      measure('ks4-english-maths-9-4', 'PTL2BASICS_94', [0, 100]),
      measure('ks4-english-maths-a-c', 'PTL2BASICS_LL_PTQ_EE', [0, 100]),
      measure('ks4-ebacc-entry', 'PTEBACC_E_PTQ_EE', [0, 100]),
      measure('ks4-ebacc-average-points', 'EBACCAPS', [0, 10]),
    ],
    // One publisher, one list of codes.
    missing: keyStage2.results?.missing ?? {},
    year: {
      years: [2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025],
      suffixed: ['ATT8SCR', 'P8PUP', 'P8MEA', 'P8CILOW', 'EBACCAPS'],
      signs: [
        { column: 'PTAC5EM_PTQ_EE', when: 'there', years: [2016] },
        { column: 'PTL2BASICS_LL_PTQ_EE', when: 'there', years: [2016] },
        { column: 'PTL2BASICS_95', when: 'there', years: [2017, 2018, 2019, 2022, 2023, 2024, 2025] },
        { column: 'P8MEA_ORIG', when: 'there', years: [2018, 2019, 2022, 2023, 2024, 2025] },
        { column: 'P8_BANDING', when: 'there', years: [2018, 2019, 2022, 2023, 2024, 2025] },
        { column: 'EBACCAPS', when: 'filled', years: [2018, 2019, 2022, 2023, 2024, 2025] },
        { column: 'EBACCAPS', when: 'empty', years: [2016, 2017] },
        { column: 'P8MEA', when: 'filled', years: [2016, 2017, 2018, 2019, 2022, 2023, 2024] },
      ],
      england: {
        measures: ['ks4-attainment-8', 'ks4-english-maths-9-5', 'ks4-english-maths-9-4', 'ks4-ebacc-entry'],
        weight: 'TPUP',
        level: 'England, state-funded',
        rowTolerance: 0.5,
        meanTolerance: 0,
        // Independent schools and suppressed ones move a mean of schools by more than one year differs from the next.
        schoolsForMean: null,
      },
    },
  },
};
