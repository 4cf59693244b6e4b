import { chooseDeprivation } from '#/analyse/actions/choose-deprivation.ts';
import { readForecastChoice } from '#/analyse/actions/read-forecast-choice.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { forecastChoicesAddress, overviewAddress, schemeAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import { historyView } from '#/platform/web/history-view.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { choicesView, type ChoiceTypedIn } from './choices-view.ts';

const path = '/authorities/:authority/forecast-choices';

/** What forecasts use: for everyone, as criteria are. What it does to single schools is for whoever opens lists of them. */
export function forecastChoicesRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read published data',
    // The chances of the schools that move most are named to whoever may read them.
    logs: { event: 'read categories' },
    handle: (request) => shown(parts, request, null),
  };
}

/** Chooses whether deprivation of the area is used. */
export function chooseDeprivationRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'adopt a scheme',
    logs: { event: 'chose what forecasts use' },
    handle: async (request) => {
      const authority = request.params['authority'] ?? '';
      const choice = { deprivation: typed(request.form, 'deprivation'), why: typed(request.form, 'why') };
      const outcome = await chooseDeprivation(parts, request.person, { authority, ...choice });
      return outcome.kind === 'done'
        ? { kind: 'redirect', to: forecastChoicesAddress(authority) }
        : shown(parts, request, { ...choice, problems: outcome.problems });
    },
  };
}

async function shown(parts: Parts, request: PageRequest, said: ChoiceTypedIn | null): Promise<PageResponse> {
  const { person, params } = request;
  const read = await readForecastChoice(parts, person, params['authority'] ?? '');
  const { authority, effect } = read;
  const history = await readHistory(parts, person, authority.slug, [{ kind: 'forecast choice' }]);
  return {
    kind: 'page',
    template: 'analyse/pages/forecast-choices/forecast-choices.njk',
    title: 'What forecasts use',
    status: said === null ? 200 : 400,
    shell: {
      authority,
      section: 'How categories are decided',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: 'How categories are decided', href: schemeAddress(authority.slug) },
      ],
      sources: effect === null || effect === 'hidden' ? [] : effect.sources,
    },
    view: {
      page: choicesView(read, said, request.may('read how right we were')),
      history: historyView(history),
    },
  };
}
