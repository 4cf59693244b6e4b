import { openGovernmentLicence, type Column, type Layout, type MeasureFacts } from '#/published/layout.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import { missingInTables } from '#/published/missing-in-tables.ts';
import { withGroups, type GroupColumns } from './group-columns.ts';

/** The groups of the tables in levels. Columns of 2012/13 say `FSMCLA`, those of 2014/15 `FSM6CLA1A`. */
const groups: readonly GroupColumns[] = [
  { group: 'disadvantaged', ending: '_FSMCLA', pupils: ['TFSMCLA', 'TFSMCLA1A', 'TFSM6CLA1A'] },
  { group: 'not disadvantaged', ending: '_NOTFSMCLA', pupils: ['TNOTFSMCLA', 'TNOTFSM6CLA1A'] },
  { group: 'girls', ending: '_G', pupils: 'GELIG' },
  { group: 'boys', ending: '_B', pupils: 'BELIG' },
  { group: 'EAL', ending: '_EALY', pupils: 'TEALGRP2' },
  { group: 'low prior attainment', ending: '_L', pupils: 'TKS1EXP_L' },
  { group: 'middle prior attainment', ending: '_M', pupils: 'TKS1EXP_M' },
  { group: 'high prior attainment', ending: '_H', pupils: 'TKS1EXP_H' },
];

/** A group's column in every spelling of its measure, with both endings where the definition of a group was renamed. */
function spelled(bases: readonly [string, ...string[]], ending: string): Column {
  const endings = ending.endsWith('FSMCLA') ? [ending, ending.replace('FSMCLA', 'FSM6CLA1A')] : [ending];
  const [first = '', ...others] = endings.flatMap((each) => bases.map((base) => `${base}${each}`));
  return [first, ...others];
}

/** Level 4 or 5 in reading, writing and maths: girls and boys stand in the middle of the name (`PGREADWRITTAMATX`). */
function level(measure: MeasureId, ending: 'X' | 'AX'): readonly MeasureFacts[] {
  const name = `READWRITTAMAT${ending}`;
  return withGroups(shared(measure, `PT${name}`), groups, (group) => ({
    column:
      group.group === 'girls'
        ? `PG${name}`
        : group.group === 'boys'
          ? `PB${name}`
          : spelled([`PT${name}`], group.ending),
  }));
}

/** Two levels of progress since key stage 1. Names of 2012/13 end in the two key stages. */
function twoLevels(measure: MeasureId, subject: string): readonly MeasureFacts[] {
  const bases: [string, string] = [`PT2${subject}12`, `PT2${subject}`];
  return withGroups(shared(measure, bases), groups, ({ ending }) => ({ column: spelled(bases, ending) }));
}

function shared(measure: MeasureId, column: Column): MeasureFacts {
  return { measure, group: 'all', column, cohort: ['TELIG'], interval: null, range: [0, 100] };
}

/** Key stage 2 school tables in levels, 2012/13 to 2014/15. Nothing in them is ever joined with the standards since 2016. */
export const keyStage2Levels: Layout = {
  id: 'key-stage-2-levels',
  title: 'Key stage 2 school performance tables in levels, to 2014/15',
  publisher: 'Department for Education',
  licence: openGovernmentLicence,
  source: 'key-stage-2',
  signature: ['RECTYPE', 'URN'],
  anyOf: ['PTREADWRITTAMATX', ['PT2READ12', 'PT2READ'], ['PT2MATH12', 'PT2MATH']],
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
      ...level('ks2-rwm-level-4', 'X'),
      ...level('ks2-rwm-level-5', 'AX'),
      ...twoLevels('ks2-reading-two-levels', 'READ'),
      ...twoLevels('ks2-writing-two-levels', 'WRITTA'),
      ...twoLevels('ks2-maths-two-levels', 'MATH'),
      { ...shared('ks2-prior-attainment', 'TKS1APS'), range: [0, 40] },
    ],
    missing: missingInTables,
    year: {
      years: [2013, 2014, 2015],
      suffixed: [],
      signs: [
        // In 2014/15 disadvantage was defined anew, and its columns renamed.
        { column: ['TFSMCLA', 'PTFSMCLA'], when: 'there', years: [2013, 2014] },
        { column: ['TFSMCLA1A', 'PTFSM6CLA1A'], when: 'there', years: [2015] },
      ],
      england: {
        measures: ['ks2-reading-two-levels', 'ks2-writing-two-levels', 'ks2-maths-two-levels'],
        weight: 'TELIG',
        level: 'England, all schools',
        rowTolerance: 1,
        meanTolerance: 2,
        schoolsForMean: 10_000,
      },
    },
  },
};
