import { openRound, readRoundToOpen } from '#/analyse/actions/deciding/open-round.ts';
import { readRounds } from '#/analyse/actions/deciding/read-round.ts';
import type { RoundTyped } from '#/analyse/rules/deciding/check-round.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import { roundAddress, roundsAddress } from '#/platform/web/round-addresses.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { openRoundView } from './open-round-view.ts';
import { roundsView } from './rounds-view.ts';

const path = '/authorities/:authority/rounds';

/** Every round with its figures. */
function roundsRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read what is decided',
    logs: { event: 'read what is decided' },
    handle: async ({ person, params }) => {
      const read = await readRounds(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'analyse/pages/deciding/rounds.njk',
        title: 'Rounds of categories',
        shell: {
          authority,
          section: 'Rounds',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: roundsView(read) },
      };
    },
  };
}

function openRoundRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/open`,
    permission: 'decide categories',
    logs: 'nothing confidential',
    handle: (request) => shown(parts, request, null, []),
  };
}

function openRoundFormRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/open`,
    permission: 'decide categories',
    logs: { event: 'opened a round of categories' },
    handle: async (request) => {
      const { form, person, params } = request;
      const authority = params['authority'] ?? '';
      const asked: RoundTyped = {
        ...{ run: typed(form, 'run'), urn: typed(form, 'urn'), name: typed(form, 'name') },
        ...{ decideBy: typed(form, 'decideBy'), tellBy: typed(form, 'tellBy'), why: typed(form, 'why') },
      };
      const outcome = await openRound(parts, person, { ...asked, authority });
      return outcome.kind === 'done'
        ? { kind: 'redirect', to: roundAddress(authority, outcome.round.number) }
        : shown(parts, request, asked, outcome.problems);
    },
  };
}

async function shown(
  parts: Parts,
  { person, params, query }: PageRequest,
  asked: RoundTyped | null,
  problems: readonly FieldProblem[],
): Promise<PageResponse> {
  const read = await readRoundToOpen(parts, person, params['authority'] ?? '');
  const { authority } = read;
  return {
    kind: 'page',
    template: 'analyse/pages/deciding/open-round.njk',
    title: 'Open a round of categories',
    status: problems.length === 0 ? 200 : 400,
    shell: {
      authority,
      section: 'Rounds',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: 'Rounds of categories', href: roundsAddress(authority.slug) },
      ],
      sources: [],
    },
    view: { page: openRoundView(read, asked, problems, query['urn']?.at(-1) ?? '') },
  };
}

/** Every address of the rounds of an authority, and where one is opened. */
export const roundsRoutes: readonly ((parts: Parts) => Route)[] = [
  roundsRoute,
  openRoundRoute,
  openRoundFormRoute,
];
