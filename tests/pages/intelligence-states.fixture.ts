import type { EntryRead, IntelligenceRegister } from '#/analyse/actions/intelligence/intelligence-read.ts';
import type { SelfAssessmentRow } from '#/analyse/actions/read-self-assessments.ts';
import { entryView, nothingTaken } from '#/analyse/pages/intelligence/entry-view.ts';
import { registerAsked, registerView } from '#/analyse/pages/intelligence/register-view.ts';
import { schoolIntelligenceView } from '#/analyse/pages/intelligence/school-intelligence-view.ts';
import { tellView } from '#/analyse/pages/intelligence/tell-view.ts';
import { selfAssessmentsView } from '#/analyse/pages/self-assessments/self-assessments-view.ts';
import { inventedAuthority } from '#/analyse/pages/invented.fixture.ts';
import type { PageState } from './page-states.fixture.ts';

const hostile = '<script>alert("x")</script> & ‘O’Fen’';
const today = '2019-06-30';

const entry: EntryRead = {
  ...{ id: '1', urn: '900001', kind: 'finance', source: hostile, basis: 'record', knownOn: '2019-05-01' },
  ...{ level: 'authority', named: [], words: hostile, holdsUntil: '2019-07-10' },
  told: { person: 'officer', name: 'Olu Officer', at: '2019-05-02T09:00:00Z' },
  steps: [],
  ...{ state: 'in force', saysNow: hostile, until: '2019-07-10', lookedAt: false },
  ...{ school: `Sedge ${hostile}`, about: 'Finance', times: 3 },
};
const step = { person: 'officer', name: 'Olu Officer', at: '2019-06-02T09:00:00Z', why: hostile };
const corrected: EntryRead = {
  ...{ ...entry, id: '2', times: 1, lookedAt: true, saysNow: 'It came in time', level: 'named people' },
  steps: [
    { ...step, act: 'looked at', says: null, until: null },
    { ...step, act: 'corrected', says: 'It came in time', until: null },
    { ...step, act: 'renewed', says: null, until: '2020-06-30' },
  ],
};
const withdrawn: EntryRead = { ...entry, id: '3', state: 'withdrawn', times: 1 };

const kinds = [{ id: 'finance', name: 'Finance', covers: 'A deficit', countsForDays: 365 }];
const recurrence = {
  ...{
    urn: '900001',
    entries: 3,
    byKind: [{ kind: 'finance', entries: 3 }],
    months: 18,
    since: '2017-12-30',
  },
  suggests: 'Stage 2',
};
const read: IntelligenceRegister = {
  ...{ authority: inventedAuthority, today, kinds, schools: 431, months: 18, mayTell: true },
  entries: [entry, corrected, withdrawn],
  recurrences: [{ ...recurrence, school: entry.school }],
};

const register = (query: Readonly<Record<string, readonly string[]>>, changes = {}): PageState => ({
  template: 'analyse/pages/intelligence/register.njk',
  title: 'What services told of schools',
  view: { page: registerView({ ...read, ...changes }, registerAsked(query, read)) },
});

const typed = {
  ...{ school: '900001', kind: 'finance', words: hostile, source: hostile, basis: 'told', knownOn: 'x' },
  ...{ level: 'named people', named: ['a'], until: 'y' },
};
const telling = {
  ...{ authority: inventedAuthority, today, kinds, schools: [{ urn: '900001', name: hostile }] },
  levels: ['school and authority', 'authority', 'named people'] as const,
  people: [{ person: 'a', name: 'Ann', role: 'Analyst' }],
};
const allWrong = ['school', 'kind', 'words', 'source', 'basis', 'knownOn', 'level', 'named', 'until'];
const tell = (wrong: readonly string[]): PageState => ({
  template: 'analyse/pages/intelligence/tell.njk',
  title: 'Tell of a school',
  view: {
    page: tellView(
      telling,
      typed,
      wrong.map((field) => ({ field, text: `Wrong: ${field}` })),
    ),
  },
});

const one = (about: EntryRead, may: boolean, wrong: readonly string[] = []): PageState => {
  const page = entryView(
    {
      ...{ authority: inventedAuthority, today, entry: about, months: 18, mayTakeUp: may, mayOpenRound: may },
      namedPeople: about.level === 'named people' ? ['Ann'] : [],
    },
    nothingTaken,
    wrong.map((field) => ({ field, text: `Wrong: ${field}` })),
  );
  return {
    template: 'analyse/pages/intelligence/entry.njk',
    title: page.heading,
    view: { page, history: { title: 'What changed here', entries: [], more: false } },
  };
};

const ground = { nature: 'data', what: 'Key stage 2', on: '2018-12-13' } as const;
const ofSchool = (officer: boolean): PageState => {
  const page = schoolIntelligenceView({
    ...{ authority: inventedAuthority, school: { urn: '900001', name: 'Sedge' }, today, kinds, months: 18 },
    ...{ entries: officer ? read.entries : [], recurrence: officer ? recurrence : null },
    ...{ mayTell: officer, mayOpen: officer },
    restsOn: officer
      ? {
          data: { grounds: 2, newest: ground },
          firstHand: { grounds: 0, newest: null },
          secondHand: { grounds: 1, newest: { nature: 'second-hand', what: hostile, on: '2019-05-01' } },
          grounds: 3,
        }
      : null,
  });
  return {
    template: 'analyse/pages/intelligence/school-intelligence.njk',
    title: page.heading,
    view: { page },
  };
};

const row: SelfAssessmentRow = {
  ...{ urn: '900001', school: hostile, comparison: 'seen otherwise' },
  assessment: {
    ...{
      paper: 'p',
      words: 'seen otherwise by the authority',
      submittedOn: '2019-05-01',
      placed: 'Good',
      why: hostile,
    },
    ...{ authoritySaid: hostile, schoolAnswered: hostile, moderatedBy: 'Olu Officer' },
  },
  decided: { category: 'B3', group: 'requiring improvement' },
  governors: { paper: 'g', words: 'read by the authority', submittedOn: '2019-05-01' },
};
const nothing: SelfAssessmentRow = {
  ...{ urn: '900002', school: 'Reed', comparison: 'not compared' },
  ...{ assessment: null, decided: null, governors: null },
};
const assessments = (rows: readonly SelfAssessmentRow[]): PageState => ({
  template: 'analyse/pages/self-assessments/self-assessments.njk',
  title: 'What schools say of themselves',
  view: {
    page: selfAssessmentsView(
      {
        ...{ authority: inventedAuthority, today, year: 2019, rows },
        acceptances:
          rows.length === 0
            ? []
            : [{ person: 'a', name: hostile, moderated: 3, accepted: 2, acceptedThoughOfConcern: 1 }],
      },
      'all',
    ),
  },
});

/** What services tell of schools, and what schools say of themselves. */
export const intelligenceStates: Readonly<Record<string, PageState>> = {
  'the register of intelligence': register({}),
  'the register of intelligence, everything': register({ show: ['all'] }),
  'the register of intelligence, none like that': register({ search: ['nobody'] }),
  'the register of intelligence before anything was told': register({}, { entries: [], recurrences: [] }),
  'the form to tell of a school': tell([]),
  'the form to tell of a school, with everything wrong': tell(allWrong),
  'an entry that nobody has looked at': one(entry, true, ['act', 'says', 'until', 'why']),
  'an entry for named people, corrected and renewed': one(corrected, true),
  'an entry that was withdrawn': one(withdrawn, false),
  'what services told of a school, for an officer': ofSchool(true),
  'what services told of a school, for its head': ofSchool(false),
  'what schools say of themselves': assessments([row, nothing]),
  'what schools say of themselves, where there are none': assessments([]),
};
