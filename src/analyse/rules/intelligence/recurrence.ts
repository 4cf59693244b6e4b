import type { IntelligenceRecurrence } from '#/law/reference.ts';
import { inForceOn } from '#/law/dated.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { IntelligenceToday } from './intelligence.ts';

/** How often a school is on the register. */
export interface Recurrence {
  readonly urn: Urn;
  /** Entries of the months looked at that were not withdrawn, expired ones included: that a thing came back counts. */
  readonly entries: number;
  /** Of these, how many of each kind, the most frequent first. */
  readonly byKind: readonly { readonly kind: string; readonly entries: number }[];
  readonly months: number;
  /** From when on entries were counted. */
  readonly since: IsoDate;
  /** What the register suggests; `null` where it is too few for that. */
  readonly suggests: string | null;
}

/**
 * Schools that are on the register, by the rule in force: three entries or more suggest a stage of concern. Counted are only
 * entries the reader may know of, so two readers may see different numbers; withdrawn ones are not.
 */
export function recurrencesOf(
  entries: readonly IntelligenceToday[],
  rules: readonly IntelligenceRecurrence[],
  today: IsoDate,
): readonly Recurrence[] {
  const rule = inForceOn('recurrences of intelligence', rules, today);
  const since = monthsBefore(today, rule.months);
  const counted = entries.filter(
    ({ state, knownOn }) => state !== 'withdrawn' && knownOn > since && knownOn <= today,
  );
  return [...Map.groupBy(counted, ({ urn }) => urn)]
    .map(([urn, some]) => ({
      urn,
      entries: some.length,
      byKind: [...Map.groupBy(some, ({ kind }) => kind)]
        .map(([kind, ofKind]) => ({ kind, entries: ofKind.length }))
        .toSorted((a, b) => b.entries - a.entries || a.kind.localeCompare(b.kind)),
      months: rule.months,
      since,
      suggests: some.length >= rule.entries ? rule.suggests : null,
    }))
    .toSorted((a, b) => b.entries - a.entries || a.urn.localeCompare(b.urn));
}

/**
 * Which time an entry is of its kind at its school, looking back from the day it became known: the third on finance in
 * eighteen months is 3. A withdrawn one is not counted, and is none itself.
 */
export function timesOfItsKind(
  entry: IntelligenceToday,
  entries: readonly IntelligenceToday[],
  months: number,
): number {
  const since = monthsBefore(entry.knownOn, months);
  return entries.filter(
    (one) =>
      one.state !== 'withdrawn' &&
      one.urn === entry.urn &&
      one.kind === entry.kind &&
      one.knownOn > since &&
      (one.knownOn < entry.knownOn || (one.knownOn === entry.knownOn && one.told.at <= entry.told.at)),
  ).length;
}

/** The same day of an earlier month; the last of that month where it has no such day. */
function monthsBefore(day: IsoDate, months: number): IsoDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(date, last)))
    .toISOString()
    .slice(0, 10);
}
