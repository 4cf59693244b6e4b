import { readIntelligence } from '#/analyse/actions/intelligence/read-intelligence.ts';
import type { IntelligenceRegister } from '#/analyse/actions/intelligence/intelligence-read.ts';
import type { Parts } from '#/parts.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import {
  intelligenceAddress,
  intelligenceEntryAddress,
  tellOfIntelligenceAddress,
} from '#/platform/web/intelligence-addresses.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import { expiresSoon, timesWords } from './entry-words.ts';

/** What services told and nobody has looked at yet, what is soon over, and which schools come again and again. */
export function intelligencePanel(parts: Parts): HomePanel {
  return {
    name: 'intelligence',
    heading: 'What services told of schools',
    for: { roles: ['head of service', 'intervention officer', 'governor support'] },
    order: 35,
    read: async (person, { slug }) => intelligenceInBrief(await readIntelligence(parts, person, slug)),
  };
}

const shownAtMost = 6;

/** What is to be looked at, the newest known first. */
export function intelligenceInBrief(read: IntelligenceRegister): PanelContent {
  const { slug } = read.authority;
  const inForce = read.entries.filter(({ state }) => state === 'in force');
  const unread = inForce.filter(({ lookedAt }) => !lookedAt);
  const soon = inForce.filter((one) => expiresSoon(one, read.today));
  const often = read.recurrences.filter(({ suggests }) => suggests !== null);
  const more = { text: 'The register', href: withQuery(intelligenceAddress(slug), {}) };
  const readings = [{ event: 'read the intelligence register' }] as const;
  if (inForce.length === 0) {
    const next = { text: 'Tell of a school', href: tellOfIntelligenceAddress(slug) };
    return { parts: [{ kind: 'nothing', text: 'Nothing is in force.', next }], more, readings };
  }
  return {
    parts: [
      {
        kind: 'sentence',
        text: `${plural(inForce.length, 'entry', 'entries')} in force: of ${String(unread.length)} nobody has said what follows, ${String(soon.length)} ${soon.length === 1 ? 'is' : 'are'} over within 30 days. ${plural(often.length, 'school')} ${often.length === 1 ? 'is' : 'are'} on the register again and again.`,
      },
      {
        kind: 'links',
        links: unread.slice(0, shownAtMost).map((one) => ({
          text: one.school,
          href: intelligenceEntryAddress(slug, one.urn, one.id),
          detail: timesWords(one, read.months) ?? one.about,
          when: { words: `known on ${dateInWords(one.knownOn)}`, state: 'waiting' },
        })),
      },
    ],
    more,
    readings,
  };
}
