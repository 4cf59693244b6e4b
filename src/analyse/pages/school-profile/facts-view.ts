import { dateInWords, plural, sentence } from '#/platform/web/words.ts';
import type { School } from '#/schools/rules/school.ts';

export interface Fact {
  readonly term: string;
  readonly value: string;
  /** No source says it. */
  readonly missing: boolean;
}

/** What the school is, as far as any source says. Facts that make no sense for it (a trust of a maintained school) are left out. */
export function factsView(school: School): readonly Fact[] {
  const facts: [string, string | null][] = [
    ['Phase', sentence(school.phase)],
    ['Type', school.type],
    ['Status', sentence(school.status)],
    ['Ages', agesOf(school)],
    ['Pupils', pupilsOf(school)],
    ['District', school.district],
    ['URN', school.urn],
    ['LAESTAB', school.laestab === null ? null : `${school.laestab.slice(0, 3)}/${school.laestab.slice(3)}`],
  ];
  const known: [string, string | null][] = [
    // Told before the other facts that may be of that later day: trust, ages, pupils.
    ['Known from', school.registerKnownLater ? 'a later register only; these facts are as of its day' : null],
    ['Trust', school.trust],
    ['Sponsor', school.sponsor === school.trust ? null : school.sponsor],
    ['Federation', school.federation],
    ['Religious character', school.religiousCharacter],
    ['Diocese', school.diocese],
    ['Opened', school.openedOn === null ? null : dateInWords(school.openedOn)],
    ['Closed', school.closedOn === null ? null : dateInWords(school.closedOn)],
    ['Income deprivation affecting children', deprivation(school.idaciQuintile)],
  ];
  return [
    ...facts,
    ...known.filter(([, value]) => value !== null && !/^(none|not applicable|does not apply)$/i.test(value)),
  ].map(([term, value]) => ({
    term,
    value: value ?? 'not stated in the files imported',
    missing: value === null,
  }));
}

function agesOf({ lowestAge, highestAge }: School): string | null {
  return lowestAge === null || highestAge === null ? null : `${String(lowestAge)} to ${String(highestAge)}`;
}

function pupilsOf({ pupils, capacity }: School): string | null {
  if (pupils === null) return null;
  return capacity === null
    ? plural(pupils, 'pupil')
    : `${plural(pupils, 'pupil')}, places for ${String(capacity)}`;
}

function deprivation(quintile: number | null): string | null {
  if (quintile === null) return null;
  const ends: Partial<Record<number, string>> = { 1: ', the least deprived', 5: ', the most deprived' };
  return `fifth ${String(quintile)} of 5${ends[quintile] ?? ''}`;
}
