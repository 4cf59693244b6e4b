import { inventedAuthority, inventedSchool } from '#/analyse/pages/invented.fixture.ts';
import type { DivisionsImport, DivisionsToBegin } from '#/people/actions/import-divisions.ts';
import type { ImportedPerson, PeopleImport } from '#/people/actions/import-people.ts';
import type { AccessOfAuthority, AccessRead } from '#/people/actions/read-access.ts';
import type { PeopleOfSchoolRead } from '#/people/actions/read-people-of-school.ts';
import type { PeopleRead, PersonPageRead } from '#/people/actions/read-people.ts';
import { accessAsked, accessView } from '#/people/pages/access/access-view.ts';
import { divisionsView } from '#/people/pages/import/divisions-view.ts';
import { askView, outcomeView } from '#/people/pages/import/import-view.ts';
import {
  choicesOf,
  formView,
  nameFields,
  roleFields,
  type FormSaid,
} from '#/people/pages/people/form-view.ts';
import { linkView } from '#/people/pages/people/link-view.ts';
import { peopleAsked, peopleView } from '#/people/pages/people/people-view.ts';
import { personView } from '#/people/pages/people/person-view.ts';
import { schoolPeopleView } from '#/people/pages/people/school-people-route.ts';
import { decisionOn, permissions } from '#/people/rules/decision-table.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { historyWith } from './history.fixture.ts';
import type { PageState } from './page-states.fixture.ts';
import { inventedPerson, inventedRole } from './people.fixture.ts';

const at = '2026-04-20T09:00:00.000Z';
const today = '2026-05-10';
const school = inventedSchool();
const jo = inventedPerson();
const ended = inventedRole({
  ...{ number: '2', standing: 'over', span: { from: '2020-09-01', last: '2025-08-31' } },
  ended: { by: 'p', byName: 'Pearl Linnet', at, lastDay: '2025-08-31', why: '<b>Left</b>' },
});
const toCome = inventedRole({
  ...{ number: '3', role: 'director', name: 'Director', words: 'Director', of: 'the whole authority' },
  ...{ scope: { kind: 'authority', name: '' }, standing: 'to come' },
  span: { from: '2026-06-01', last: '2026-06-30' },
  standsInFor: { id: 'al', name: 'Al Reed' },
});
const stoodIn = inventedRole({
  stoodInBy: [
    { id: 'al', name: 'Al Reed', span: { from: '2026-05-01', last: null } },
    { id: 'bo', name: 'Bo Sedge', span: { from: '2026-06-01', last: '2026-06-05' } },
  ],
});
const al = inventedPerson({
  ...{ id: 'al', name: 'Al Reed', email: null, signedInAt: null },
  roles: [stoodIn, toCome, ended],
});
const gone = inventedPerson({ id: 'bo', name: 'Bo Sedge', roles: [ended] });
const nobodyYet = inventedPerson({ id: 'cy', name: 'Cy Fen', email: null, roles: [] });

const known: PeopleRead = {
  ...{ authority: inventedAuthority, today, people: [al, gone, nobodyYet, jo], schools: [school] },
  ...{ manages: true, tellsSignIn: true },
};
const many = Array.from({ length: 201 }, (_, index) => ({ ...jo, id: String(index) }));
const people = (changes: Partial<PeopleRead>, query: Parameters<typeof peopleAsked>[0] = {}): PageState => ({
  template: 'people/pages/people/people.njk',
  title: 'People',
  view: { list: peopleView({ ...known, ...changes }, peopleAsked(query)) },
});

const read: PersonPageRead = { ...known, person: jo, self: false, toDelegate: [], colleagues: [] };
const person = (changes: Partial<PersonPageRead>, entries = 0, readsLogs = false): PageState => ({
  template: 'people/pages/people/person.njk',
  title: 'Jo Marsh',
  view: { view: personView({ ...read, ...changes }, readsLogs), history: historyWith(entries, readsLogs) },
});

const ofSchool = (changes: Partial<PeopleOfSchoolRead>): PageState => ({
  template: 'people/pages/people/school-people.njk',
  title: 'People of Sedge Lane',
  view: {
    view: schoolPeopleView({
      ...{ authority: inventedAuthority, today, school, manages: true, missing: [] },
      held: [
        { person: jo, role: inventedRole() },
        { person: al, role: toCome },
        { person: gone, role: ended },
      ],
      ...changes,
    }),
  },
});

const invite: FormSaid = {
  heading: 'Invite somebody',
  ...{ lead: 'They become known.', action: '/invite', button: 'Invite' },
  fields: [
    ...nameFields,
    ...roleFields({
      authority: inventedAuthority,
      roles: [{ role: 'chair', name: 'Chair', meaning: 'Leads the governors' }],
      scopes: [
        { kind: 'school', heading: 'Schools', choices: [{ value: 'school 900001', text: 'Sedge Lane' }] },
        { kind: 'trust', heading: 'Trusts', choices: [{ value: 'trust Fen', text: 'Fen Trust' }] },
      ],
    }),
  ],
  back: { text: 'Back', href: '/people' },
};
const end: FormSaid = {
  ...{ ...invite, heading: 'End a role', button: 'End the role', warning: true },
  fields: [
    { id: 'to', label: 'Last day', narrow: true },
    { id: 'role-held', label: 'Your role', choices: choicesOf([{ value: '1', text: 'Chair' }]) },
  ],
};
const form = (
  said: FormSaid,
  typed: Parameters<typeof formView>[1],
  problems: readonly FieldProblem[],
): PageState => ({
  template: 'people/pages/people/people-form.njk',
  title: said.heading,
  view: { form: formView(said, typed, problems) },
});
const wrong = (field: string): FieldProblem => ({ field, text: `Wrong ${field}` });

const access: AccessRead = {
  ...{ person: jo, permission: 'read concerns', level: decisionOn('read concerns').level },
  ...{ condition: 'own schools of concern', by: 'Elected member', of: 'Fen End division' },
  ...{ since: '2025-09-01', until: null, why: 'Elected', givenBy: 'Pearl Linnet', givenAt: at },
  ...{ standsInFor: null, schools: [school.urn] },
};
const grants: readonly AccessRead[] = [
  access,
  { ...access, of: 'Fen North division', schools: ['900002'] },
  { ...access, permission: 'manage people', level: null, condition: 'all', schools: 'all', until: today },
  { ...access, permission: 'read categories', condition: 'all', schools: 'all', standsInFor: 'Al Reed' },
];
const held: AccessOfAuthority = {
  ...{ authority: inventedAuthority, today, grants, schools: [school], people: [jo, al] },
  permissions: permissions.map((permission) => ({ permission, ...decisionOn(permission) })),
};
const whoHasAccess = (query: Parameters<typeof accessAsked>[0], entries = 0): PageState => ({
  template: 'people/pages/access/access.njk',
  title: 'Who has access to what',
  view: { access: accessView(held, accessAsked(query)), history: historyWith(entries) },
});

const rows = ['Fen End', 'Fen North', ''].map((division, index) => {
  const urn = `90000${String(index)}`;
  return { urn, name: `School ${urn}`, division, ward: 'A ward' };
});
const divisions = (
  list: DivisionsToBegin['list'],
  problem: string | null = null,
  problems: DivisionsImport['problems'] = [],
): PageState => ({
  template: 'people/pages/import/divisions.njk',
  title: 'Schools and electoral divisions',
  view: {
    divisions: divisionsView(
      {
        ...{ authority: inventedAuthority, list },
        rows: list === null ? rows.map((row) => ({ ...row, division: '' })) : rows,
      },
      { problem, source: problem === null ? '' : 'Democratic services', problems },
    ),
    history: historyWith(list === null ? 0 : 1),
  },
});
const divided = { source: 'Democratic services', saidAt: at, saidByName: 'Pearl Linnet' };

const added: ImportedPerson = {
  ...{ person: null, name: 'Jo Marsh', email: 'jo@example.org', added: true, calledBefore: null },
  ...{ given: ['Chair, Sedge Lane'], left: [] },
};
const renamed: ImportedPerson = {
  ...{ ...added, person: 'al', added: false, calledBefore: 'Al', given: [] },
  left: ['Headteacher, Sedge Lane', 'Governor, Sedge Lane'],
};
const same: ImportedPerson = { ...renamed, calledBefore: null };
const outcome = (changes: Partial<PeopleImport>): PageState => ({
  template: 'people/pages/import/outcome.njk',
  title: 'A list of people',
  view: {
    outcome: outcomeView(
      {
        ...{ authority: inventedAuthority, rows: 3, problems: [], people: [added, renamed, same] },
        ...{ applied: false, ...changes },
      },
      'Name,"Mail"\n<b>Jo</b>',
    ),
  },
});
const ask = (problems: readonly FieldProblem[]): PageState => ({
  template: 'people/pages/import/ask.njk',
  title: 'Take in a list of people',
  view: { ask: askView(inventedAuthority, problems) },
});

/** People and their roles: lists, each of them, forms, lists taken in, and who has access. */
export const peopleStates: Readonly<Record<string, PageState>> = {
  'people, with a role': people({}),
  'people, whose roles are over': people({}, { show: ['ended'] }),
  'people, everybody, for whoever only reads': people(
    { manages: false, tellsSignIn: false },
    { show: ['everybody'] },
  ),
  'people, searched and nobody found': people({}, { search: ['<nobody>'], role: ['chair'], school: ['1'] }),
  'people, a page in the middle': people({ people: many }, { page: ['2'] }),
  'people, before anybody is known': people({ people: [], schools: [] }),
  'a person': person({}, 2),
  'a person with roles to come and over': person({ person: al }, 3, true),
  'a person whose roles have ended': person({ person: gone }),
  'a person, for whoever only reads': person({ manages: false, tellsSignIn: false, person: al }),
  'a person, of oneself': person({ ...{ self: true, manages: false }, toDelegate: [inventedRole()] }),
  'the people of a school': ofSchool({}),
  'the people of a school, nobody known': ofSchool({
    ...{ held: [], missing: ['head', 'chair'], manages: false },
  }),
  'the people of a school, of whom all are gone': ofSchool({ held: [{ person: gone, role: ended }] }),
  'a form about people': form(invite, {}, []),
  'a form about people, everything wrong': form(
    invite,
    { name: '<b>', email: 'x', role: 'chair', for: 'trust Fen', from: 'soon', to: 'later', why: '' },
    ['person', 'why', 'to', 'from', 'for', 'role', 'email', 'email', 'name'].map(wrong),
  ),
  'a form that ends a role': form(end, {}, []),
  'a form that ends a role, everything wrong': form(end, {}, ['role-held', 'to'].map(wrong)),
  'a set-up link': {
    template: 'people/pages/people/link.njk',
    title: 'A set-up link for Jo Marsh',
    view: {
      link: linkView({ name: 'Jo Marsh', path: '/set-up/x', until: at }, 'https://example.org', '/jo'),
    },
  },
  'who has access, by what may be done': whoHasAccess({ permission: ['read concerns'] }, 1),
  'who has access, by a thing that nobody may do': whoHasAccess({ permission: ['keep the logs'] }),
  'who has access, by a school': whoHasAccess({ school: [school.urn] }),
  'who has access, by a person': whoHasAccess({ person: ['jo'] }),
  'who has access, by a person without any': whoHasAccess({ person: ['al'] }),
  'who has access, by a name of nobody': whoHasAccess({ person: ['nobody'] }),
  'a list of people to take in': ask([]),
  'a list of people that was not taken': ask([{ field: 'file', text: 'Choose a file.' }]),
  'what a list of people would change': outcome({}),
  'what a list of people changed': outcome({ applied: true, people: [{ ...added, person: 'jo' }, renamed] }),
  'a list of people that changes nothing': outcome({ people: [same] }),
  'a list of people with problems': outcome({
    problems: [
      { row: 2, field: 'email', text: 'No mail address.' },
      { row: null, field: 'person', text: 'Empty.' },
    ],
  }),
  'divisions, before anybody said them': divisions(null),
  'divisions, as the newest list has them': divisions(divided),
  'divisions, with a list that could not be read': divisions(divided, 'The list has lines.', [
    { row: 2, text: 'No such school.' },
  ]),
  'divisions, without a file': divisions(null, 'Choose a file.'),
};
