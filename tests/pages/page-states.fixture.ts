import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import { followsView } from '#/analyse/pages/how-categories-are-decided/follows-view.ts';
import { choiceView } from '#/analyse/pages/how-categories-are-decided/choice-view.ts';
import { schemeView } from '#/analyse/pages/how-categories-are-decided/scheme-view.ts';
import { workedExample } from '#/analyse/pages/how-categories-are-decided/worked-example.ts';
import {
  inventedAuthority,
  inventedInspection,
  inventedReading,
  inventedRegister,
  inventedRows,
  inventedRun,
  inventedScheme,
  inventedSchool,
  inventedSource,
} from '#/analyse/pages/invented.fixture.ts';
import { overviewView } from '#/analyse/pages/overview/overview-view.ts';
import { readListRequest } from '#/analyse/pages/risk-register/list-request.ts';
import { registerView } from '#/analyse/pages/risk-register/register-view.ts';
import { schoolView } from '#/analyse/pages/school-profile/school-view.ts';
import { bugPage, knownErrorPage, notFoundPage } from '#/platform/web/error-page.ts';
import { KnownError } from '#/platform/errors.ts';
import { sourcesView, sourceView } from '#/published/pages/sources/sources-view.ts';
import type { Overview } from '#/schools/actions/overview.ts';
import { authoritiesView } from '#/schools/pages/choose-authority/authorities-view.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { profileOf } from '#/schools/rules/profile.ts';
import { bare, evidence, results } from './school-evidence.fixture.ts';
import { schemeOfAuthority } from './scheme-of-authority.fixture.ts';
import { historyWith } from './history.fixture.ts';

/** A page in one of its states: what the template is given, beside the shell. */
export interface PageState {
  readonly template: string;
  readonly title: string;
  readonly view: object;
}

const { name, slug } = inventedAuthority;

function school(changes: Partial<SchoolRead>): PageState {
  const read: SchoolRead = {
    authority: inventedAuthority,
    run: inventedRun,
    scheme: inventedScheme,
    row: inventedRows[0] ?? null,
    category: 'shown',
    notCounted: [inventedReading()],
    earlier: [],
    evidence,
    sources: [inventedSource],
    invented: true,
    england: [],
    results,
    ...changes,
  };
  const view = schoolView(read);
  const drawn = { timeline: '<svg></svg>', results: view.results.groups.map(() => '<svg></svg>') };
  return {
    template: 'analyse/pages/school-profile/school-profile.njk',
    title: view.name,
    view: {
      school: view,
      drawn,
      forecast: {
        words: 'The chance of being judged below good by 30 June 2020 is about 1 in 8.',
        href: '/forecast',
      },
      intelligence: {
        lead: '3 entries in force that you may know of.',
        rows: [{ about: 'Finance', words: 'Late', source: 'Finance team, 1 May 2019' }],
        often: 'On the register 3 times in 18 months.',
        href: '/intelligence',
      },
      correspondence: null,
    },
  };
}

function register(
  query: Record<string, readonly string[]>,
  changes: Partial<typeof inventedRegister> = {},
): PageState {
  const asked = registerView({ ...inventedRegister, ...changes }, readListRequest(query));
  return {
    template: 'analyse/pages/risk-register/risk-register.njk',
    title: 'Risk register',
    view: { register: asked },
  };
}

const manyRows = Array.from({ length: 250 }, (_, index) => {
  const row = inventedRows[index % inventedRows.length];
  if (row === undefined) throw new RangeError('There are invented rows');
  return { ...row, school: { ...row.school, urn: String(900_100 + index) } };
});

const schoolsOf = (list: readonly Evidence[]): Overview['own'] => ({
  label: name,
  schools: list.length,
  profile: profileOf(list),
});
const england = { label: 'good', number: 77, unit: '%', asAt: '2024-08-31' } as const;
const fullOverview: Overview = {
  authority: inventedAuthority,
  asAt: '2026-04-30',
  own: schoolsOf([
    evidence,
    { ...bare, school: inventedSchool({ urn: '900002', pupils: null, phase: 'secondary' }) },
    {
      ...evidence,
      school: inventedSchool({ urn: '900003' }),
      inspections: [inventedInspection({ category: 'SM', overall: 4 })],
    },
  ]),
  others: schoolsOf([bare]),
  england: [{ ...england, source: 'https://www.gov.uk/statistics', status: 'unconfirmed' }],
  stuck: [{ school: inventedSchool({ district: null }), reason: 'Below good twice.' }],
  sources: [inventedSource],
  invented: true,
};

function overview(changes: Partial<Overview>, read: typeof inventedRegister | null): PageState {
  const view = overviewView({ ...fullOverview, ...changes }, name, slug, read);
  const template = 'analyse/pages/overview/overview.njk';
  return { template, title: 'How schools stand', view: { overview: view } };
}

const scheme = schemeOfAuthority(inventedScheme);
const decided = {
  scheme: schemeView(scheme),
  follows: followsView(scheme),
  history: historyWith(0),
  marks: null,
};
function howDecided(example: boolean): PageState {
  const [row] = inventedRows;
  if (row === undefined) throw new RangeError('There are invented rows');
  const shown = example ? workedExample(row, scheme, slug) : null;
  return {
    template: 'analyse/pages/how-categories-are-decided/how-categories-are-decided.njk',
    title: 'How categories are decided',
    view: { ...decided, choice: choiceView(scheme, example), example: shown },
  };
}

const problem = {
  file: 'x.csv',
  row: null,
  column: null,
  what: 'Not a date',
  whatToDo: 'Compare it',
  severity: 'error',
} as const;
function source(problems: number, changes: Partial<typeof inventedSource> = {}): PageState {
  const view = sourceView(
    { ...inventedSource, problems, ...changes },
    Array.from({ length: problems }, () => problem),
  );
  return { template: 'published/pages/sources/source.njk', title: view.heading, view: { source: view } };
}
const sources = (list: readonly (typeof inventedSource)[]): PageState => ({
  template: 'published/pages/sources/sources.njk',
  title: 'Sources',
  view: sourcesView(list),
});
const choice = (list: readonly (typeof inventedAuthority)[]): PageState => ({
  template: 'schools/pages/choose-authority/choose-authority.njk',
  title: 'Authorities',
  view: authoritiesView(list.map((one, index) => ({ ...one, imported: index === 1 ? null : one }))),
});
const failure = (page: typeof notFoundPage): PageState => ({
  template: 'platform/web/templates/error.njk',
  title: page.title,
  view: { page, again: null },
});

const hostile = '<script>alert("x")</script> & ‘O’Fen’';
const noRun = { run: null, scheme: null, previous: null, rows: [] };

/** Every page in every state that it shows differently. */
export const pageStates: Readonly<Record<string, PageState>> = {
  'the choice of authority': choice([
    inventedAuthority,
    { ...inventedAuthority, name: 'Norfolk', slug: 'norfolk', invented: false },
  ]),
  'the choice of authority before any import': choice([]),
  'the overview': overview({}, inventedRegister),
  'the overview before a run': overview({}, { ...inventedRegister, ...noRun }),
  'the overview for a reader who may not see categories': overview({}, null),
  'the overview with nothing beside it': overview({ others: null, england: [], stuck: [] }, null),
  'the overview of an authority without inspections': overview({ own: schoolsOf([bare]) }, null),
  'the register': register({}),
  'the register, filtered': register({
    phase: ['primary', 'special'],
    category: ['A4'],
    search: ['a'],
    trust: ['gone'],
  }),
  'the register, empty': register({ search: [hostile], district: [hostile] }),
  'the register, its second page': register({ page: ['2'], sort: ['points'] }, { rows: manyRows }),
  'the register, whole': register({ page: ['all'] }, { rows: manyRows }),
  'the register before a run': register({}, noRun),
  'the register of the first run': register({}, { previous: null }),
  'a school': school({
    notCounted: [
      inventedReading({ title: hostile }),
      inventedReading({ state: 'no evidence', points: 0, sources: [], reason: hostile }),
    ],
    earlier: [
      { run: { ...inventedRun, id: 'run-1', scheme: 'gone' }, scheme: null, category: 'B3', points: 20 },
    ],
    england: [
      { measure: 'ks2-rwm-expected', year: 2018, number: 64, source: 'A table', status: 'unconfirmed' },
      {
        measure: 'ks2-rwm-expected',
        year: 2019,
        number: 65,
        source: 'https://example.org/',
        status: 'confirmed',
      },
    ],
  }),
  'a school with a name that would be markup': school({
    evidence: { ...evidence, school: inventedSchool({ name: hostile, trust: hostile }) },
  }),
  'a school whose category is in confidence': school({ row: null, category: 'in confidence' }),
  'a school before a run': school({ row: null, run: null, scheme: null, category: 'not analysed' }),
  'a school that is not in the run': school({ row: null, category: 'not analysed' }),
  'a school without evidence': school({ row: inventedRows[2] ?? null, evidence: bare, results: [] }),
  'how categories are decided': howDecided(true),
  'how categories are decided, without an example': howDecided(false),
  'the sources': sources([inventedSource, { ...inventedSource, id: 'fedcba543210', invented: false }]),
  'the sources before any import': sources([]),
  'a source': source(2, { rowsRead: 5 }),
  'a source with more problems than are shown': source(201),
  'a source without problems': source(0, { setAside: [], rowsRead: 3, invented: false }),
  'an address that leads nowhere': failure(notFoundPage),
  'a fault of the program': failure(bugPage('abc12345')),
  'an authority that is not there': failure(
    knownErrorPage(new KnownError('authority-unknown', 'There is no “<b>”.')),
  ),
};
