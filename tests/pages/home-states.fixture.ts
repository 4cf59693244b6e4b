import { homeView } from '#/people/pages/home/home-view.ts';
import { readPanels } from '#/people/pages/home/read-panels.ts';
import { KnownError } from '#/platform/errors.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import type { HomePanel, PanelContent } from '#/platform/web/home-panel.ts';
import type { PageState } from './page-states.fixture.ts';

const fenshire = { name: 'Fenshire', slug: 'fenshire', invented: true };
const somebody = { id: 'p', name: 'Pearl Linnet', roles: [] };
const tag = categoryTag({
  category: 'A4',
  meaning: 'School of concern',
  group: 'causing concern',
  tone: 'high',
});

const panel = (name: string, read: () => Promise<PanelContent | null>): HomePanel => ({
  name,
  heading: `About ${name}`,
  for: { permission: 'read published data' },
  order: 0,
  read,
});

/** A panel with a part of each kind. */
const everyKind: PanelContent = {
  parts: [
    { kind: 'sentence', text: ['2 schools, ', { text: 'in the register', href: '/register' }, '.'] },
    {
      kind: 'table',
      caption: 'Schools that moved',
      columns: [{ text: 'School' }, { text: 'Now' }, { text: 'Points', number: true }],
      rows: [[[{ text: 'Sedge Lane', href: '/school' }], [{ tag }], '7']],
    },
    {
      kind: 'links',
      links: [
        { text: 'Send the plan', href: '/plan', when: { words: '3 days late', state: 'late' } },
        { text: 'Confirm', href: '/confirm', detail: 'That the category has been read.' },
      ],
    },
    { kind: 'nothing', text: 'No visits yet.', next: { text: 'Plan one', href: '/visits' } },
  ],
  more: { text: 'All of it', href: '/all' },
};

const full = await readPanels(
  [
    panel('every-kind', () => Promise.resolve(everyKind)),
    panel('failed', () =>
      Promise.reject(new KnownError('nothing-imported', 'Nothing yet.', ['Import a file.'])),
    ),
    panel('broken', () => Promise.reject(new Error('a bug'))),
  ],
  somebody,
  fenshire,
);
const role = {
  role: 'headteacher' as const,
  scopeKind: 'school' as const,
  scopeName: '900001',
  schoolName: 'Sedge Lane Primary School',
  from: '2025-09-01',
  to: '2026-08-31',
  why: 'Appointed',
  saidByName: 'An administrator',
};

/** The home page with everything a panel can say, and with none. */
export const homeStates: Readonly<Record<string, PageState>> = {
  'the home page, with every kind of panel': {
    template: 'people/pages/home/home.njk',
    title: 'Home',
    view: { home: homeView(somebody, [role], full) },
  },
  'the home page of somebody for whom there is nothing': {
    template: 'people/pages/home/home.njk',
    title: 'Home',
    view: { home: homeView(somebody, [], []) },
  },
};
