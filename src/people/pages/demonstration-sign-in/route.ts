import type { Parts } from '#/parts.ts';
import { readDemonstrationPeople, signInForDemonstration } from '#/people/actions/demonstration-people.ts';
import { homeAddress, signInAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import { ownAddress } from '#/platform/web/own-address.ts';
import type { OpenFormRoute, OpenPageRoute, Route } from '#/platform/web/route.ts';
import { demonstrationView } from './demonstration-view.ts';

const path = '/demonstration/sign-in';

/** The invented people, by role. */
function peopleRoute(parts: Parts): OpenPageRoute {
  return {
    method: 'GET',
    path,
    open: true,
    handle: async ({ query }) => {
      const to = ownAddress(query['to']?.[0]);
      const all = await readDemonstrationPeople(parts);
      const [first] = all;
      const authority = all.length === 1 && first !== undefined ? first.authority : null;
      return {
        kind: 'page',
        template: 'people/pages/demonstration-sign-in/demonstration-sign-in.njk',
        title: 'Sign in as an invented person',
        shell: {
          authority,
          section: null,
          crumbs: [{ text: 'Sign in', href: signInAddress(to) }],
          sources: [],
        },
        view: { demonstration: demonstrationView(all, to) },
      };
    },
  };
}

/** One click is enough: there is nobody to keep out. */
function clickRoute(parts: Parts): OpenFormRoute {
  return {
    method: 'POST',
    path,
    open: true,
    handle: async ({ form }) => {
      const session = await signInForDemonstration(parts, typed(form, 'account'));
      return { kind: 'redirect', to: ownAddress(form.fields['to']?.[0] ?? homeAddress), session };
    },
  };
}

export const demonstrationSignInRoutes: readonly ((parts: Parts) => Route)[] = [peopleRoute, clickRoute];
