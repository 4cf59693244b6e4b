import type { Facts } from './facts.ts';

/** Facts of an invented school of a phase of which nothing but its inspections is known; changed where a test says so. */
export function inventedFacts(changes: Partial<Facts> = {}): Facts {
  return {
    ...{ standing: 2, years: 4.2, yearsSinceAny: 4.2, before: 3, beforeThat: 0, inspections: 2 },
    ...{ everBelow: true, everLowest: false, best: 2, yearsBetween: 3, yearsSinceBelow: 7, phase: 'primary' },
    ...{ progress: NaN, progressLast: NaN, progressWeakest: NaN, progressChange: NaN },
    ...{ attainment: NaN, attainmentLast: NaN, higher: NaN, levels2013: NaN },
    ...{ progress8: NaN, progress8Last: NaN, progress8Change: NaN, attainment8: NaN, ebacc: NaN },
    ...{ absence: NaN, cohort: 0, pupils: NaN, academy: 0, yearsAsAcademy: NaN, authorityFalls: 0 },
    ...{ deprivation: 0, newestResults: null },
    ...changes,
  };
}
