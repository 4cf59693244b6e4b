import { inventedAuthority, inventedScheme } from '#/analyse/pages/invented.fixture.ts';
import type { PlanningRead } from '#/diagnose/actions/plan-visits.ts';
import type { AuditsRead, SchoolAudited } from '#/diagnose/actions/read-audits.ts';
import { visitRead } from '#/diagnose/actions/read-visits.ts';
import type { SchoolCategory } from '#/diagnose/actions/school-categories.ts';
import type { NotesRead, SchoolVisits, VisitsRead } from '#/diagnose/actions/visits.ts';
import { auditsView } from '#/diagnose/pages/audits/audits-view.ts';
import { planView, type PlanTyped } from '#/diagnose/pages/plan-visits/plan-view.ts';
import { notesView } from '#/diagnose/pages/visit-notes/notes-view.ts';
import { visitsAsked } from '#/diagnose/pages/visits/visits-asked.ts';
import { visitsView } from '#/diagnose/pages/visits/visits-view.ts';
import { weekView } from '#/diagnose/pages/visits-week/week-view.ts';
import type { VisitKept } from '#/diagnose/records/visits.ts';
import { qualityOf } from '#/diagnose/rules/visits/note-quality.ts';
import { mostBehind, visitsOwed } from '#/diagnose/rules/visits/visits-owed.ts';
import { loadReference } from '#/law/reference.ts';
import { termsOfYear } from '#/law/terms.ts';
import type { PageState } from './page-states.fixture.ts';

const reference = loadReference();
const { visitEntitlements: entitlements, schoolTerms: terms, bankHolidays } = reference;
const today = '2027-02-10';
const schoolYear = 2027;
const [first] = inventedScheme.categories;
const category: SchoolCategory = {
  ...{ code: first?.code ?? '', schemeId: inventedScheme.id, scheme: inventedScheme, group: null },
  ...{ ofConcern: true, ofConcernSince: '2026-09-01', decided: true },
};

const visit = (id: string, on: string, steps: readonly string[], more: Partial<VisitKept> = {}) =>
  visitRead(
    {
      ...{ paper: `00000000-0000-4000-8000-00000000000${id}`, urn: '900001', kind: 'visit' },
      ...{ template: 'note-of-visit', partOf: null, on, time: '09:30', focus: '<script>x</script>' },
      ...{ goes: 'Ann Reed', openedOn: '2026-09-01', openedBy: 'ann' },
      steps: steps.map((step) => ({ step, on, opened: true, words: '' })),
      ...more,
    },
    reference,
    today,
  );
const held = visit('1', '2026-10-05', ['invite', 'hold', 'submit', 'inaccurate']);
const waiting = visit('2', '2027-01-20', ['invite', 'hold']);
const planned = visit('3', '2027-02-11', ['invite'], { time: '' });

const school = (changes: Partial<SchoolVisits> = {}): SchoolVisits => {
  const owed = visitsOwed(
    { category: null, ofConcern: true, ofConcernSince: null },
    [{ kind: 'visit', state: 'held', on: '2026-10-05' }],
    { schoolYear, on: today, entitlements, terms, bankHolidays },
  );
  return {
    ...{ urn: '900001', name: '<script>Sedge Lane</script>', phase: 'primary', district: 'Northmarsh' },
    ...{ category, owed, mostBehind: mostBehind(owed), visits: [held, waiting, planned] },
    ...{ last: waiting, next: planned },
    ...changes,
  };
};
const bare = school({
  ...{ urn: '900002', name: 'Alder Road School', district: null, category: null, owed: [] },
  ...{ mostBehind: null, visits: [], last: null, next: null },
});

const [, term] = termsOfYear(schoolYear, terms);
if (term === undefined) throw new Error('No spring term');
const read: VisitsRead = {
  ...{ authority: inventedAuthority, today, knownOn: today, schoolYear, schoolYears: [2027, 2026], term },
  schools: [school(), bare, school({ urn: '900003', category: { ...category, decided: false } })],
  visitors: [
    { person: 'ann', name: 'Ann Reed', schools: new Set(['900001']) },
    { person: 'bea', name: 'Bea Brook', schools: new Set() },
  ],
};
const list = (query: Record<string, string[]>, mayPlan = true, of = read): PageState => ({
  template: 'diagnose/pages/visits/visits.njk',
  title: 'Visits to schools',
  view: { page: visitsView(of, visitsAsked(query, of), mayPlan) },
});
const many = {
  ...read,
  schools: Array.from({ length: 230 }, (_, index) => school({ urn: String(910000 + index) })),
};

const planning: PlanningRead = {
  ...{ authority: inventedAuthority, today, given: new Set(['900001']) },
  schools: [
    { urn: '900001', name: 'Sedge <b>Lane</b>' },
    { urn: '900002', name: 'Alder Road School' },
  ],
  templates: [{ id: 'note-of-visit', name: 'Note of visit', about: 'Any visit' }],
  visitors: ['Ann Reed'],
  standing: [{ urn: '900001', school: 'Sedge Lane', goes: '', on: '2027-03-01', time: '' }],
};
const typed: PlanTyped = {
  ...{ template: '', focus: '', goes: '', asked: [], whyNoGovernor: '', schools: [], invite: true },
};
const plan = (more: Partial<PlanTyped>, fields: readonly string[] = []): PageState => ({
  template: 'diagnose/pages/plan-visits/plan.njk',
  title: 'Plan visits',
  view: {
    page: planView(
      planning,
      { ...typed, ...more },
      fields.map((field) => ({ field, text: `Wrong ${field}` })),
    ),
  },
});
const two = { schools: ['900001', '900002'].map((urn) => ({ urn, day: 'Sunday', time: '' })) };

const quality = qualityOf(
  'Northmarsh',
  [held, waiting].map(({ submittedOn, answer }) => ({
    ...{ among: 'Northmarsh', dueOn: '2027-01-27', submittedOn, answer, content: {} },
  })),
  today,
);
const notes = (changes: Partial<NotesRead>): PageState => {
  const of: NotesRead = {
    ...{ authority: inventedAuthority, today, schoolYear, schoolYears: [2027] },
    ...{ all: qualityOf('All', [], today), byDistrict: [], byVisitor: [], waiting: [] },
    ...changes,
  };
  return {
    template: 'diagnose/pages/visit-notes/notes.njk',
    title: 'Notes of visits',
    view: { page: notesView(of) },
  };
};

const audited: SchoolAudited = {
  ...{ urn: '900001', name: 'Sedge Lane', district: null, category, reviewedWithinAYear: false },
  audit: { paper: 'a', words: 'being written', on: '2026-11-01', finerGrade: 'A4', approach: 'Support' },
  governance: {
    ...{ paper: 'b', words: 'closed', on: '2026-11-01', carriedOutOn: '2024-10-01', judged: 'Weak' },
  },
};
const audits = (changes: Partial<AuditsRead>, mayWrite = true): PageState => ({
  template: 'diagnose/pages/audits/audits.njk',
  title: 'Audits and reviews of governance',
  view: {
    page: auditsView(
      { authority: inventedAuthority, today, schools: [], areas: [], audits: 0, ...changes },
      mayWrite,
    ),
  },
});

export const visitsStates = {
  'visits to schools': list({}),
  'visits to schools, for somebody who plans none, as of an earlier day': list({ officer: ['ann'] }, false, {
    ...read,
    knownOn: '2026-12-01',
  }),
  'visits to schools, none like that': list({ show: ['behind'], district: ['District not stated'] }),
  'visits to schools, on several pages': list({ page: ['2'] }, true, many),
  'visits to schools, no school': list({}, true, { ...read, schools: [] }),
  'a week of visits': {
    template: 'diagnose/pages/visits-week/week.njk',
    title: 'Week',
    view: { page: weekView(read, { officer: 'ann', monday: '2027-02-08' }, true) },
  },
  'a week without visits': {
    template: 'diagnose/pages/visits-week/week.njk',
    title: 'Week',
    view: { page: weekView(read, { officer: null, monday: '2027-05-03' }, false) },
  },
  'planning visits, schools not chosen': plan({}),
  'planning visits': plan(two),
  'planning visits, everything wrong': plan(two, [
    ...['template', 'focus', 'goes', 'asked', 'why-no-governor', 'schools', 'day-900001', 'time-900001'],
  ]),
  'planning visits, days that speak against it': plan(two, ['day-900001']),
  'notes of visits': notes({
    ...{ all: quality, byDistrict: [quality], byVisitor: [{ ...quality, among: 'Ann Reed' }] },
    waiting: [held, waiting].map((one) => ({ visit: one, school: 'Sedge <b>Lane</b>' })),
  }),
  'notes of visits, none yet': notes({}),
  'audits and reviews of governance': audits({
    schools: [
      audited,
      { ...audited, urn: '900002', name: 'Alder Road School', audit: null, governance: null },
      {
        ...{ ...audited, urn: '900003', name: 'Reed Bank School', reviewedWithinAYear: true },
        audit: { paper: 'c', words: 'final', on: '2026-10-01', finerGrade: '', approach: '' },
        governance: { paper: 'd', words: 'commissioned', on: '2026-10-01', carriedOutOn: null, judged: '' },
      },
    ],
    areas: [{ area: 'Leadership and governance', toImprove: 2, lookedAt: 3 }],
    audits: 3,
  }),
  'audits, for somebody who writes none': audits(
    { schools: [{ ...audited, audit: null, governance: null }] },
    false,
  ),
  'audits, no school of concern': audits({}),
} satisfies Record<string, PageState>;
