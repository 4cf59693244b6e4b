import type { EntryRead } from '#/analyse/actions/intelligence/intelligence-read.ts';
import {
  intelligenceEntryAddress,
  schoolIntelligenceAddress,
} from '#/platform/web/intelligence-addresses.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';

/** Who may know of an entry, and what that means: read again before it is sent. */
export const levelWords = {
  'school and authority': {
    name: 'The school and the authority',
    hint: 'Head and chair read it, and the authority’s officers. For what the school knows already, or should.',
  },
  authority: {
    name: 'Officers only',
    hint: 'The school does not read it here. If it comes to a decision, the school is told what it rests on.',
  },
  'named people': {
    name: 'Only the people named, and me',
    hint: 'Nobody else sees that it is there, and it is counted for nobody else. Whoever leaves does not pass it on.',
  },
} as const;

export const basisWords = {
  seen: 'Seen by an officer, in the school or at a meeting with it',
  told: 'Told by somebody',
  record: 'Read in a record, a return or a report',
} as const;

/** An entry counts for so many days more when it is said to expire soon. */
const soonDays = 30;

export function expiresSoon({ state, until }: EntryRead, today: IsoDate): boolean {
  return state === 'in force' && daysBetween(today, until) <= soonDays;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** `Third time on finance in 18 months`; `null` the first time. */
export function timesWords({ times, about }: EntryRead, months: number): string | null {
  if (times < 2) return null;
  const ordinal = ordinals[times - 1] ?? `${String(times)}th`;
  return `${ordinal.charAt(0).toUpperCase()}${ordinal.slice(1)} time on “${about}” in ${String(months)} months`;
}

/** Where an entry stands, in words. */
export function stateWords(entry: EntryRead): string {
  const { state, until } = entry;
  if (state === 'withdrawn') return 'Withdrawn';
  return state === 'expired' ? `Expired on ${dateInWords(until)}` : `Counts until ${dateInWords(until)}`;
}

/** An entry as a row of a list. */
export function rowOf(entry: EntryRead, slug: string, today: IsoDate, months: number) {
  return {
    school: entry.school,
    schoolHref: schoolIntelligenceAddress(slug, entry.urn),
    href: intelligenceEntryAddress(slug, entry.urn, entry.id),
    about: entry.about,
    words: entry.saysNow,
    source: entry.source,
    known: dateInWords(entry.knownOn),
    state: stateWords(entry),
    soon: expiresSoon(entry, today),
    lookAt: entry.state === 'in force' && !entry.lookedAt,
    times: timesWords(entry, months),
    level: entry.level === 'school and authority' ? null : levelWords[entry.level].name,
    by: entry.told.name,
  };
}
