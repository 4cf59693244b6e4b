import { readMarksInBrief } from '#/analyse/actions/read-marks-in-brief.ts';
import { answerOf } from './warnings-view.ts';
import type { Parts } from '#/parts.ts';
import { markingAddress } from '#/platform/web/addresses.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';

/** How right the authority's own forecasts were, for whoever answers for them. */
export function howRightPanel(parts: Parts): HomePanel {
  return {
    name: 'how-right',
    heading: 'How right were we?',
    for: { roles: ['director', 'head of service', 'analyst'] },
    order: 180,
    orderFor: { director: 150 },
    read: async (person, { slug }) => {
      const read = await readMarksInBrief(parts, person, slug);
      if (read === null) return null;
      const { highChance } = parts.reference().marking;
      const answer = answerOf(read.marks, highChance.number);
      if (answer === null) return null;
      return {
        parts: [{ kind: 'sentence', text: answer }],
        more: { text: 'Forecasts, categories and expectations, and what came', href: markingAddress(slug) },
        sources: read.sources,
      };
    },
  };
}
