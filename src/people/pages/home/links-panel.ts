import { linksMadeForMe } from '#/people/actions/links-made-for-me.ts';
import type { Parts } from '#/parts.ts';
import { accountAddress } from '#/platform/web/addresses.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import { momentInWords } from '#/platform/web/words.ts';

/** That somebody made a link with which the reader’s password can be set: whoever had it could be them. */
export function linksPanel(parts: Parts): HomePanel {
  return {
    name: 'links-to-your-account',
    heading: 'A link to set your password',
    for: { permission: 'read published data' },
    order: 0,
    read: async (person, { slug }) => {
      const [newest] = await linksMadeForMe(parts, person, slug);
      if (newest === undefined) return null;
      const made = `${newest.byName} made a link on ${momentInWords(newest.at)} with which your password can be set.`;
      return {
        parts: [
          { kind: 'sentence', text: made },
          {
            kind: 'sentence',
            text: 'If you did not ask for it, tell your director or information officer now: whoever had the link could sign in as you.',
          },
        ],
        more: { text: 'Your account, and where you are signed in', href: accountAddress },
      };
    },
  };
}
