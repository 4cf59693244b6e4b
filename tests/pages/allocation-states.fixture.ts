import { inventedAuthority, inventedRun, inventedScheme } from '#/analyse/pages/invented.fixture.ts';
import type { AllocationRead, HadBy, SchoolAllocated } from '#/diagnose/actions/allocation-read.ts';
import type { OneAdviserRead } from '#/diagnose/actions/read-adviser.ts';
import type { ContactRead } from '#/diagnose/actions/read-contact.ts';
import type { HandOverRead } from '#/diagnose/actions/read-hand-overs.ts';
import { adviserView } from '#/diagnose/pages/adviser/adviser-view.ts';
import { interestView, profileAsSaid, profileView } from '#/diagnose/pages/adviser/speak-view.ts';
import { allocationAsked } from '#/diagnose/pages/allocation/allocation-asked.ts';
import { allocationView } from '#/diagnose/pages/allocation/allocation-view.ts';
import { giveView, givingAsked } from '#/diagnose/pages/allocation/give-view.ts';
import { contactAsked, contactView } from '#/diagnose/pages/contact/contact-view.ts';
import type { ViewsOfPartnersRead } from '#/diagnose/actions/read-views-of-partners.ts';
import type { ViewOfPartnerRead } from '#/diagnose/actions/view-of-partner.ts';
import { nothingTyped, viewOfPartnerView } from '#/diagnose/pages/view-of-partner/view-of-partner-view.ts';
import { viewsView } from '#/diagnose/pages/views-of-partners/views-view.ts';
import type { PartnerView } from '#/diagnose/rules/partner-views/partner-views.ts';
import { contactOf } from '#/diagnose/rules/contact/contact.ts';
import { loadReference } from '#/law/reference.ts';
import { inForceOn } from '#/law/dated.ts';
import { schoolWith } from '#/schools/rules/school.fixture.ts';
import type { PageState } from './page-states.fixture.ts';

const today = '2026-11-22';
const settings = inForceOn('allocation', loadReference().allocation, today);
const said = { person: 'ann', name: 'Ann Reed', at: '2026-09-01T09:00:00.000Z' };
const had: HadBy = {
  ...{ number: '1', person: 'ann', name: 'Ann Reed', role: 'intervention officer', why: 'For a year' },
  ...{ alone: true, from: '2025-09-01', last: null },
};
const profile = {
  ...{
    person: 'ann',
    organisation: 'Fen Advisers',
    independent: true,
    phases: ['primary', 'special'] as const,
  },
  ...{ qualifications: 'Led two schools', experience: '', capacity: 1, from: '2025-09-01', said },
};

const school = (urn: string, changes: Partial<SchoolAllocated> = {}): SchoolAllocated => ({
  ...{ urn, school: schoolWith({ urn, name: `School ${urn}` }), concern: 5, points: 3, doubts: [] },
  standing: {
    ...{
      category: 'D2',
      group: 'causing concern',
      ofConcern: true,
      tone: 'high',
      by: 'decided',
      on: '2026-09-10',
    },
  },
  wanted: { role: 'intervention officer', because: 'It causes concern.' },
  given: [{ person: 'ann', name: 'Ann Reed', role: 'intervention officer', since: '2025-09-01' }],
  gap: null,
  had: [{ ...had, person: 'bea', name: 'Bea Marsh', from: '2022-09-01', last: '2025-08-31' }, had],
  continuity: { people: 2, changes: 1, tooOften: false },
  ...changes,
});

const gap: Partial<SchoolAllocated> = {
  ...{ given: [], had: [], continuity: { people: 0, changes: 0, tooOften: false } },
  gap: { gap: 'nobody', because: 'It should have an intervention officer, and has nobody.' },
};
const doubted: Partial<SchoolAllocated> = {
  doubts: [
    { kind: 'phase', weight: 'needs a reason', urn: '900003', text: 'Ann Reed knows primary schools only.' },
  ],
  gap: { gap: 'two', because: 'It has two.' },
  continuity: { people: 3, changes: 2, tooOften: true },
};

const full: AllocationRead = {
  ...{ authority: inventedAuthority, today, run: inventedRun, scheme: inventedScheme, settings },
  schools: [
    ...Array.from({ length: 11 }, (_, index) => school(String(900010 + index), gap)),
    school('900001'),
    school('900003', doubted),
    school('900004', { standing: null, wanted: { role: 'challenge partner', because: 'It is not known.' } }),
  ],
  advisers: [
    {
      ...{ person: 'ann', name: 'Ann Reed', roles: ['intervention officer'], profile, interests: [] },
      schools: ['900001', '900003'],
      caseload: { schools: 2, ofConcern: 2, capacity: 1, over: 1, free: 0 },
    },
    {
      ...{ person: 'bea', name: 'Bea Marsh', roles: ['challenge partner'], profile: null, interests: [] },
      ...{ schools: [], caseload: { schools: 0, ofConcern: 0, capacity: null, over: 0, free: null } },
    },
  ],
  ...{ mayAllocate: true, readsInterests: true },
};
const empty: AllocationRead = {
  ...full,
  ...{ run: null, scheme: null, schools: [], advisers: [], mayAllocate: false },
};

const list = (read: AllocationRead, query: Record<string, string[]> = {}): PageState => ({
  template: 'diagnose/pages/allocation/allocation.njk',
  title: 'Who has which schools',
  view: { page: allocationView(read, allocationAsked(query, read)) },
});

const give = (wrong: boolean): PageState => ({
  template: 'diagnose/pages/allocation/give.njk',
  title: 'Give schools',
  view: {
    page: giveView(full, givingAsked(wrong ? {} : { of: ['ann'] }, full), {
      problems: wrong
        ? ['schools', 'to', 'from', 'replaces', 'why', 'despite'].map((field) => ({
            field,
            text: `Wrong ${field}`,
          }))
        : [],
      doubts: wrong ? [{ kind: 'capacity', weight: 'needs a reason', urn: null, text: 'Too many.' }] : [],
    }),
  },
});

const interest = { person: 'ann', urn: '900004', what: 'Governor', from: '2025-09-01', until: null, said };
const adviser: OneAdviserRead = {
  ...{ authority: inventedAuthority, today, scheme: inventedScheme, settings, mayAllocate: true },
  ...{
    person: 'ann',
    name: 'Ann Reed',
    adviser: full.advisers[0] ?? null,
    profile,
    profiles: [profile, profile],
  },
  interests: { now: [interest], before: [{ ...interest, until: '2026-01-01' }] },
  schools: [school('900001'), school('900003', doubted)],
  others: [{ school: school('900010', gap), had: { ...had, last: '2026-08-31' } }],
  open: [{ urn: '900001', name: 'School 900001' }],
  ...{ self: false, maySpeak: true },
};
const handOver: HandOverRead = {
  ...{ urn: '900001', school: 'School 900001', on: '2026-12-31', paper: null },
  ...{ from: { person: 'ann', name: 'Ann Reed' }, to: { person: 'bea', name: 'Bea Marsh' } },
};
const paper = {
  ...{ id: '00000000-0000-4000-8000-000000000000', state: 'handed-over', over: false, dueOn: null },
  words: 'waiting for whoever takes over',
};

const one = (read: OneAdviserRead, ...more: readonly HandOverRead[]): PageState => ({
  template: 'diagnose/pages/adviser/adviser.njk',
  title: 'Ann Reed',
  view: {
    page: adviserView(read, {
      toWrite: more,
      toTake: more.map((note) => ({ ...note, school: 'Another', to: null, paper })),
    }),
  },
});

const contact: ContactRead = {
  ...{ authority: inventedAuthority, today, scheme: inventedScheme, settings, advisers: full.advisers },
  schools: [school('900001'), school('900004', { standing: null, given: [] })].map((read, index) => ({
    ...read,
    contact: contactOf(
      index === 0 ? [{ urn: read.urn, on: '2026-08-01', kind: 'visit', by: 'Ann Reed' }] : [],
      { tone: 'high', today, without: settings.withoutContact },
    ),
  })),
};
const inTouch = (query: Record<string, string[]>): PageState => ({
  template: 'diagnose/pages/contact/contact.njk',
  title: 'Contact with schools',
  view: { page: contactView(contact, contactAsked(query, contact)) },
});

const ratings = { credibility: 4, challenge: 2, consistency: 1 };
const rated: PartnerView & { readonly partnerName: string } = {
  ...{
    urn: '900001',
    partner: 'ann',
    schoolYear: 2027,
    term: 'autumn',
    ratings,
    comment: '<script>x</script>',
  },
  ...{ as: 'chair', at: '2026-11-02T09:00:00.000Z', name: 'Cy Fen', partnerName: 'Ann Reed' },
};
const ofPartner: ViewOfPartnerRead = {
  ...{
    authority: inventedAuthority,
    today,
    school: { urn: '900001', name: '<b>Sedge</b>' },
    heldBackBelow: 5,
  },
  partners: [{ person: 'ann', name: 'Ann Reed' }],
  said: [rated, { ...rated, comment: '', as: 'headteacher', partnerName: null }],
};
const saying = (changes: Partial<ViewOfPartnerRead> = {}, wrong: readonly string[] = []): PageState => ({
  template: 'diagnose/pages/view-of-partner/view-of-partner.njk',
  title: 'What the school thinks of its challenge partner',
  view: {
    page: viewOfPartnerView(
      { ...ofPartner, ...changes },
      nothingTyped,
      wrong.map((field) => ({ field, text: `Wrong ${field}` })),
    ),
  },
});
const averaged = { schoolYear: 2027, schools: 1, averages: ratings };
const ofPartners: ViewsOfPartnersRead = {
  ...{ authority: inventedAuthority, today, heldBackBelow: 5, own: null },
  all: {
    partners: [
      { person: 'ann', name: 'Ann Reed', has: 2, years: [averaged, { ...averaged, schoolYear: 2026 }] },
      { person: 'bea', name: 'Bea Marsh', has: 1, years: [] },
    ],
    views: [
      { ...rated, school: '<b>Sedge</b>' },
      { ...rated, school: 'Alder', comment: '' },
    ],
  },
};
const views = (changes: Partial<ViewsOfPartnersRead>): PageState => ({
  template: 'diagnose/pages/views-of-partners/views.njk',
  title: 'How schools rate challenge partners',
  view: { page: viewsView({ ...ofPartners, ...changes }) },
});

/** Who has which schools, in every state of its pages. */
export const allocationStates = {
  'allocation, with gaps and too many schools': list(full),
  'allocation, filtered': list(full, { show: ['doubts'], search: ['900003'] }),
  'allocation, nothing like that': list(full, { search: ['nothing'] }),
  'allocation, before anything is known': list(empty),
  'giving schools': give(false),
  'giving schools, everything wrong': give(true),
  'an adviser': one(adviser, handOver),
  'an adviser, for a colleague who may not know more': one({
    ...adviser,
    ...{ interests: null, profile: null, profiles: [], maySpeak: false, mayAllocate: false },
    ...{ schools: [], others: [], adviser: null },
  }),
  'an adviser, schools that could not be taken': {
    ...one(adviser),
    view: {
      page: adviserView(
        adviser,
        { toWrite: [], toTake: [] },
        {
          asked: { schools: ['900001'], lastDay: 'soon', why: '' },
          problems: ['schools', 'last-day', 'why'].map((field) => ({ field, text: `Wrong ${field}` })),
        },
      ),
    },
  },
  'what an adviser brings': {
    template: 'diagnose/pages/adviser/profile.njk',
    title: 'Profile',
    view: { page: profileView(adviser, profileAsSaid(adviser), []) },
  },
  'what an adviser brings, everything wrong': {
    template: 'diagnose/pages/adviser/profile.njk',
    title: 'Profile',
    view: {
      page: profileView(
        { ...adviser, self: true, profile: null },
        profileAsSaid({ profile: null }),
        ['phases', 'organisation', 'independent', 'qualifications', 'experience', 'capacity', 'from'].map(
          (field) => ({ field, text: `Wrong ${field}` }),
        ),
      ),
    },
  },
  'an interest, everything wrong': {
    template: 'diagnose/pages/adviser/interest.njk',
    title: 'Interest',
    view: {
      page: interestView(
        adviser,
        { school: '', what: '', from: '', until: '' },
        ['school', 'what', 'from', 'until'].map((field) => ({ field, text: `Wrong ${field}` })),
      ),
    },
  },
  'what a school thinks of its partner': saying(),
  'what a school thinks of its partner, everything wrong': saying(
    { partners: [...ofPartner.partners, { person: 'bea', name: 'Bea Marsh' }], said: [] },
    ['partner', 'credibility', 'challenge', 'consistency', 'comment'],
  ),
  'what a school thinks of its partner, without one': saying({ partners: [] }),
  'how schools rate partners': views({}),
  'how schools rate partners, before anything is known': views({ all: { partners: [], views: [] } }),
  'how schools rate partners, for a partner': views({ all: null, own: [averaged] }),
  'how schools rate partners, for a partner of whom too few spoke': views({ all: null, own: [] }),
  'contact with schools': inTouch({}),
  'contact with schools, none like that': inTouch({ show: ['concern'], who: ['bea'] }),
} satisfies Record<string, PageState>;
