import type { Evidence } from '#/schools/rules/evidence.ts';
import { attainmentReading } from './indicators/attainment.ts';
import { attendanceReading } from './indicators/attendance.ts';
import { disadvantageGapReading } from './indicators/disadvantage-gap.ts';
import { earlyYearsReading } from './indicators/early-years.ts';
import { exclusionsReading } from './indicators/exclusions.ts';
import { financeReading } from './indicators/finance.ts';
import { governanceReading } from './indicators/governance.ts';
import { judgementProfileReading } from './indicators/judgement-profile.ts';
import { lastInspectionReading } from './indicators/last-inspection.ts';
import { leadershipReading } from './indicators/leadership.ts';
import { overdueInspectionReading } from './indicators/overdue-inspection.ts';
import { progressReading } from './indicators/progress.ts';
import { rollReading } from './indicators/roll.ts';
import { staffingReading } from './indicators/staffing.ts';
import { trendReading } from './indicators/trend.ts';
import { twoInspectionsReading } from './indicators/two-inspections.ts';
import type { AnalysisPolicy } from './policy.ts';
import type { IndicatorId, Reading } from './reading.ts';
import type { Scheme } from './scheme.ts';

type Read = (evidence: Evidence, policy: AnalysisPolicy) => Reading;

/** Those that another inspection would change. */
const ofInspections: readonly IndicatorId[] = [
  'last-inspection',
  'judgement-profile',
  'two-inspections',
  'overdue-inspection',
];

/** Every indicator, in the order in which a profile shows them. */
const readers: Readonly<Record<IndicatorId, Read>> = {
  'last-inspection': lastInspectionReading,
  'judgement-profile': judgementProfileReading,
  'two-inspections': twoInspectionsReading,
  attainment: attainmentReading,
  progress: progressReading,
  trend: trendReading,
  'disadvantage-gap': disadvantageGapReading,
  'early-years': earlyYearsReading,
  attendance: attendanceReading,
  exclusions: exclusionsReading,
  leadership: leadershipReading,
  staffing: staffingReading,
  governance: governanceReading,
  finance: financeReading,
  roll: rollReading,
  'overdue-inspection': overdueInspectionReading,
};

const everyIndicator = Object.keys(readers) as readonly IndicatorId[];

/** The indicators a scheme counts, in the order in which they are shown. */
export function countedIn(scheme: Scheme): readonly IndicatorId[] {
  return everyIndicator.filter((id) => scheme.indicators.some((indicator) => indicator.id === id));
}

/** The indicators there are and a scheme does not count. */
export function notCountedIn(scheme: Scheme): readonly IndicatorId[] {
  return everyIndicator.filter((id) => !scheme.indicators.some((indicator) => indicator.id === id));
}

/** What the indicators named make of the evidence, each in the order given, whether the scheme counts it or not. */
export function readingsOf(
  evidence: Evidence,
  policy: AnalysisPolicy,
  ids: readonly IndicatorId[],
): readonly Reading[] {
  return ids.map((id) => readers[id](evidence, policy));
}

/** The readings again, as they would be had another inspection taken place: the others stay what they were. */
export function readAfterInspection(
  imagined: Evidence,
  policy: AnalysisPolicy,
  readings: readonly Reading[],
): readonly Reading[] {
  return readings.map((reading) =>
    ofInspections.includes(reading.indicator) ? readers[reading.indicator](imagined, policy) : reading,
  );
}
