import { papersView } from '#/analyse/pages/our-view/papers-view.ts';
import type { OurView } from '#/analyse/actions/our-view.ts';
import type { SchoolReceipts } from '#/analyse/actions/read-receipts.ts';
import {
  inventedAuthority,
  inventedProposal,
  inventedRun,
  inventedSchool,
  inventedScheme,
  inventedSource,
} from '#/analyse/pages/invented.fixture.ts';
import { nothingTyped, ourViewView, type Typed } from '#/analyse/pages/our-view/our-view-view.ts';
import { receiptsView } from '#/analyse/pages/receipts/receipts-view.ts';
import type { Receipt } from '#/analyse/records/correspondence.ts';
import { toldOverTime } from '#/analyse/rules/told.ts';
import { entitlementsOn } from '#/law/entitlements.ts';
import { loadReference } from '#/law/reference.ts';
import type { RoleHolder } from '#/people/records/people-of-school.ts';
import type { OneRequestRead } from '#/schools/actions/requests.ts';
import { nothingTypedIn, requestView, type RequestTypedIn } from '#/schools/pages/request/request-view.ts';
import { askView } from '#/schools/pages/requests/ask-view.ts';
import { requestsView } from '#/schools/pages/requests/requests-view.ts';
import { historyWith } from './history.fixture.ts';
import { pageStates, type PageState } from './page-states.fixture.ts';

type Asked = OurView['requests'][number];
const today = '2026-05-10';
const at = '2026-05-01T19:00:00.000Z';
const school = inventedSchool();
const proposal = inventedProposal();
const { category, meaning, group } = proposal;
const proposed = (run: string, asAt: string, more = {}) => ({
  run,
  asAt,
  ranAt: at,
  category,
  meaning,
  group,
  ...more,
});
const [told, before] = toldOverTime([
  proposed('1', '2025-04-30', { category: 'B3', meaning: 'Requires improvement' }),
  proposed('2', '2026-04-30'),
]);
if (told === undefined || before === undefined) throw new Error('Two categories were told');

const holder: RoleHolder = {
  person: 'head',
  name: 'Jo Marsh',
  email: 'jo@example.org',
  role: 'headteacher',
  heldFor: 'school',
  schools: [school.urn],
  since: '2020-09-01',
  until: null,
  insteadOf: null,
};
const officer: RoleHolder = {
  ...{ ...holder, person: 'officer', name: 'A Reed', role: 'intervention officer' },
  ...{ insteadOf: 'B Sedge', until: '2026-06-01' },
};
const receipt: Receipt = {
  run: '2',
  decision: null,
  urn: school.urn,
  as: 'headteacher',
  person: 'head',
  name: 'Jo Marsh',
  at,
};
const asked: Asked = {
  ...{ id: '1', urn: school.urn, what: 'Your plan', why: 'To read it', dueOn: '2026-05-01' },
  ...{ level: 'school and authority', asked: { person: 'officer', name: 'A Reed', at }, named: [] },
  ...{ steps: [], answers: [], state: 'asked', overdue: true },
};
const step = (of: Asked['steps'][number]['step']): Asked['steps'] => [
  { step: of, why: 'Not needed', person: 'p', name: 'A Reed', at },
];
const over: Asked = {
  ...{ ...asked, id: '2', what: 'Another plan', overdue: false },
  ...{ state: 'withdrawn', steps: step('withdrawn') },
};
const entitlements = entitlementsOn(loadReference().entitlements, {
  scheme: 'norfolk-2013',
  group: 'causing concern',
  on: today,
});
if (entitlements === null) throw new Error('Entitlements of 2013 are kept');

const full: OurView = {
  authority: inventedAuthority,
  school,
  today,
  reader: {
    person: 'head',
    name: 'Jo Marsh',
    readsCategory: true,
    mayAnswer: true,
    mayAsk: false,
    ofTheSchool: true,
  },
  now: { told, run: inventedRun, proposal, decided: null, scheme: inventedScheme },
  beingDecided: null,
  whyNot: 'in confidence',
  before: [{ told: before, scheme: inventedScheme, receipts: [receipt] }],
  leaders: [
    { holder, confirmation: { state: 'outstanding', days: 3 } },
    { holder: { ...holder, person: 'chair', role: 'chair' }, confirmation: { state: 'confirmed', receipt } },
  ],
  replies: [
    {
      number: '1',
      run: '1',
      earlier: true,
      decision: null,
      urn: school.urn,
      side: 'school',
      words: 'We\n\nthink <b>otherwise</b>',
      person: 'head',
      name: 'Jo Marsh',
      at,
    },
    {
      number: '2',
      run: '2',
      earlier: false,
      decision: null,
      urn: school.urn,
      side: 'authority',
      words: 'Why?',
      person: 'o',
      name: 'A Reed',
      at,
    },
  ],
  scheme: inventedScheme,
  entitlements: { kind: 'kept', entitlements },
  asks: { ours: [officer], instead: [], governance: [] },
  requests: [asked, over],
  sources: [inventedSource],
};
const clerk: OurView = {
  ...full,
  reader: { ...full.reader, readsCategory: false, mayAnswer: false },
  ...{ now: null, before: [], replies: [], leaders: [{ holder, confirmation: null }], sources: [] },
  entitlements: { kind: 'kept', entitlements: { ...entitlements, ofGroup: null } },
  asks: { ours: [], instead: [], governance: [] },
};

const slug = inventedAuthority.slug;
const noPapers = { lastVisit: null, nextVisit: null, plan: null, disengagement: null };
const somePaper = { paper: '00000000-0000-4000-8000-000000000001', on: '2026-10-05', words: 'final' };
const somePapers = { lastVisit: somePaper, nextVisit: somePaper, plan: somePaper, disengagement: somePaper };

const ours = (read: OurView, typed: Typed = nothingTyped): PageState => ({
  template: 'analyse/pages/our-view/our-view.njk',
  title: 'Our school',
  view: {
    page: ourViewView(read, typed),
    papers: read.reader.readsCategory
      ? papersView(read.reader.mayAnswer ? somePapers : noPapers, slug, read.school.urn)
      : null,
    history: historyWith(read.requests.length),
  },
});

const one: OneRequestRead = {
  ...{ authority: inventedAuthority, school, request: asked },
  ...{ mayAnswer: true, mayEnd: false, mayReadAnswers: true },
};
const request = (changes: Partial<OneRequestRead>, typed: RequestTypedIn = nothingTypedIn): PageState => ({
  template: 'schools/pages/request/request.njk',
  title: 'Request',
  view: {
    page: requestView({ ...one, ...changes }, typed),
    history: historyWith(changes.request?.steps.length ?? 0),
  },
});

const officers = [{ person: 'officer', name: 'A Reed', schools: new Set([school.urn]) }];
const requests = (rows: readonly Asked[], mayAsk: boolean): PageState => ({
  template: 'schools/pages/requests/requests.njk',
  title: 'Requests',
  view: {
    page: requestsView(
      {
        authority: inventedAuthority,
        requests: rows.map((row) => ({ ...row, school: school.name })),
        officers,
      },
      { officer: null, show: rows.length === 0 ? 'overdue' : null },
      mayAsk,
    ),
  },
});

const nothingAsked = { schools: [], what: '', why: '', due: '', level: '', named: [] };
const ask = (problems: readonly { field: string; text: string }[]): PageState => ({
  template: 'schools/pages/requests/ask.njk',
  title: 'Ask',
  view: {
    page: askView(
      {
        authority: inventedAuthority,
        schools: [school, { urn: '900002', name: 'Another' }],
        given: new Set(['900002']),
        levels: ['school and authority', 'authority', 'named people'],
      },
      nothingAsked,
      problems,
      today,
    ),
  },
});

const receipts = (schools: readonly SchoolReceipts[]): PageState => ({
  template: 'analyse/pages/receipts/receipts.njk',
  title: 'Receipts',
  view: {
    page: receiptsView(
      {
        ...{ authority: inventedAuthority, today, round: null, schools, officers },
        run: schools.length === 0 ? null : inventedRun,
      },
      { officer: null, show: 'known' },
    ),
    remind: { action: '/remind', done: '2' },
  },
});
const known = { urn: school.urn, name: school.name, told, decided: null, scheme: inventedScheme };

/** The school's profile as it is for whoever may open the school's own page. */
const plain = pageStates['a school'];
if (plain === undefined) throw new Error('The profile has a state of that name');
const profile: PageState = {
  ...plain,
  view: {
    ...plain.view,
    correspondence: { href: '/own', confirmations: ['Jo: not yet'], lastReply: { who: 'Jo', words: 'No' } },
  },
};

/** What schools and the authority write to one another, in every state of its pages. */
export const correspondenceStates = {
  'a school, for whoever may open its own page': profile,
  'our view, for a head who has not confirmed': ours(full),
  'our view, with a reply that was not taken': ours(full, {
    words: '',
    problems: [{ field: 'words', text: 'Write it.' }],
  }),
  'our view, for an officer': ours({
    ...full,
    reader: { ...full.reader, person: 'o', mayAnswer: false, mayAsk: true, ofTheSchool: false },
    asks: { ours: [], instead: [{ ...officer, email: null }], governance: [officer] },
    requests: [],
  }),
  'our view, for a clerk': ours(clerk),
  'our view, of a school that is not in the newest analysis': ours({
    ...full,
    ...{ now: null, whyNot: 'not in the newest analysis', leaders: [], replies: [], before: [] },
    entitlements: { kind: 'none kept' },
  }),
  'our view, on a day without entitlements': ours({
    ...full,
    entitlements: { kind: 'not covered', words: 'Not covered.' },
  }),
  'a request, to be answered': request({}),
  'a request, with an answer that was not taken': request(
    {},
    { words: '', why: '', problems: [{ field: 'words', text: 'Write it.' }] },
  ),
  'a request, to be ended': request({
    ...{ mayAnswer: false, mayEnd: true },
    request: {
      ...asked,
      state: 'answered',
      steps: step('answered'),
      answers: [{ words: 'Here', person: 'head', name: 'Jo', at }],
    },
  }),
  'a request, for a clerk': request({
    ...{ mayAnswer: false, mayReadAnswers: false },
    request: { ...asked, state: 'answered', steps: step('answered') },
  }),
  'requests, for an officer': requests([asked, over], true),
  'requests, none like that': requests([], false),
  'asking schools': ask([]),
  'asking schools, everything wrong': ask(
    ['what', 'why', 'due', 'level', 'named', 'schools'].map((field) => ({ field, text: `Wrong ${field}` })),
  ),
  'receipts, of schools with and without leaders': receipts([
    {
      ...known,
      leaders: [{ holder, confirmation: { state: 'outstanding', days: 0 } }],
      lastReply: full.replies[0] ?? null,
    },
    { ...known, name: 'Another', leaders: [], lastReply: null },
  ]),
  'receipts, before the first analysis': receipts([]),
} satisfies Record<string, PageState>;
