import type { MarkingRead } from '#/analyse/actions/marking-read.ts';
import { markingView } from '#/analyse/pages/marking/marking-view.ts';
import {
  expectationsFor,
  markingRead,
  nothingDue,
  nothingKept,
} from '#/analyse/pages/marking/marking.fixture.ts';
import type { PageState } from './page-states.fixture.ts';

function marking(changes: Partial<MarkingRead> = {}): PageState {
  const view = markingView(markingRead(changes));
  const title = view.warnings?.chart?.title;
  return {
    template: 'analyse/pages/marking/marking.njk',
    title: 'How right were we?',
    view: { marking: view, drawn: title === undefined ? null : { title, svg: '<svg></svg>' } },
  };
}

/** How right we were, in every state that the page shows differently. */
export const markingStates: Readonly<Record<string, PageState>> = {
  'marks of the service': marking(),
  'marks for an officer': marking({ expectations: expectationsFor('Ben', false) }),
  'marks before others may see them': marking({ expectations: expectationsFor('Cleo', true, '2019-09-02') }),
  'marks for members': marking({ warnings: null, categories: null, expectations: null }),
  'marks where nothing was kept': marking(nothingKept()),
  'marks where nothing is due': marking(nothingDue()),
  'marks of a county of which no file tells': marking({ ...nothingKept(), followedUntil: null }),
};
