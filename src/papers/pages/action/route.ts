import { readActions } from '#/papers/actions/read-actions.ts';
import { followAction } from '#/papers/actions/follow-action.ts';
import { isPaperId } from '#/papers/actions/read-papers.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere } from '#/people/actions/permit.ts';
import { actionAddress, actionsOfSchoolAddress } from '#/platform/web/action-addresses.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { actionView, nothingTyped, type ActionTypedIn } from './action-view.ts';

const path = '/authorities/:authority/schools/:urn/actions/:action';

/** One agreed action, for both sides: what became of it, and where that is said. */
function actionRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'open papers',
    logs: { event: 'read agreed actions' },
    handle: async (request) => page(parts, request, nothingTyped),
  };
}

function followRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/:step`,
    permission: 'take part in papers',
    logs: { event: 'followed up an agreed action' },
    handle: async (request) => {
      const { form, params, person } = request;
      const { authority, urn, action } = placeOf(request);
      // Also so that the school of the address is the action’s: the reading is logged with it.
      await readOne(parts, request);
      const said = {
        ...{ step: params['step'] ?? '', words: typed(form, 'words') },
        ...{ dueOn: typed(form, 'due-on'), on: typed(form, 'on') },
      };
      const outcome = await followAction(parts, person, { authority, action, ...said });
      if (outcome.kind === 'done') return { kind: 'redirect', to: actionAddress(authority, urn, action) };
      const problems =
        outcome.kind === 'problems' ? outcome.problems : [{ field: 'step', text: outcome.why }];
      return page(parts, request, { ...said, problems });
    },
  };
}

async function page(parts: Parts, request: PageRequest, said: ActionTypedIn): Promise<PageResponse> {
  const { read, action } = await readOne(parts, request);
  const { authority } = read;
  const view = actionView(read, action, said);
  return {
    kind: 'page',
    template: 'papers/pages/action/action.njk',
    title: 'Agreed action',
    shell: {
      authority,
      section: 'Actions',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: action.school, href: schoolAddress(authority.slug, action.urn) },
        { text: 'Agreed actions', href: actionsOfSchoolAddress(authority.slug, action.urn) },
      ],
      sources: [],
    },
    view: { page: view },
    status: said.problems.length === 0 ? 200 : 400,
  };
}

async function readOne(parts: Parts, request: PageRequest) {
  const { authority, urn, action: id } = placeOf(request);
  const read = await readActions(parts, request.person, { authority, urn, withReplaced: true });
  const action = isPaperId(id) ? read.actions.find((one) => one.id === id) : undefined;
  if (action === undefined) throw nothingThere();
  return { read, action };
}

function placeOf({ params }: Pick<PageRequest, 'params'>) {
  return {
    authority: params['authority'] ?? '',
    urn: params['urn'] ?? '',
    action: params['action'] ?? '',
  };
}

/** One action as it is read, and what is said of it. */
export const actionRoutes: readonly ((parts: Parts) => Route)[] = [actionRoute, followRoute];
