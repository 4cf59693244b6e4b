import { openGovernmentLicence, type Layout, type MeasureFacts } from '#/published/layout.ts';
import { missingInTables } from '#/published/missing-in-tables.ts';
import { withGroups, type GroupColumns } from '#/published/key-stage-2/group-columns.ts';
import type { MeasureId } from '#/schools/rules/value.ts';

/** The groups that key stage 4 tables publish results of: columns end as `ending` says, unless a measure says otherwise. */
const groups: readonly GroupColumns[] = [
  { group: 'disadvantaged', ending: 'FSM6CLA1A', pupils: 'TFSM6CLA1A' },
  { group: 'not disadvantaged', ending: 'NFSM6CLA1A', pupils: 'TNOTFSM6CLA1A' },
  { group: 'girls', ending: 'GIRLS', pupils: 'GPUP' },
  { group: 'boys', ending: 'BOYS', pupils: 'BPUP' },
  { group: 'EAL', ending: 'EAL', pupils: 'TEALGRP2' },
  { group: 'low prior attainment', ending: 'LO', pupils: 'TPRIORLO' },
  { group: 'middle prior attainment', ending: 'AV', pupils: 'TPRIORAV' },
  { group: 'high prior attainment', ending: 'HI', pupils: 'TPRIORHI' },
];

function all(measure: MeasureId, column: string, range: MeasureFacts['range']): MeasureFacts {
  return { measure, group: 'all', column, cohort: ['TPUP'], interval: null, range };
}

const points = (measure: MeasureId, column: string, range: MeasureFacts['range']): readonly MeasureFacts[] =>
  withGroups(all(measure, column, range), groups, ({ ending }) => ({ column: `${column}_${ending}` }));

/** Progress 8 of a group is of those of its pupils who are in the measure, and counted for themselves. */
const progress8: readonly MeasureFacts[] = withGroups(
  {
    ...all('ks4-progress-8', 'P8MEA', [-10, 10]),
    cohort: ['P8PUP', 'TPUP'],
    interval: ['P8CILOW', 'P8CIUPP'],
  },
  groups,
  ({ ending, pupils }) => ({
    column: `P8MEA_${ending}`,
    cohort: [`P8PUP_${ending}`, pupils],
    interval: [`P8CILOW_${ending}`, `P8CIUPP_${ending}`],
  }),
);

/** The group stands in the name of each column of English and maths where its publisher put it. */
const englishMaths: Readonly<Record<string, string>> = {
  FSM6CLA1A: 'PTFSM6CLA1ABASICS',
  NFSM6CLA1A: 'PTNOTFSM6CLA1ABASICS',
  GIRLS: 'PGL2BASICS',
  BOYS: 'PBL2BASICS',
  EAL: 'PTL2BASICSEAL',
  LO: 'PTBASICSLO',
  AV: 'PTBASICSAV',
  HI: 'PTBASICSHI',
};

const grades = (measure: MeasureId, ending: '_95' | '_94'): readonly MeasureFacts[] =>
  withGroups(all(measure, `PTL2BASICS${ending}`, [0, 100]), groups, (group) => ({
    column: `${englishMaths[group.ending] ?? ''}${ending}`,
  }));

const entered: readonly MeasureFacts[] = withGroups(
  all('ks4-ebacc-entry', 'PTEBACC_E_PTQ_EE', [0, 100]),
  groups,
  ({ group, ending }) => ({
    column:
      group === 'girls'
        ? 'PGEBACC_E_PTQ_EE'
        : group === 'boys'
          ? 'PBEBACC_E_PTQ_EE'
          : `PTEBACC_E${ending}_PTQ_EE`,
  }),
);

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
      ...points('ks4-attainment-8', 'ATT8SCR', [0, 100]),
      ...progress8,
      ...grades('ks4-english-maths-9-5', '_95'),
      ...grades('ks4-english-maths-9-4', '_94'),
      all('ks4-english-maths-a-c', 'PTL2BASICS_LL_PTQ_EE', [0, 100]),
      ...entered,
      ...points('ks4-ebacc-average-points', 'EBACCAPS', [0, 10]),
      // Mean points at key stage 2 of the pupils at the end of key stage 4; scaled scores since those tests had them.
      all('ks4-prior-attainment', 'KS2APS', [0, 130]),
    ],
    missing: missingInTables,
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
