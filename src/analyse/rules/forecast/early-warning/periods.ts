import { dayOf, type Day, type IsoDate } from '#/schools/rules/dates.ts';
import { daysInYear, touchesPause, windowsUntil } from '../calendar.ts';
import { inForceOn, isGood, nextKnown, toldUntil, type TrackedSchool } from '../tracked.ts';
import { factsOn, type Facts, type FactsSetting } from './facts.ts';

/** Months that one step of a forecast covers. */
export const stepMonths = 6;
/** A new window begins every so many months: overlapping ones waste nothing of a short record. */
const everyMonths = 3;
/** Months of record that a model is fitted on. */
const monthsBack = 36;

/** Half a year of one school that was good at its beginning. */
export interface Period {
  readonly school: TrackedSchool;
  readonly from: Day;
  readonly facts: Facts;
  readonly inspected: boolean;
  /** It was, and below good. */
  readonly fell: boolean;
  /** How much it counts: half for every half-life before the end. */
  readonly weight: number;
}

/**
 * The half-years of all schools good at their beginning that end by a date, pauses in inspection left out. A school that
 * came of others that joined is left out: its history is of several.
 */
export function periodsUntil(
  schools: readonly TrackedSchool[],
  until: IsoDate,
  setting: FactsSetting,
  halfLifeYears: number,
): readonly Period[] {
  const windows = windowsOutsidePauses(until, setting);
  const end = windows.at(-1)?.to;
  if (end === undefined) return [];
  return windows.flatMap(({ from, to }) => {
    const weight = 0.5 ** ((end - to) / daysInYear / halfLifeYears);
    return schools.flatMap((school): readonly Period[] => {
      if (toldUntil(school) < to) return [];
      const last = inForceOn(school, from);
      if (last === null || !isGood(last)) return [];
      const facts = factsOn(school, from, setting);
      const next = nextKnown(school, from, to);
      return facts === null
        ? []
        : [{ school, from, facts, inspected: next !== null, fell: next !== null && !isGood(next), weight }];
    });
  });
}

/** The newest windows that touch no pause: as many as there would be without one, from before it where need be. */
export function windowsOutsidePauses(
  until: IsoDate,
  { pauses }: Pick<FactsSetting, 'pauses'>,
): readonly { readonly from: Day; readonly to: Day }[] {
  const wanted = { months: stepMonths, every: everyMonths, back: monthsBack + monthsLost(until, pauses) };
  const count = (monthsBack - stepMonths) / everyMonths + 1;
  return windowsUntil(until, wanted)
    .filter(({ from, to }) => !touchesPause(from, to, pauses))
    .slice(-count);
}

function monthsLost(until: IsoDate, pauses: FactsSetting['pauses']): number {
  const day = dayOf(until);
  const lost = pauses.filter(({ from }) => from < day).map(({ from, to }) => Math.min(to, day) - from);
  return lost.reduce((sum, days) => sum + Math.ceil((days / daysInYear) * 12) + stepMonths, 0);
}
