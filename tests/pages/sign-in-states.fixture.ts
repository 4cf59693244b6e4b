import { inventedAuthority } from '#/analyse/pages/invented.fixture.ts';
import type { DemonstrationPeople, DemonstrationPerson } from '#/people/actions/demonstration-people.ts';
import type { OwnAccount } from '#/people/actions/own-account.ts';
import { accountView } from '#/people/pages/account/account-view.ts';
import { demonstrationView } from '#/people/pages/demonstration-sign-in/demonstration-view.ts';
import { accessibilityView, privacyView } from '#/people/pages/notices/notices-view.ts';
import { permissionsView } from '#/people/pages/permissions/permissions-view.ts';
import { setUpView } from '#/people/pages/set-up/set-up-view.ts';
import { signInView, type Failure, type SignInShown } from '#/people/pages/sign-in/sign-in-view.ts';
import type { PageState } from './page-states.fixture.ts';

const nothing: SignInShown = {
  ...{ to: '/', why: null, name: '', failure: null, demonstration: [], button: null },
  outAtProvider: false,
};
const everything: Partial<SignInShown> = {
  demonstration: ['Fenshire', 'Saltshire'],
  button: 'Sign in with your Fenshire account',
};
const signIn = (changes: Partial<SignInShown>): PageState => ({
  template: 'people/pages/sign-in/sign-in.njk',
  title: 'Sign in',
  view: { signIn: signInView({ ...nothing, ...changes }) },
});
const atProvider: readonly Failure[] = ['unreachable', 'declined', 'not under way', 'failed', 'unknown'];
const failedAtProvider = Object.fromEntries(
  atProvider.map((failure) => [
    `signing in, at the provider: ${failure}`,
    signIn({ ...everything, failure }),
  ]),
);

const setUp = (problems: Parameters<typeof setUpView>[1]): PageState => ({
  template: 'people/pages/set-up/set-up.njk',
  title: 'Set your password',
  view: { setUp: setUpView('jo@example.org', problems) },
});

const head: DemonstrationPerson['roles'][number] = {
  ...{ role: 'headteacher', scopeKind: 'school', scopeName: '900001' },
  schoolName: 'Sedge Lane Primary School',
  ...{ from: '2025-09-01', to: '2026-08-31', why: 'Appointed', saidByName: 'An administrator' },
};
const chair: typeof head = { ...head, role: 'chair', scopeName: '900002', schoolName: null, to: null };
const director: typeof head = { ...head, role: 'director', scopeKind: 'authority', scopeName: '' };
const member: typeof head = { ...head, role: 'elected member', scopeKind: 'division', scopeName: 'Fen End' };
const people: DemonstrationPeople['people'] = [
  { signInName: 'jo', name: 'Jo Marsh', roles: [head, chair] },
  { signInName: 'al', name: 'Al Reed', roles: [director, member] },
  {
    signInName: 'bo',
    name: 'Bo Sedge',
    roles: ['900001', '900002', '900003', '900004'].map((urn) => ({ ...chair, scopeName: urn })),
  },
];
const demonstration = (all: readonly DemonstrationPeople[]): PageState => ({
  template: 'people/pages/demonstration-sign-in/demonstration-sign-in.njk',
  title: 'Sign in as an invented person',
  view: { demonstration: demonstrationView(all, '/') },
});
const ofFenshire: DemonstrationPeople = { authority: inventedAuthority, people };

const began = new Date('2026-05-01T09:00:00Z');
const session = { tokenHash: 'hash', how: 'password', beganAt: began, seenAt: began } as const;
const own: OwnAccount = {
  person: { id: 'p', name: 'Jo Marsh', roles: [] },
  ...{ signInName: 'jo@example.org', demonstration: false, hasPassword: true, dailyMail: true },
  authorities: [
    {
      name: 'Fenshire',
      roles: [head, director],
      links: [{ at: '2026-05-01T09:00:00.000Z', byName: 'An administrator' }],
    },
    { name: 'Saltshire', roles: [], links: [] },
  ],
  sessions: [
    { ...session, thisOne: true },
    { ...session, how: 'provider', thisOne: false },
  ],
};
const account = (
  changes: Partial<OwnAccount>,
  shown: Partial<Parameters<typeof accountView>[1]> = {},
): PageState => ({
  template: 'people/pages/account/account.njk',
  title: 'Your account',
  view: { account: accountView({ ...own, ...changes }, { changed: false, problems: [], ...shown }) },
});

const permissions = (role: string | null): PageState => ({
  template: 'people/pages/permissions/permissions.njk',
  title: 'Who may do what',
  view: { table: permissionsView(role) },
});
const privacy = (contact: string | null): PageState => ({
  template: 'people/pages/notices/privacy.njk',
  title: 'What is kept about you',
  view: { privacy: privacyView(contact) },
});
const accessibility = (contact: string | null): PageState => ({
  template: 'people/pages/notices/accessibility.njk',
  title: 'Accessibility statement',
  view: { accessibility: accessibilityView(contact) },
});

/** Signing in, and what everybody may read: of themselves, of what is kept, of who may do what. */
export const signInStates: Readonly<Record<string, PageState>> = {
  'signing in, by a password only': signIn({}),
  'signing in, by everything there is': signIn(everything),
  'signing in, after a wrong password': signIn({ name: 'jo@example.org', failure: 'password' }),
  'signing in, after the session ended': signIn({ why: 'ended' }),
  'signing in, for a reason that is none': signIn({ why: 'constructed' }),
  'signing in, just signed out, with a provider to sign out at': signIn({
    ...everything,
    why: 'signed-out',
    outAtProvider: true,
  }),
  ...failedAtProvider,
  'setting a password': setUp([]),
  'setting a password, everything wrong': setUp([
    { field: 'password', text: 'Too short.' },
    { field: 'password', text: 'Easily guessed.' },
    { field: 'again', text: 'Not the same.' },
  ]),
  'invented people, of one authority': demonstration([ofFenshire]),
  'invented people, of two authorities': demonstration([
    ofFenshire,
    { authority: { ...inventedAuthority, name: 'Saltshire', slug: 'saltshire' }, people },
  ]),
  'invented people, none': demonstration([]),
  'an account with roles': account({}),
  'an account, just after the password was changed': account({}, { changed: true }),
  'an account, with a password that was not taken': account(
    {},
    {
      problems: [
        { field: 'current', text: 'Not yours.' },
        { field: 'password', text: 'Too short.' },
        { field: 'again', text: 'Not the same.' },
      ],
    },
  ),
  'the account of an invented person, whom no authority invited': account({
    ...{ demonstration: true, hasPassword: false, dailyMail: false, authorities: [] },
    sessions: [{ ...session, how: 'demonstration', thisOne: true }],
  }),
  'who may do what': permissions(null),
  'what a headteacher may do': permissions('headteacher'),
  'what a role that is none may do': permissions('emperor'),
  'what is kept about you': privacy('help@fenshire.example'),
  'what is kept about you, with nobody named to ask': privacy(null),
  accessibility: accessibility('help@fenshire.example'),
  'accessibility, with nobody named to ask': accessibility(null),
};
