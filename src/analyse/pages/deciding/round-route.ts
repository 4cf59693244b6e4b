import { decideAsProposed } from '#/analyse/actions/deciding/decide-category.ts';
import { readRound, type RoundRead } from '#/analyse/actions/deciding/read-round.ts';
import { signDecisions } from '#/analyse/actions/deciding/sign-decisions.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, withQuery } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { roundAddress, roundsAddress, signAddress } from '#/platform/web/round-addresses.ts';
import type { FormRoute, PageRequest, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb, type Shell } from '#/platform/web/shell.ts';
import { roundDownload } from './round-export.ts';
import { roundView } from './round-view.ts';
import { signView } from './sign-view.ts';

const path = '/authorities/:authority/rounds/:round';

/** The round a request is about. */
export function roundAsked(parts: Parts, { person, params }: PageRequest): Promise<RoundRead> {
  return readRound(parts, person, params['authority'] ?? '', params['round'] ?? '');
}

/** The shell of the pages of a round, with the way back to it. */
export function shellOfRound({ authority, round, sources }: RoundRead, within: boolean): Shell {
  return {
    authority,
    section: 'Rounds',
    crumbs: [
      homeCrumb,
      { text: authority.name, href: overviewAddress(authority.slug) },
      { text: 'Rounds of categories', href: roundsAddress(authority.slug) },
      ...(within ? [{ text: round.name, href: roundAddress(authority.slug, round.number) }] : []),
    ],
    sources,
  };
}

/** What is left to do in a round, by when, and how decisions differ from what was proposed. */
function roundRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read what is decided',
    logs: { event: 'read what is decided' },
    handle: async (request) => {
      const read = await roundAsked(parts, request);
      return {
        kind: 'page',
        template: 'analyse/pages/deciding/round.njk',
        title: read.round.name,
        shell: shellOfRound(read, false),
        view: { page: roundView(read, numberIn(request, 'decided')) },
      };
    },
  };
}

/** Decides in one go what nobody sees otherwise. */
function decideTogetherRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/as-proposed`,
    permission: 'decide categories',
    logs: { event: 'decided categories as proposed' },
    handle: async ({ person, params }) => {
      const [authority, round] = [params['authority'] ?? '', params['round'] ?? ''];
      const { decided } = await decideAsProposed(parts, person, { authority, round });
      return {
        kind: 'redirect',
        to: withQuery(roundAddress(authority, round), { decided: [String(decided)] }),
      };
    },
  };
}

function signRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/sign`,
    permission: 'read what is decided',
    logs: { event: 'read what is decided' },
    handle: async (request) => {
      const read = await roundAsked(parts, request);
      const [signed, left] = [numberIn(request, 'signed'), numberIn(request, 'left')];
      const done = signed === null ? null : { signed: Number(signed), left: Number(left ?? '0') };
      return {
        kind: 'page',
        template: 'analyse/pages/deciding/sign.njk',
        title: 'Sign as the second person',
        shell: shellOfRound(read, true),
        view: { page: signView(read, done) },
      };
    },
  };
}

/** Signs as the second person. */
function signFormRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/sign`,
    permission: 'decide categories',
    logs: { event: 'signed categories' },
    handle: async ({ person, params, form }) => {
      const [authority, round] = [params['authority'] ?? '', params['round'] ?? ''];
      const decisions = form.fields['decision'] ?? [];
      const { signed, left } = await signDecisions(parts, person, { authority, decisions });
      const query = { signed: [String(signed)], left: left === 0 ? [] : [String(left)] };
      return { kind: 'redirect', to: withQuery(signAddress(authority, round), query) };
    },
  };
}

/** What was just done, as the address of the answer has it: a whole number, or nothing. */
function numberIn({ query }: PageRequest, name: string): string | null {
  const value = query[name]?.at(-1) ?? '';
  return /^\d{1,5}$/.test(value) ? value : null;
}

const roundDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read what is decided',
  logs: { event: 'exported what is decided' },
  take: async (request) => roundDownload(await roundAsked(parts, request)),
}));

/** Every address of one round. */
export const roundRoutes: readonly ((parts: Parts) => Route)[] = [
  roundRoute,
  decideTogetherRoute,
  signRoute,
  signFormRoute,
  ...roundDownloads,
];
