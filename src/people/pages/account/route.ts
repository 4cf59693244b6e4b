import type { Parts } from '#/parts.ts';
import type { PasswordProblem } from '#/people/actions/choose-password.ts';
import { changePassword, readOwnAccount, type Asking } from '#/people/actions/own-account.ts';
import { chooseDailyMail } from '#/people/actions/choose-daily-mail.ts';
import { signOutEverywhere } from '#/people/actions/sessions.ts';
import { may } from '#/people/rules/permissions.ts';
import { accountAddress, signInAddress } from '#/platform/web/addresses.ts';
import type { OpenFormRoute, OpenPageRoute, OpenRequest, PageResponse, Route } from '#/platform/web/route.ts';
import { plainShell } from '#/platform/web/shell.ts';
import { accountView } from './account-view.ts';

/** Who am I, what may I do and why, where am I signed in. */
function accountRoute(parts: Parts): OpenPageRoute {
  return {
    method: 'GET',
    path: accountAddress,
    open: true,
    handle: async (request) => {
      const asking = askingOf(request);
      if (asking === null) return signInFirst();
      return page(parts, asking, { changed: request.query['changed'] !== undefined, problems: [] });
    },
  };
}

/** Signs out on every device, this one too. */
function everywhereRoute(parts: Parts): OpenFormRoute {
  return {
    method: 'POST',
    path: `${accountAddress}/sign-out-everywhere`,
    open: true,
    once: true,
    handle: async (request) => {
      const asking = askingOf(request);
      if (asking !== null) await signOutEverywhere(parts, asking.token, asking.account);
      return { kind: 'redirect', to: signInAddress(undefined, 'signed-out'), session: 'ended' };
    },
  };
}

/** Changes the password; every other session is over. What was typed is not sent back: a password stands on no page. */
function passwordRoute(parts: Parts): OpenFormRoute {
  return {
    method: 'POST',
    path: `${accountAddress}/password`,
    open: true,
    once: true,
    handle: async (request) => {
      const asking = askingOf(request);
      if (asking === null) return signInFirst();
      const field = (name: string): string => request.form.fields[name]?.[0] ?? '';
      const changed = await changePassword(parts, asking, {
        current: field('current'),
        password: field('password'),
        again: field('again'),
        from: request.from,
      });
      if ('problems' in changed) return page(parts, asking, { changed: false, problems: changed.problems });
      return { kind: 'redirect', to: `${accountAddress}?changed`, session: changed.session };
    },
  };
}

/** Whether to be told by mail on working days how much is late or due. */
function dailyMailRoute(parts: Parts): OpenFormRoute {
  return {
    method: 'POST',
    path: `${accountAddress}/daily-mail`,
    open: true,
    once: true,
    handle: async (request) => {
      const asking = askingOf(request);
      if (asking === null) return signInFirst();
      await chooseDailyMail(parts, asking, request.form.fields['daily']?.[0] === 'on');
      return { kind: 'redirect', to: `${accountAddress}#mail` };
    },
  };
}

async function page(
  parts: Parts,
  asking: Asking,
  shown: { readonly changed: boolean; readonly problems: readonly PasswordProblem[] },
): Promise<PageResponse> {
  const account = await readOwnAccount(parts, asking);
  const { person } = account;
  return {
    kind: 'page',
    template: 'people/pages/account/account.njk',
    title: shown.problems.length > 0 ? 'Error: Your account' : 'Your account',
    shell: plainShell,
    reader: {
      name: person.name,
      may: (permission) => may(person, permission),
      roles: person.roles,
      authorities: asking.authorities,
    },
    view: { account: accountView(account, shown) },
    status: shown.problems.length > 0 ? 400 : 200,
  };
}

function askingOf({ signedIn, token }: OpenRequest): Asking | null {
  return signedIn === null || token === null
    ? null
    : { account: signedIn.account, token, authorities: signedIn.authorities };
}

function signInFirst(): PageResponse {
  return { kind: 'redirect', to: signInAddress(accountAddress) };
}

export const accountRoutes: readonly ((parts: Parts) => Route)[] = [
  accountRoute,
  everywhereRoute,
  passwordRoute,
  dailyMailRoute,
];
