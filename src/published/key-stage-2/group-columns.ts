import type { Column, MeasureFacts } from '#/published/layout.ts';
import type { Group } from '#/schools/rules/value.ts';

/** A group of pupils in a table: what its columns end in, and the column that counts its pupils. */
export interface GroupColumns {
  readonly group: Group;
  readonly ending: string;
  readonly pupils: Column;
}

/**
 * The groups that key stage 2 tables publish results of. Pupils with special needs are counted in them, and no result of
 * theirs is given, so none can be read.
 */
export const keyStage2Groups: readonly GroupColumns[] = [
  { group: 'disadvantaged', ending: '_FSM6CLA1A', pupils: 'TFSM6CLA1A' },
  { group: 'not disadvantaged', ending: '_NotFSM6CLA1A', pupils: 'TNotFSM6CLA1A' },
  { group: 'girls', ending: '_G', pupils: 'GELIG' },
  { group: 'boys', ending: '_B', pupils: 'BELIG' },
  { group: 'EAL', ending: '_EAL', pupils: 'TEALGRP2' },
  { group: 'low prior attainment', ending: '_L', pupils: 'TKS1GROUP_L' },
  { group: 'middle prior attainment', ending: '_M', pupils: 'TKS1GROUP_M' },
  { group: 'high prior attainment', ending: '_H', pupils: 'TKS1GROUP_H' },
];

/** Both sides of the comparison that every subject publishes. */
export const byDisadvantage: readonly Group[] = ['disadvantaged', 'not disadvantaged'];

/** A measure of all pupils and the same of its groups; `ofGroup` says what the columns of a group are called. */
export function withGroups(
  all: MeasureFacts,
  groups: readonly GroupColumns[],
  ofGroup: (group: GroupColumns) => Partial<MeasureFacts> & Pick<MeasureFacts, 'column'>,
): readonly MeasureFacts[] {
  return [
    all,
    ...groups.map((group) => ({
      ...all,
      group: group.group,
      cohort: [group.pupils],
      interval: null,
      ...ofGroup(group),
    })),
  ];
}
