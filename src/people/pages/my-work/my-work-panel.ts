import { readMyWork } from '#/people/actions/read-my-work.ts';
import type { Parts } from '#/parts.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import { myWorkAddress } from '#/platform/web/work-addresses.ts';
import type { WorkSource } from '#/platform/work.ts';
import { lateAndSoon, whenInWords } from './work-words.ts';

const itemsShown = 6;

/** What the reader is late with and what is due within a week; nothing where nothing is. */
export function myWorkPanel(parts: Parts, sources: readonly WorkSource[]): HomePanel {
  return {
    name: 'my-work',
    heading: 'What waits for you',
    for: { permission: 'read published data' },
    order: 1,
    read: async (person, { slug }) => {
      const { items, faults } = await readMyWork(parts, person, slug, sources);
      const [fault] = faults;
      if (items.length === 0) {
        if (fault !== undefined) throw fault.error;
        return null;
      }
      const links = items
        .filter(({ group }) => group !== 'waiting')
        .slice(0, itemsShown)
        .map((item) => ({
          text: item.what,
          href: item.href,
          when: whenInWords(item),
          ...(item.school === null ? {} : { detail: item.school }),
        }));
      return {
        parts: [
          { kind: 'sentence', text: lateAndSoon(items) },
          ...(links.length === 0 ? [] : [{ kind: 'links', links } as const]),
        ],
        more: { text: 'All of my work', href: myWorkAddress(slug) },
        readings: [{ event: 'read what is to be done' }],
      };
    },
  };
}
