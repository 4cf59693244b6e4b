import type { Parts } from '#/parts.ts';
import type { PasswordProblem } from '#/people/actions/choose-password.ts';
import { readSetUpLink, useSetUpLink } from '#/people/actions/set-up-links.ts';
import { homeAddress } from '#/platform/web/addresses.ts';
import type { OpenFormRoute, OpenPageRoute, PageResponse, Route } from '#/platform/web/route.ts';
import { plainShell } from '#/platform/web/shell.ts';
import { setUpView } from './set-up-view.ts';

const path = '/set-up/:token';

/** Where somebody who was given a link sets their password. */
function setUpRoute(parts: Parts): OpenPageRoute {
  return {
    method: 'GET',
    path,
    open: true,
    handle: async ({ params }) => {
      const { signInName } = await readSetUpLink(parts, params['token'] ?? '');
      return page(signInName, []);
    },
  };
}

/** Sets it, and signs in. What was typed is not sent back: a password stands on no page. */
function setPasswordRoute(parts: Parts): OpenFormRoute {
  return {
    method: 'POST',
    path,
    open: true,
    handle: async ({ params, form }) => {
      const token = params['token'] ?? '';
      const [password = ''] = form.fields['password'] ?? [];
      const [again = ''] = form.fields['again'] ?? [];
      const used = await useSetUpLink(parts, token, { password, again });
      if ('session' in used) return { kind: 'redirect', to: homeAddress, session: used.session };
      const { signInName } = await readSetUpLink(parts, token);
      return page(signInName, used.problems);
    },
  };
}

function page(signInName: string, problems: readonly PasswordProblem[]): PageResponse {
  const failed = problems.length > 0;
  return {
    kind: 'page',
    template: 'people/pages/set-up/set-up.njk',
    title: failed ? 'Error: Set your password' : 'Set your password',
    shell: plainShell,
    view: { setUp: setUpView(signInName, problems) },
    status: failed ? 400 : 200,
  };
}

export const setUpRoutes: readonly ((parts: Parts) => Route)[] = [setUpRoute, setPasswordRoute];
