import { expectOutcome, withdrawExpectation } from '#/analyse/actions/expect-outcome.ts';
import { readSchoolOutlook } from '#/analyse/actions/read-school-outlook.ts';
import type { Parts } from '#/parts.ts';
import { drawContributions } from '#/platform/charts/contribution-chart.ts';
import { prepareDrawing } from '#/platform/charts/draw.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { schoolForecastAddress } from '#/platform/web/forecast-addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { nothingTyped, type Typed } from './expected-view.ts';
import { schoolForecastView } from './school-forecast-view.ts';

const path = '/authorities/:authority/schools/:urn/forecast';

/** What could come next for one school, why, and what officers expect. */
function schoolForecastRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read categories',
    logs: { event: 'read category' },
    prepare: () => prepareDrawing(parts.dataFolder),
    handle: (request) => page(parts, request, nothingTyped),
  };
}

function expectRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/expect`,
    permission: 'expect an outcome',
    logs: { event: 'wrote down what to expect' },
    handle: async (request) => {
      const { form } = request;
      const said = {
        standing: typed(form, 'standing'),
        by: typed(form, 'by'),
        sure: typed(form, 'sure'),
        why: typed(form, 'why'),
      };
      const outcome = await expectOutcome(parts, request.person, { ...placeOf(request), ...said });
      return outcome.kind === 'problems'
        ? page(parts, request, { form: 'expect', ...said, problems: outcome.problems })
        : backTo(request);
    },
  };
}

function withdrawRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/withdraw`,
    permission: 'expect an outcome',
    logs: { event: 'withdrew what to expect' },
    handle: async (request) => {
      const why = typed(request.form, 'why');
      const outcome = await withdrawExpectation(parts, request.person, { ...placeOf(request), why });
      return outcome.kind === 'problems'
        ? page(parts, request, { ...nothingTyped, form: 'withdraw', why, problems: outcome.problems })
        : backTo(request);
    },
  };
}

function backTo(request: PageRequest): PageResponse {
  const { authority, urn } = placeOf(request);
  return { kind: 'redirect', to: `${schoolForecastAddress(authority, urn)}#expected` };
}

async function page(parts: Parts, request: PageRequest, said: Typed): Promise<PageResponse> {
  const { authority: slug, urn } = placeOf(request);
  const read = await readSchoolOutlook(parts, request.person, slug, urn);
  const { authority, school } = read;
  const view = schoolForecastView(read, said);
  const chart = view.reasons?.chart ?? null;
  return {
    kind: 'page',
    template: 'analyse/pages/school-forecast/school-forecast.njk',
    title: view.heading,
    shell: {
      authority,
      section: 'Look ahead',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: school.name, href: schoolAddress(authority.slug, school.urn) },
      ],
      sources: read.sources,
    },
    view: {
      page: view,
      mayReadLists: request.may('read lists of categories'),
      drawn: chart === null ? null : { title: chart.title, svg: await drawContributions(chart) },
    },
    status: said.problems.length === 0 ? 200 : 400,
  };
}

function placeOf({ params }: Pick<PageRequest, 'params'>): {
  readonly authority: string;
  readonly urn: string;
} {
  return { authority: params['authority'] ?? '', urn: params['urn'] ?? '' };
}

/** Every address of a school’s forecast. */
export const schoolForecastRoutes: readonly ((parts: Parts) => Route)[] = [
  schoolForecastRoute,
  expectRoute,
  withdrawRoute,
];
