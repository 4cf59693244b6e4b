import type { Row } from '#/papers/rules/template.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';
import { areasOn } from './areas-graded.ts';
import { dayForVisitsFrom } from './school-days.ts';
import type { SchoolWrittenOf } from './school-written-of.ts';

/** An objective of a plan with the number it moves. */
export interface ObjectiveMeant {
  readonly key: string;
  readonly area: string;
  readonly objective: string;
  readonly measure: string;
  readonly baseline: number;
  readonly target: number;
  readonly action: string;
}

const byPhase = {
  primary: [
    [
      'Every pupil reads fluently by the end of year 2',
      'Pupils of year 2 at the expected standard in reading, in percent',
      52,
      72,
      'Check every phonics group again each half-term',
    ],
    [
      'Governors know where results come from and ask about it',
      'Meetings with at least one question of challenge, in percent',
      20,
      100,
      'Minute each question with its answer',
    ],
    [
      'Those who were missing most are back',
      'Persistent absence, in percent',
      24,
      14,
      'Ring home on the first morning',
    ],
  ],
  secondary: [
    [
      'Students leave with English and mathematics',
      'Students at grade 4 or above in English and mathematics, in percent',
      49,
      62,
      'Re-teach what the mock results show',
    ],
    [
      'Governors know where results come from and ask about it',
      'Meetings with at least one question of challenge, in percent',
      25,
      100,
      'Minute each question with its answer',
    ],
    [
      'Those who were missing most are back',
      'Persistent absence, in percent',
      31,
      22,
      'A named adult for everybody below 80% attendance',
    ],
  ],
  special: [
    [
      'Every pupil has a way to be understood all day',
      'Pupils whose way to communicate is used in every lesson seen, in percent',
      55,
      95,
      'Take every aid wherever its pupil goes',
    ],
    [
      'Governors know what pupils achieve, and how',
      'Meetings with at least one question of challenge, in percent',
      30,
      100,
      'Minute each question with its answer',
    ],
    [
      'Days lost to part-time timetables are given back',
      'Pupils on a part-time timetable, in percent',
      12,
      3,
      'Review every part-time timetable each fortnight',
    ],
  ],
} as const;

/** Three objectives of a school of a phase, in the areas that plans opened on the day have. */
export function objectivesFor(phase: Phase, on: IsoDate): readonly ObjectiveMeant[] {
  const own =
    phase === 'secondary'
      ? byPhase.secondary
      : phase === 'primary' || phase === 'nursery'
        ? byPhase.primary
        : byPhase.special;
  const areas = areasOn(on).ofPlans;
  return own.map(([objective, measure, baseline, target, action], index) => ({
    ...{ objective, measure, baseline, target, action },
    key: `o${index + 1}`,
    area: areas[index] ?? areas[0],
  }));
}

/** As a row of a plan begun on a day: three milestones, the target after fourteen months. */
export function rowOf(one: ObjectiveMeant, school: SchoolWrittenOf, on: IsoDate): Row {
  const { key, area, objective, measure, baseline, target } = one;
  const by = (part: number): IsoDate => dayForVisitsFrom(addDays(on, part * 105));
  return {
    ...{ key, area, objective, measure },
    baseline: String(baseline),
    target: String(target),
    'target-by': by(4),
    'milestone-1-by': by(1),
    'milestone-1': String(partWay(one, 0.3)),
    'milestone-2-by': by(2),
    'milestone-2': String(partWay(one, 0.55)),
    'milestone-3-by': by(3),
    'milestone-3': String(partWay(one, 0.8)),
    lead: key === 'o2' ? (school.chair?.name ?? 'Chair of governors') : school.headName,
  };
}

/** The number so far on the way from the baseline to the target: 0 at the baseline, 1 at the target. */
export function partWay(
  { baseline, target }: Pick<ObjectiveMeant, 'baseline' | 'target'>,
  part: number,
): number {
  return Math.round(baseline + (target - baseline) * part);
}
