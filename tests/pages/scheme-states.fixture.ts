import type { RunsRead } from '#/analyse/actions/read-runs.ts';
import type { SchemeTrial } from '#/analyse/actions/try-scheme.ts';
import { followsView } from '#/analyse/pages/how-categories-are-decided/follows-view.ts';
import { choiceView } from '#/analyse/pages/how-categories-are-decided/choice-view.ts';
import { schemeView } from '#/analyse/pages/how-categories-are-decided/scheme-view.ts';
import {
  inventedAuthority,
  inventedRows,
  inventedRun,
  inventedScheme,
} from '#/analyse/pages/invented.fixture.ts';
import { runsView } from '#/analyse/pages/who-moved/runs-view.ts';
import { tryView, type TryState } from '#/analyse/pages/who-moved/try-view.ts';
import { compareRuns } from '#/analyse/rules/compare-runs.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { categoryMarksView } from '#/analyse/pages/how-categories-are-decided/category-marks-view.ts';
import { markingRead, nothingKept } from '#/analyse/pages/marking/marking.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { historyWith } from './history.fixture.ts';
import type { PageState } from './page-states.fixture.ts';
import { schemeOfAuthority } from './scheme-of-authority.fixture.ts';

const schemeCalled = (id: string): Scheme =>
  loadReference().schemes.find((one) => one.id === id) ?? inventedScheme;
const hostile = '<script>alert("x")</script> & ‘O’Fen’';

function otherScheme(id: string, marked = markingRead(nothingKept())): PageState {
  const read = schemeOfAuthority(schemeCalled(id), {
    adopted: { by: hostile, at: '2025-09-01T09:00:00Z', why: hostile },
  });
  return {
    template: 'analyse/pages/how-categories-are-decided/how-categories-are-decided.njk',
    title: 'How categories are decided',
    view: {
      scheme: schemeView(read),
      follows: followsView(read),
      choice: choiceView(read, true),
      example: null,
      marks: categoryMarksView(marked.categories, 'fenshire'),
      history: historyWith(2),
    },
  };
}

const bands = schemeCalled('universal-to-intensive');
const compared = compareRuns(
  { scheme: inventedScheme, rows: inventedRows },
  {
    scheme: bands,
    rows: inventedRows.slice(0, 2).map((one, index) => ({
      ...one,
      school: index === 0 ? one.school : { ...one.school, urn: '900009' },
      proposal: {
        ...one.proposal,
        scheme: bands.id,
        category: '1',
        meaning: 'Universal',
        group: 'served by the universal offer',
        concern: 0,
      },
    })),
  },
);
function runsPage(number: number): PageState {
  const runs = [
    { run: inventedRun, scheme: bands },
    { run: { ...inventedRun, id: 'run-1', scheme: 'gone' }, scheme: null },
  ].slice(0, number);
  const [to, from] = runs;
  const read: RunsRead = {
    authority: inventedAuthority,
    whole: true,
    runs,
    compared: to !== undefined && from !== undefined ? { from, to, comparison: compared } : null,
    sources: [],
  };
  return {
    template: 'analyse/pages/who-moved/runs.njk',
    title: 'Who moved between two analyses',
    view: { moved: runsView(read, number > 0), history: historyWith(number, number > 1) },
  };
}

function tryPage(state: Partial<TryState>): PageState {
  const view = tryView({
    read: schemeOfAuthority(inventedScheme),
    text: '',
    why: '',
    fileProblem: null,
    whyProblem: null,
    checked: null,
    trial: null,
    ...state,
  });
  return {
    template: 'analyse/pages/who-moved/try.njk',
    title: 'Try a scheme of categories',
    view: { own: view },
  };
}
const trial: SchemeTrial = {
  authority: inventedAuthority,
  asAt: '2026-04-30',
  from: inventedScheme,
  to: bands,
  comparison: compared,
  sources: [],
};
const caution = { line: 3, where: 'categories › 1', words: 'no row proposes 1: only a person can decide it' };

/** Pages about schemes and about two analyses compared, in every state they show differently. */
export const schemeStates: Readonly<Record<string, PageState>> = {
  'how categories are decided in four bands': otherScheme('universal-to-intensive'),
  'how categories are decided from A to D': otherScheme('staffordshire-a-d', markingRead()),
  'who moved between two analyses': runsPage(2),
  'one analysis, and nothing to compare it with': runsPage(1),
  'no analysis to compare': runsPage(0),
  'a scheme to try': tryPage({}),
  'a scheme that was tried': tryPage({
    text: '{ "id": "our-county-2026" }',
    trial,
    checked: { scheme: bands, problems: [], cautions: [caution] },
  }),
  'a scheme that cannot be used': tryPage({
    text: hostile,
    checked: { scheme: null, problems: [{ ...caution, where: '' }, caution], cautions: [] },
  }),
  'a scheme adopted without a reason': tryPage({
    text: '{ "id": "our-county-2026" }',
    trial,
    whyProblem: 'Say why',
  }),
  'a scheme without a file': tryPage({ fileProblem: 'Choose a file' }),
};
