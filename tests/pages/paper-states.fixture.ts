import { inventedAuthority } from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { asRead, givenIn } from '#/papers/actions/papers-known.ts';
import type { OnePaperRead } from '#/papers/actions/papers.ts';
import { openView } from '#/papers/pages/open-paper/open-view.ts';
import { noStepTyped, paperView, type StepTypedIn } from '#/papers/pages/paper/paper-view.ts';
import { papersView } from '#/papers/pages/papers/papers-view.ts';
import { versionsAsked, versionsView } from '#/papers/pages/versions/versions-view.ts';
import { writeView, type Writing } from '#/papers/pages/write-paper/write-view.ts';
import type { PaperKept } from '#/papers/records/papers.ts';
import { stepsOpenTo } from '#/papers/rules/steps-open-to.ts';
import type { Content } from '#/papers/rules/template.ts';
import { agreedInAPaper } from './action-states.fixture.ts';
import { historyWith } from './history.fixture.ts';
import type { PageState } from './page-states.fixture.ts';

const hostile = '<script>alert("x")</script>';
const parts = { reference: loadReference, today: () => '2026-06-26' };
const school = { urn: '900001', name: `Sedge ${hostile} Primary School` };
const at = '2026-06-22T09:00:00.000Z';
const by = { person: 'officer', name: 'A Reed', on: '2026-06-22', keptAt: at };
const content: Content = {
  focus: `Attendance\n\n${hostile}`,
  asked: ['Headteacher'],
  present: [{ key: 'a1', name: 'Jo Marsh', as: 'Headteacher' }],
  'next-visit': '2026-10-01',
};
const version = (number: number, says: Content) => ({
  ...{ number, aboutOn: '2026-06-10', content: says },
  ...{ person: 'officer', name: 'A Reed', savedAt: at },
});

function kept(changes: Partial<PaperKept>): PaperKept {
  return {
    ...{ id: '00000000-0000-4000-8000-000000000000', urn: school.urn, kind: 'visit', side: 'authority' },
    ...{ template: 'note-of-visit', partOf: null, opened: by, steps: [], newest: version(2, content) },
    ...changes,
  };
}

const file = (id: string, removed: OnePaperRead['files'][number]['removed']) => ({
  ...{ id, name: `Plan ${hostile}.pdf`, type: 'application/pdf', bytes: 1_234_567, version: 1 },
  ...{ by: 'A Reed', keptAt: at, removed },
});

const step = (name: string, words = '') => ({
  ...{ step: name, for: 'authority' as const, opened: true, version: 1, words },
  ...{ ...by, on: '2026-06-20' },
});

function read(changes: Partial<PaperKept> = {}, more: Partial<OnePaperRead> = {}): OnePaperRead {
  const paper = asRead(parts, kept(changes), school.name);
  const { state, isOpened } = paper.standing;
  const asked = { state, isOpened, taken: [], person: 'officer', missing: 2 };
  return {
    ...{ authority: inventedAuthority, school, paper, partOf: null, parts: [] },
    versions: [version(1, {}), version(2, content)],
    files: [file('1', null), file('2', { version: 2, by: 'A Reed', why: hostile })],
    ...{ sides: ['authority'], given: givenIn(parts, paper, null), mayWrite: true },
    missing: [
      { field: 'about-on', text: 'Say which day it is about.' },
      { field: 'findings', text: `What was found: ${hostile}` },
    ],
    steps: stepsOpenTo(paper.process, { ...asked, sides: ['authority'] }),
    ...more,
  };
}

const paperPage = (of: OnePaperRead, typed: StepTypedIn = noStepTyped): PageState => ({
  template: 'papers/pages/paper/paper.njk',
  title: 'A paper',
  view: { page: paperView(of, typed), agreed: agreedInAPaper, history: historyWith(2) },
});

const form = (of: OnePaperRead, changes: Partial<Writing> = {}): PageState => {
  const nothing = { problems: [], isSaved: false, changed: null };
  const writing = {
    content: of.paper.newest?.content ?? {},
    aboutOn: '2026-06-10',
    basedOn: 2,
    ...nothing,
    ...changes,
  };
  let rows = 0;
  const newKey = () => `new${String((rows += 1))}`;
  return {
    template: 'papers/pages/write-paper/write.njk',
    title: 'A form',
    view: { page: writeView(of, writing, { today: parts.today(), newKey }) },
  };
};

const listed = (
  papers: readonly OnePaperRead[],
  toOpen = [{ kind: 'visit', name: 'note of visit' }],
): PageState => ({
  template: 'papers/pages/papers/papers.njk',
  title: 'Papers',
  view: {
    page: papersView({
      authority: inventedAuthority,
      school,
      papers: papers.map(({ paper }) => paper),
      toOpen,
    }),
  },
});

const opening = (templates: number, problems = false): PageState => ({
  template: 'papers/pages/open-paper/open-paper.njk',
  title: 'Begin',
  view: {
    page: openView(
      {
        ...{
          authority: inventedAuthority,
          school,
          process: { kind: 'visit', name: 'note of visit', about: true },
        },
        templates: Array.from({ length: templates }, (_, index) => ({
          id: String(index),
          name: hostile,
          about: 'About',
        })),
      },
      {
        ...{ template: '1', about: 'soon', partOf: undefined },
        problems: problems
          ? ['template', 'about-on'].map((field) => ({ field, text: `Choose ${field}` }))
          : [],
      },
      parts.today(),
    ),
  },
});

const versions = (of: OnePaperRead): PageState => ({
  template: 'papers/pages/versions/versions.njk',
  title: 'Versions',
  view: { page: versionsView(of, versionsAsked(of, {})) },
});

const held = read({ steps: [step('invite'), step('hold')] });
const assessed = read({ kind: 'self-assessment', side: 'school', template: 'self-assessment', newest: null });
const over = read(
  { steps: [step('invite'), step('cancel', `Snow\n\n${hostile}`)] },
  { mayWrite: false, steps: [] },
);

/** Papers in the states their pages know. */
export const paperStates: Readonly<Record<string, PageState>> = {
  'papers of a school': listed([held, over]),
  'papers of a school that has none': listed([], []),
  'a paper that waits, late': paperPage(held),
  'a paper that is over': paperPage(over),
  'a paper in which nothing is written': paperPage(assessed),
  'a paper with its parts': paperPage({ ...held, parts: [over.paper], partOf: over.paper }),
  'a step that was not taken': paperPage(read({ steps: [step('invite')] }), {
    ...{ step: 'cancel', words: '', on: 'soon' },
    problems: ['words', 'on', 'step'].map((field) => ({ field, text: `Not so, ${field} ${hostile}` })),
  }),
  'a file that was not taken': paperPage(held, {
    ...{ step: 'file', words: '', on: '' },
    problems: [{ field: 'file', text: `Not so ${hostile}` }],
  }),
  'a file that was not taken out': paperPage(held, {
    ...{ step: 'remove-1', words: '', on: '' },
    problems: [{ field: 'why', text: `Say why ${hostile}` }],
  }),
  'the form of a note': form(held),
  'the form of a paper with given rows': form(assessed),
  'a form with problems': form(held, {
    problems: ['about-on', 'focus', 'asked', 'present', 'present.a1.name', 'risk', 'time'].map((field) => ({
      field,
      text: `Not so, ${field} ${hostile}`,
    })),
  }),
  'a form that was saved and not submitted': form(held, { isSaved: true, problems: held.missing }),
  'a form that somebody changed meanwhile': form(held, {
    changed: {
      ...{ kind: 'changed meanwhile', newest: version(3, { focus: 'Behaviour' }) },
      merged: { content, aboutOn: null },
    },
  }),
  'beginning a paper by one of several forms': opening(3),
  'beginning a paper, with problems': opening(2, true),
  'beginning a paper by the only form': opening(1),
  'beginning a paper without a form': opening(0),
  'versions that differ': versions(held),
  'one version only': versions({ ...held, versions: held.versions.slice(1) }),
};
