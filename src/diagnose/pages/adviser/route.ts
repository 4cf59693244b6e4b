import type { AllocationProblem } from '#/diagnose/actions/allocate.ts';
import { readAdviser, type OneAdviserRead } from '#/diagnose/actions/read-adviser.ts';
import { readHandOvers } from '#/diagnose/actions/read-hand-overs.ts';
import {
  declareInterest,
  sayProfile,
  type InterestTyped,
  type ProfileTyped,
} from '#/diagnose/actions/speak-of-adviser.ts';
import { takeSchools } from '#/diagnose/actions/take-schools.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import { adviserAddress, allocationAddress } from '#/platform/web/allocation-addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { adviserView } from './adviser-view.ts';
import { interestView, profileAsSaid, profileView } from './speak-view.ts';

const path = '/authorities/:authority/allocation/:adviser';

const asked = ({ params }: PageRequest) => ({
  authority: params['authority'] ?? '',
  id: params['adviser'] ?? '',
});

/** The page, or one of its forms, with whatever was wrong. */
async function pageOf(
  parts: Parts,
  request: PageRequest,
  template: 'adviser' | 'profile' | 'interest',
  view: (read: OneAdviserRead) => object | Promise<object>,
  problems: readonly AllocationProblem[] = [],
): Promise<PageResponse> {
  const read = await readAdviser(parts, request.person, asked(request));
  const { authority, person, name } = read;
  return {
    kind: 'page',
    template: `diagnose/pages/adviser/${template}.njk`,
    title: template === 'adviser' ? name : `${name}: ${template}`,
    shell: {
      ...{ authority, section: 'Allocation', sources: [] },
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        {
          text: 'Who has which schools',
          href: allocationAddress(authority.slug),
          permission: 'read the allocation',
        },
        ...(template === 'adviser' ? [] : [{ text: name, href: adviserAddress(authority.slug, person) }]),
      ],
    },
    view: { page: await view(read) },
    status: problems.length === 0 ? 200 : 400,
  };
}

async function handOversOf(parts: Parts, { person: reader }: PageRequest, read: OneAdviserRead) {
  const schools = [...read.schools, ...read.others.map(({ school }) => school)];
  return readHandOvers(parts, reader, {
    authority: read.authority.slug,
    person: read.person,
    schools: [...new Set(schools)],
  });
}

/** One officer or partner: schools, hand-overs, what they bring, interests. */
function adviserRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'open the page of an adviser',
    logs: { event: 'read the allocation' },
    handle: (request) =>
      pageOf(parts, request, 'adviser', async (read) =>
        adviserView(read, await handOversOf(parts, request, read)),
      ),
  };
}

function takeSchoolsRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/take`,
    permission: 'allocate officers',
    logs: { event: 'took schools' },
    handle: async (request) => {
      const { authority, id } = asked(request);
      const { form } = request;
      const taking = {
        schools: form.fields['schools'] ?? [],
        lastDay: typed(form, 'last-day'),
        why: typed(form, 'why'),
      };
      const to = (person: string) => adviserAddress(authority, person);
      const outcome = await takeSchools(parts, request.person, {
        ...{ authority, pageOf: to, from: id },
        ...taking,
      });
      if (outcome.kind === 'done') return { kind: 'redirect', to: to(id) };
      const { problems } = outcome;
      const view = async (read: OneAdviserRead) =>
        adviserView(read, await handOversOf(parts, request, read), { asked: taking, problems });
      return pageOf(parts, request, 'adviser', view, problems);
    },
  };
}

function profileRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/profile`,
    permission: 'speak of advisers',
    logs: { event: 'read the allocation' },
    handle: (request) =>
      pageOf(parts, request, 'profile', (read) => profileView(read, profileAsSaid(read), [])),
  };
}

function sayProfileRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/profile`,
    permission: 'speak of advisers',
    logs: { event: 'said what an adviser brings' },
    handle: async (request) => {
      const { authority, id } = asked(request);
      const { form } = request;
      const said: ProfileTyped = {
        organisation: typed(form, 'organisation'),
        independent: typed(form, 'independent'),
        phases: form.fields['phases'] ?? [],
        qualifications: typed(form, 'qualifications'),
        experience: typed(form, 'experience'),
        capacity: typed(form, 'capacity'),
        from: typed(form, 'from'),
      };
      const outcome = await sayProfile(parts, request.person, { authority, of: id, ...said });
      if (outcome.kind === 'done') return { kind: 'redirect', to: adviserAddress(authority, id) };
      const { problems } = outcome;
      return pageOf(parts, request, 'profile', (read) => profileView(read, said, problems), problems);
    },
  };
}

const noInterest: InterestTyped = { school: '', what: '', from: '', until: '' };

function interestRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/interest`,
    permission: 'speak of advisers',
    logs: { event: 'read the allocation' },
    handle: (request) => pageOf(parts, request, 'interest', (read) => interestView(read, noInterest, [])),
  };
}

function declareInterestRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/interest`,
    permission: 'speak of advisers',
    logs: { event: 'declared an interest' },
    handle: async (request) => {
      const { authority, id } = asked(request);
      const { form } = request;
      const said: InterestTyped = {
        school: typed(form, 'school'),
        what: typed(form, 'what'),
        from: typed(form, 'from'),
        until: typed(form, 'until'),
      };
      const outcome = await declareInterest(parts, request.person, { authority, of: id, ...said });
      if (outcome.kind === 'done') return { kind: 'redirect', to: adviserAddress(authority, id) };
      const { problems } = outcome;
      return pageOf(parts, request, 'interest', (read) => interestView(read, said, problems), problems);
    },
  };
}

/** Every address of one officer or partner. */
export const adviserRoutes: readonly ((parts: Parts) => Route)[] = [
  adviserRoute,
  takeSchoolsRoute,
  profileRoute,
  sayProfileRoute,
  interestRoute,
  declareInterestRoute,
];
