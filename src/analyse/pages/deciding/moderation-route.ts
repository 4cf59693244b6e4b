import { decideCategory } from '#/analyse/actions/deciding/decide-category.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere } from '#/people/actions/permit.ts';
import { typed } from '#/platform/web/form-problems.ts';
import { decideAddress, moderationAddress } from '#/platform/web/round-addresses.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { roundAsked, shellOfRound } from './round-route.ts';
import { decideView, type DecisionTypedIn } from './decide-view.ts';
import { moderationAsked } from './moderation-request.ts';
import { moderationView } from './moderation-view.ts';

const path = '/authorities/:authority/rounds/:round';

/** Every school of a round in the order in which a meeting looks at them. */
function moderationRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/moderation`,
    permission: 'read what is decided',
    logs: { event: 'read what is decided' },
    handle: async (request) => {
      const read = await roundAsked(parts, request);
      return {
        kind: 'page',
        template: 'analyse/pages/deciding/moderation.njk',
        title: `Moderation meeting: ${read.round.name}`,
        shell: shellOfRound(read, true),
        view: { page: moderationView(read, moderationAsked(request.query)) },
      };
    },
  };
}

/** One school with everything that is said of it, and where it is decided. */
function decideRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/schools/:urn`,
    permission: 'read what is decided',
    logs: { event: 'read what is decided' },
    handle: (request) => shown(parts, request, null),
  };
}

function decideFormRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/schools/:urn`,
    permission: 'decide categories',
    logs: { event: 'decided a category' },
    handle: async (request) => {
      const { person, params, form } = request;
      const [authority, round, urn] = [params['authority'] ?? '', params['round'] ?? '', params['urn'] ?? ''];
      const [category, why] = [typed(form, 'category'), typed(form, 'why')];
      const asked = { authority, round, urn, category, why, basedOn: typed(form, 'basedOn') };
      const outcome = await decideCategory(parts, person, asked);
      if (outcome.kind === 'done') return { kind: 'redirect', to: decideAddress(authority, round, urn) };
      return shown(parts, request, {
        ...{ category, why },
        problems: outcome.kind === 'problems' ? outcome.problems : [],
        meanwhile: outcome.kind === 'decided meanwhile' ? outcome.by : null,
      });
    },
  };
}

async function shown(
  parts: Parts,
  request: PageRequest,
  said: DecisionTypedIn | null,
): Promise<PageResponse> {
  const read = await roundAsked(parts, request);
  const school = read.schools.find(({ urn }) => urn === request.params['urn']);
  if (school === undefined) throw nothingThere();
  const shell = shellOfRound(read, true);
  const meeting = {
    text: 'Moderation meeting',
    href: moderationAddress(read.authority.slug, read.round.number),
  };
  return {
    kind: 'page',
    template: 'analyse/pages/deciding/decide.njk',
    title: school.row.school.name,
    status: said === null ? 200 : said.meanwhile === null ? 400 : 409,
    shell: { ...shell, crumbs: [...shell.crumbs, meeting] },
    view: { page: decideView(read, school, said) },
  };
}

/** The meeting’s list and its schools. */
export const moderationRoutes: readonly ((parts: Parts) => Route)[] = [
  moderationRoute,
  decideRoute,
  decideFormRoute,
];
