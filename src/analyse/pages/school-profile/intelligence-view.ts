import type { IntelligenceInBrief } from '#/analyse/actions/intelligence/read-intelligence-in-brief.ts';
import { schoolIntelligenceAddress } from '#/platform/web/intelligence-addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

const shownAtMost = 3;

/** What services told of the school and counts today: the newest, how often it is on the register, and the way to all. */
export function intelligenceView(read: IntelligenceInBrief | null, authority: string, urn: string) {
  if (read === null) return null;
  const { entries, recurrence } = read;
  return {
    lead:
      entries.length === 0
        ? 'Nothing that you may know of is in force.'
        : `${plural(entries.length, 'entry', 'entries')} in force that you may know of.`,
    rows: entries.slice(0, shownAtMost).map(({ about, saysNow, source, knownOn }) => ({
      about,
      words: saysNow,
      source: `${source}, ${dateInWords(knownOn)}`,
    })),
    often:
      recurrence?.suggests === null || recurrence === null
        ? null
        : `On the register ${String(recurrence.entries)} times in ${String(recurrence.months)} months. That suggests: ${recurrence.suggests}.`,
    href: schoolIntelligenceAddress(authority, urn),
  };
}
