import type { OurView } from '#/analyse/actions/our-view.ts';
import { schemeTitle } from '#/platform/web/scheme-words.ts';
import { dateInWords } from '#/platform/web/words.ts';

/** What the school may count on. Whoever may not know its group hears what every school may, and nothing of the group. */
export function entitlementsView({ entitlements: read, scheme, today, reader }: OurView) {
  const about = `By the scheme ${schemeTitle(scheme)}, on ${dateInWords(today)}.`;
  const none = { about, groups: [], unconfirmed: false };
  switch (read.kind) {
    case 'none kept':
      return {
        ...none,
        words: `For the scheme ${schemeTitle(scheme)} no entitlements are kept here. Ask your officer.`,
      };
    case 'not covered':
      return { ...none, words: read.words };
    case 'kept': {
      const { everySchool, ofGroup } = read.entitlements;
      const groups = [ofGroup, everySchool]
        .filter((one) => one !== null)
        .map((one) => ({
          title: one.group === null ? 'Every school' : `Schools ${one.group}`,
          from: dateInWords(one.from),
          note: one.note ?? null,
          items: one.entitlements.map(({ what, by, source, status }) => ({
            what,
            by,
            source,
            unconfirmed: status === 'unconfirmed',
          })),
        }));
      return {
        about,
        groups,
        unconfirmed: groups.some(({ items }) => items.some((item) => item.unconfirmed)),
        words: reader.readsCategory
          ? null
          : 'What a school may count on besides depends on what it is told in confidence: head and chair see it.',
      };
    }
  }
}
