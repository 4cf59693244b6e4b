import { loadReference } from '#/law/reference.ts';
import { addDays } from '#/schools/rules/dates.ts';
import type { InspectionInHistory, SchoolHistory } from '#/schools/rules/history.ts';
import { followSchools, type FollowedSchools } from './followed-schools.ts';

/** An invented primary school that files tell of to the end of 2024/25. */
export function historyWith(changes: Partial<SchoolHistory> = {}): SchoolHistory {
  return {
    urn: '900001',
    name: 'Fen End Primary School',
    authority: 'invented-county',
    region: null,
    phase: 'primary',
    sector: 'maintained',
    type: 'Community School',
    district: 'Fenland',
    openedOn: null,
    closedOn: null,
    pupils: 200,
    idaciQuintile: 3,
    formerly: [],
    joined: false,
    inspections: [],
    results: [],
    followedUntil: '2025-08-31',
    ungradedOn: null,
    ...changes,
  };
}

/** An inspection with an overall grade, known five weeks later. */
export function graded(startedOn: string, overall: 1 | 2 | 3 | 4, urnAtTime = '900001'): InspectionInHistory {
  return {
    kind: 'graded',
    urnAtTime,
    startedOn,
    knownOn: addDays(startedOn, 35),
    overall,
    category: null,
    judgements: [],
  };
}

/** A report card with these areas, known five weeks later. */
export function reportCard(
  startedOn: string,
  areas: Readonly<
    Record<string, 'Strong standard' | 'Expected standard' | 'Needs attention' | 'Met' | 'Not met'>
  >,
): InspectionInHistory {
  return {
    ...graded(startedOn, 2),
    kind: 'report card',
    overall: null,
    judgements: Object.entries(areas).map(([area, grade]) => ({ area, grade, gradedOn: startedOn })),
  };
}

/** An inspection of 2024/25, with judgements and no overall grade. */
export function withoutOverall(startedOn: string, grade: 1 | 2 | 3 | 4): InspectionInHistory {
  return {
    ...graded(startedOn, 2),
    overall: 'not judged',
    judgements: [{ area: 'Quality of education', grade, gradedOn: startedOn }],
  };
}

export function followed(...histories: readonly SchoolHistory[]): FollowedSchools {
  return followSchools(histories, loadReference());
}
