import { mayFor, type Person } from '#/people/rules/permissions.ts';
import type { Permission } from '#/people/rules/permissions.ts';
import {
  mapAddress,
  overviewAddress,
  registerAddress,
  resultsAddress,
  schemeAddress,
  watchlistAddress,
} from '#/platform/web/addresses.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';

interface Place {
  readonly text: string;
  readonly detail: string;
  readonly address: (authority: string) => string;
  readonly permission: Permission;
}

const places: readonly Place[] = [
  {
    text: 'Watchlist',
    detail: 'The schools to look at now, each with every reason.',
    address: watchlistAddress,
    permission: 'read lists of categories',
  },
  {
    text: 'Risk register',
    detail: 'Every school whose category you may read, with the reasons and how sure they are.',
    address: registerAddress,
    permission: 'read lists of categories',
  },
  {
    text: 'Overview',
    detail: 'What inspections say of the area’s schools, beside England.',
    address: overviewAddress,
    permission: 'read published data',
  },
  {
    text: 'Results',
    detail: 'What pupils reach, over the years and for each group of pupils.',
    address: resultsAddress,
    permission: 'read published data',
  },
  {
    text: 'Map',
    detail: 'Where the schools are.',
    address: mapAddress,
    permission: 'read published data',
  },
  {
    text: 'How categories are decided',
    detail: 'The scheme as a table that anybody can apply by hand.',
    address: schemeAddress,
    permission: 'read published data',
  },
];

const placesShown = 4;

/** Where to look next: the pages that answer the next question, of those the reader may open. */
export function whereToLookPanel(): HomePanel {
  return {
    name: 'where-to-look',
    heading: 'Where to look next',
    for: { permission: 'read published data' },
    order: 900,
    read: (person, { slug }) =>
      Promise.resolve({ parts: [{ kind: 'links', links: linksFor(person, slug) }] }),
  };
}

function linksFor(person: Person, slug: string) {
  return places
    .filter(({ permission }) => mayFor(person, permission, slug))
    .slice(0, placesShown)
    .map(({ text, detail, address }) => ({ text, detail, href: address(slug) }));
}
