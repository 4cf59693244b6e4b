import {
  readEntry,
  readIntelligence,
  readSchoolIntelligence,
} from '#/analyse/actions/intelligence/read-intelligence.ts';
import { takeUpIntelligence } from '#/analyse/actions/intelligence/take-up-intelligence.ts';
import { readTelling, tellOfIntelligence } from '#/analyse/actions/intelligence/tell-of-intelligence.ts';
import type { ActTyped, IntelligenceTyped } from '#/analyse/rules/intelligence/check-intelligence.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { intelligenceAddress, intelligenceEntryAddress } from '#/platform/web/intelligence-addresses.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { entryView, nothingTaken } from './entry-view.ts';
import { registerDownload } from './register-export.ts';
import { registerAsked, registerView } from './register-view.ts';
import { schoolIntelligenceView } from './school-intelligence-view.ts';
import { tellView } from './tell-view.ts';

const path = '/authorities/:authority/intelligence';
const ofSchool = '/authorities/:authority/schools/:urn/intelligence';
const reads = { event: 'read the intelligence register' } as const;

/** What services told of schools: what is in force, what expires, who is on it again and again. */
function registerRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the intelligence register',
    logs: reads,
    handle: async ({ person, params, query }) => {
      const read = await readIntelligence(parts, person, params['authority'] ?? '');
      const { authority } = read;
      return {
        kind: 'page',
        template: 'analyse/pages/intelligence/register.njk',
        title: 'What services told of schools',
        shell: {
          authority,
          section: 'Intelligence',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources: [],
        },
        view: { page: registerView(read, registerAsked(query, read)) },
      };
    },
  };
}

/** The form; a school named in the address is chosen beforehand. */
function tellRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/tell`,
    permission: 'tell of intelligence',
    logs: 'nothing confidential',
    handle: (request) =>
      tellPage(
        parts,
        request,
        {
          ...{ school: request.query['school']?.at(-1) ?? '', kind: '', words: '', source: '', basis: '' },
          ...{ knownOn: '', level: '', named: [], until: '' },
        },
        [],
      ),
  };
}

function tellFormRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/tell`,
    permission: 'tell of intelligence',
    logs: { event: 'told of a school' },
    handle: async (request) => {
      const { form, params, person } = request;
      const authority = params['authority'] ?? '';
      const told: IntelligenceTyped = {
        school: typed(form, 'school'),
        kind: typed(form, 'kind'),
        words: typed(form, 'words'),
        source: typed(form, 'source'),
        basis: typed(form, 'basis'),
        knownOn: typed(form, 'knownOn'),
        level: typed(form, 'level'),
        named: form.fields['named'] ?? [],
        until: typed(form, 'until'),
      };
      const outcome = await tellOfIntelligence(parts, person, { authority, ...told });
      if (outcome.kind === 'problems') return tellPage(parts, request, told, outcome.problems);
      return { kind: 'redirect', to: intelligenceEntryAddress(authority, outcome.urn, outcome.entry) };
    },
  };
}

async function tellPage(
  parts: Parts,
  { person, params }: PageRequest,
  told: IntelligenceTyped,
  problems: readonly FieldProblem[],
): Promise<PageResponse> {
  const read = await readTelling(parts, person, params['authority'] ?? '');
  const { authority } = read;
  return {
    kind: 'page',
    template: 'analyse/pages/intelligence/tell.njk',
    title: 'Tell of a school',
    shell: { authority, section: 'Intelligence', crumbs: crumbsTo(authority), sources: [] },
    view: { page: tellView(read, told, problems) },
    status: problems.length === 0 ? 200 : 400,
  };
}

/** What is known of one school beside its data: its head and chair read what is meant for them. */
function schoolRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: ofSchool,
    permission: 'read the correspondence',
    logs: reads,
    handle: async ({ person, params }) => {
      const asked = { authority: params['authority'] ?? '', urn: params['urn'] ?? '' };
      const read = await readSchoolIntelligence(parts, person, asked);
      const { authority, school } = read;
      const view = schoolIntelligenceView(read);
      return {
        kind: 'page',
        template: 'analyse/pages/intelligence/school-intelligence.njk',
        title: view.heading,
        shell: {
          authority,
          section: 'Intelligence',
          crumbs: [
            homeCrumb,
            { text: authority.name, href: overviewAddress(authority.slug) },
            { text: school.name, href: schoolAddress(authority.slug, school.urn) },
          ],
          sources: [],
        },
        view: { page: view },
      };
    },
  };
}

function entryRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${ofSchool}/:entry`,
    permission: 'read the intelligence register',
    logs: reads,
    handle: (request) => entryPage(parts, request, nothingTaken, []),
  };
}

function takeUpRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${ofSchool}/:entry/take-up`,
    permission: 'tell of intelligence',
    logs: { event: 'took up what was told of a school' },
    handle: async (request) => {
      const { form, person } = request;
      const act: ActTyped = {
        act: typed(form, 'act'),
        why: typed(form, 'why'),
        says: typed(form, 'says'),
        until: typed(form, 'until'),
      };
      const asked = placeOf(request);
      const outcome = await takeUpIntelligence(parts, person, { ...asked, ...act });
      if (outcome.kind === 'problems') return entryPage(parts, request, act, outcome.problems);
      return { kind: 'redirect', to: intelligenceEntryAddress(asked.authority, asked.urn, asked.entry) };
    },
  };
}

async function entryPage(
  parts: Parts,
  request: PageRequest,
  act: ActTyped,
  problems: readonly FieldProblem[],
): Promise<PageResponse> {
  const read = await readEntry(parts, request.person, placeOf(request));
  const { authority, entry } = read;
  const about = [{ kind: 'intelligence', keys: [entry.id] }] as const;
  const view = entryView(read, act, problems);
  return {
    kind: 'page',
    template: 'analyse/pages/intelligence/entry.njk',
    title: view.heading,
    shell: {
      authority,
      section: 'Intelligence',
      crumbs: [...crumbsTo(authority), { text: entry.school, href: view.school.href }],
      sources: [],
    },
    view: {
      page: view,
      history: historyView(await readHistory(parts, request.person, authority.slug, about)),
    },
    status: problems.length === 0 ? 200 : 400,
  };
}

const registerDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read the intelligence register',
  logs: { event: 'exported the intelligence register' },
  take: async ({ person, params, query }) => {
    const read = await readIntelligence(parts, person, params['authority'] ?? '');
    return registerDownload(read, registerAsked(query, read));
  },
}));

function crumbsTo({ slug, name }: { readonly slug: string; readonly name: string }) {
  return [
    homeCrumb,
    { text: name, href: overviewAddress(slug) },
    { text: 'What services told of schools', href: intelligenceAddress(slug) },
  ];
}

function placeOf({ params }: Pick<PageRequest, 'params'>) {
  return {
    authority: params['authority'] ?? '',
    urn: params['urn'] ?? '',
    entry: params['entry'] ?? '',
  };
}

/** Every address of what services told. */
export const intelligenceRoutes: readonly ((parts: Parts) => Route)[] = [
  registerRoute,
  tellRoute,
  tellFormRoute,
  schoolRoute,
  entryRoute,
  takeUpRoute,
  ...registerDownloads,
];
