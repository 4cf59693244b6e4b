import { allocate } from '#/diagnose/actions/allocate.ts';
import type { GivingTyped } from '#/diagnose/actions/giving-typed.ts';
import { readAllocation } from '#/diagnose/actions/read-allocation.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { adviserAddress, allocationAddress } from '#/platform/web/allocation-addresses.ts';
import { downloads } from '#/platform/web/download-routes.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb, type ShellAuthority } from '#/platform/web/shell.ts';
import { allocationAsked } from './allocation-asked.ts';
import { allocationDownload } from './allocation-export.ts';
import { allocationView } from './allocation-view.ts';
import { giveView, givingAsked } from './give-view.ts';

const path = '/authorities/:authority/allocation';

function shellOf(authority: ShellAuthority, within: boolean) {
  const crumbs = [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }];
  return {
    ...({ authority, section: 'Allocation', sources: [] } as const),
    crumbs: within
      ? [...crumbs, { text: 'Who has which schools', href: allocationAddress(authority.slug) }]
      : crumbs,
  };
}

/** Who has which schools, where somebody is missing, and how much each has to do. */
function allocationRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the allocation',
    logs: { event: 'read the allocation' },
    handle: async ({ person, params, query }) => {
      const read = await readAllocation(parts, person, params['authority'] ?? '');
      return {
        kind: 'page',
        template: 'diagnose/pages/allocation/allocation.njk',
        title: 'Who has which schools',
        shell: shellOf(read.authority, false),
        view: { page: allocationView(read, allocationAsked(query, read)) },
      };
    },
  };
}

/** The form; schools named in the address are chosen beforehand, or all of somebody. */
function giveRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/give`,
    permission: 'allocate officers',
    logs: { event: 'read the allocation' },
    handle: (request) => givePage(parts, request, null),
  };
}

function giveSchoolsRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/give`,
    permission: 'allocate officers',
    logs: { event: 'gave schools' },
    handle: async (request) => {
      const { form, params, person } = request;
      const authority = params['authority'] ?? '';
      const asked: GivingTyped = {
        schools: form.fields['schools'] ?? [],
        to: typed(form, 'to'),
        from: typed(form, 'from'),
        replaces: typed(form, 'replaces'),
        why: typed(form, 'why'),
        despite: typed(form, 'despite'),
      };
      const pageOf = (of: string) => adviserAddress(authority, of);
      const outcome = await allocate(parts, person, { authority, pageOf, ...asked });
      if (outcome.kind === 'problems') return givePage(parts, request, { asked, ...outcome });
      return { kind: 'redirect', to: pageOf(outcome.person) };
    },
  };
}

async function givePage(
  parts: Parts,
  { person, params, query }: PageRequest,
  refused: ({ readonly asked: GivingTyped } & Parameters<typeof giveView>[2]) | null,
): Promise<PageResponse> {
  const read = await readAllocation(parts, person, params['authority'] ?? '');
  const asked = refused?.asked ?? givingAsked(query, read);
  return {
    kind: 'page',
    template: 'diagnose/pages/allocation/give.njk',
    title: 'Give or move schools',
    shell: shellOf(read.authority, true),
    view: { page: giveView(read, asked, refused ?? { problems: [], doubts: [] }) },
    status: refused === null ? 200 : 400,
  };
}

const allocationDownloads = downloads((parts: Parts) => ({
  path,
  permission: 'read the allocation',
  logs: { event: 'exported the allocation' },
  take: async ({ person, params, query }) => {
    const read = await readAllocation(parts, person, params['authority'] ?? '');
    return allocationDownload(read, allocationAsked(query, read));
  },
}));

/** Every address of who has which schools. */
export const allocationRoutes: readonly ((parts: Parts) => Route)[] = [
  allocationRoute,
  giveRoute,
  giveSchoolsRoute,
  ...allocationDownloads,
];
