import { readPeople, readPerson } from '#/people/actions/read-people.ts';
import { offerSetUpLink } from '#/people/actions/offer-set-up-link.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { personAddress } from '#/platform/web/addresses.ts';
import type { FormRoute, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { inviteRoutes } from './invite-route.ts';
import { linkView } from './link-view.ts';
import { logs, peopleShell } from './people-pages.ts';
import { peopleAsked, peopleView } from './people-view.ts';
import { personFormRoutes } from './person-forms.ts';
import { personView } from './person-view.ts';
import { schoolPeopleRoutes } from './school-people-route.ts';

/** Everybody the authority knows. */
function listRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/people',
    permission: 'read the directory',
    logs,
    handle: async ({ person, params, query }) => {
      const read = await readPeople(parts, person, params['authority'] ?? '');
      return {
        kind: 'page',
        template: 'people/pages/people/people.njk',
        title: 'People',
        shell: { ...peopleShell(read.authority), crumbs: [homeCrumb] },
        view: { list: peopleView(read, peopleAsked(query)) },
      };
    },
  };
}

/** One person. */
function personRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/people/:person',
    permission: 'read the directory',
    logs,
    handle: async ({ person, params, may }) => {
      const read = await readPerson(parts, person, params['authority'], params['person'] ?? '');
      const about = [{ kind: 'person', keys: [read.person.id] }] as const;
      const history = await readHistory(parts, person, read.authority.slug, about);
      return {
        kind: 'page',
        template: 'people/pages/people/person.njk',
        title: read.person.name,
        shell: peopleShell(read.authority),
        view: { view: personView(read, may('read the reading log')), history: historyView(history) },
      };
    },
  };
}

/** A new link to set a password with, shown once. */
function linkRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: '/authorities/:authority/people/:person/link',
    permission: 'manage people',
    logs,
    handle: async ({ person, params }) => {
      const read = await readPerson(parts, person, params['authority'], params['person'] ?? '');
      const { slug } = read.authority;
      const link = await offerSetUpLink(parts, person, { authority: slug, person: read.person.id });
      return {
        kind: 'page',
        template: 'people/pages/people/link.njk',
        title: `A set-up link for ${link.name}`,
        shell: peopleShell(read.authority, read.person),
        view: {
          link: linkView(link, parts.site.address, personAddress(slug, read.person.id)),
        },
      };
    },
  };
}

/** The list of people, each of them, and what is done about them. */
export const peopleRoutes: readonly ((parts: Parts) => Route)[] = [
  listRoute,
  ...inviteRoutes,
  ...schoolPeopleRoutes,
  personRoute,
  ...personFormRoutes,
  linkRoute,
];
