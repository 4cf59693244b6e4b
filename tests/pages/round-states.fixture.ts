import type { DecisionsOfSchool } from '#/analyse/actions/deciding/read-decisions.ts';
import {
  inventedAuthority,
  inventedRun,
  inventedSchool,
  inventedScheme,
} from '#/analyse/pages/invented.fixture.ts';
import { decideView, type DecisionTypedIn } from '#/analyse/pages/deciding/decide-view.ts';
import { moderationAsked } from '#/analyse/pages/deciding/moderation-request.ts';
import { moderationView } from '#/analyse/pages/deciding/moderation-view.ts';
import { roundView } from '#/analyse/pages/deciding/round-view.ts';
import {
  decidedBy,
  inventedDecision,
  inventedRound,
  inventedRoundRead,
  schoolsOfMeeting,
} from '#/analyse/pages/deciding/round.fixture.ts';
import { signView } from '#/analyse/pages/deciding/sign-view.ts';
import { openRoundView } from '#/analyse/pages/deciding/open-round-view.ts';
import { roundsView } from '#/analyse/pages/deciding/rounds-view.ts';
import { categoriesView } from '#/analyse/pages/deciding/categories-view.ts';
import { loadReference } from '#/law/reference.ts';
import { usualRound } from '#/analyse/rules/deciding/round-state.ts';
import type { PageState } from './page-states.fixture.ts';

const { concern, good, unknown } = schoolsOfMeeting;
const told = inventedDecision({
  signed: decidedBy('Bo Sedge', '2025-09-21'),
  told: decidedBy('Ada Marsh', '2025-09-22'),
});
const kinder = inventedDecision({
  ...{
    id: 'd2',
    category: 'B3',
    group: 'requiring improvement',
    ofConcern: false,
    why: '<b>A visit</b> showed more',
  },
});
const undecided = inventedRoundRead([concern(null), good(null), unknown(null)]);
const halfWay = inventedRoundRead([concern(inventedDecision()), good(null), unknown(null)]);
const done = inventedRoundRead(
  [
    concern(kinder),
    good(inventedDecision({ urn: '900002', category: 'E2', proposed: 'E2', ofConcern: false })),
  ],
  { told: { on: '2025-10-24', told: 1, late: 1, of: 2 }, today: '2025-11-01' },
);
const forAnother = { reader: 'Bo Sedge', maySign: new Set(['d1']) };
const later = { ...inventedRound, number: '3', name: 'Spring term 2026' };

const round = (read: typeof undecided, decided: string | null = null): PageState => ({
  template: 'analyse/pages/deciding/round.njk',
  title: inventedRound.name,
  view: { page: roundView(read, decided) },
});
const meeting = (read: typeof undecided, query: Record<string, string[]> = {}): PageState => ({
  template: 'analyse/pages/deciding/moderation.njk',
  title: 'Moderation meeting',
  view: { page: moderationView(read, moderationAsked(query)) },
});
const school = (read: typeof undecided, said: DecisionTypedIn | null = null): PageState => {
  const [first] = read.schools;
  if (first === undefined) throw new Error('A school to decide');
  return {
    template: 'analyse/pages/deciding/decide.njk',
    title: first.row.school.name,
    view: { page: decideView(read, first, said) },
  };
};
const sign = (read: typeof undecided, signed: { signed: number; left: number } | null = null): PageState => ({
  template: 'analyse/pages/deciding/sign.njk',
  title: 'Sign as the second person',
  view: { page: signView(read, signed) },
});
const rounds = (of: readonly (typeof undecided)[], missed: string | null, mayDecide = true): PageState => ({
  template: 'analyse/pages/deciding/rounds.njk',
  title: 'Rounds of categories',
  view: {
    page: roundsView({ authority: inventedAuthority, today: '2025-09-21', rounds: of, missed, mayDecide }),
  },
});
const toOpen = {
  ...{ authority: inventedAuthority, today: '2025-09-21', runs: [inventedRun] },
  ...{ usual: usualRound('2025-09-21', loadReference()), missed: null },
};
const open = (view: object): PageState => ({
  template: 'analyse/pages/deciding/open-round.njk',
  title: 'Open a round of categories',
  view: { page: view },
});
const typed = { run: '1', urn: 'x', name: '', decideBy: '<b>', tellBy: '', why: '' };
const categories = (changes: Partial<DecisionsOfSchool> = {}): PageState => {
  const then = (decision: typeof told, replaced: boolean) => ({
    ...{ decision, replaced, scheme: inventedScheme, round: inventedRound },
  });
  const read = {
    ...{ authority: inventedAuthority, school: inventedSchool(), whole: true, mayDecide: true },
    decisions: [then(kinder, false), then(told, true)],
    ...changes,
  };
  return {
    template: 'analyse/pages/deciding/categories.njk',
    title: 'Categories over time',
    view: { page: categoriesView(read) },
  };
};

/** Rounds of categories, in every state that their pages show differently. */
export const roundStates: Readonly<Record<string, PageState>> = {
  'rounds, before the first': rounds([], null),
  'rounds, one of them going on': rounds([undecided, { ...done, followedBy: later }], null),
  'rounds, a term without one, for who only reads': rounds([done], 'spring term 2026', false),
  'a round to open': open(openRoundView(toOpen, null, [])),
  'a round to open for one school': open(openRoundView(toOpen, null, [], '900001')),
  'a round to open, with everything wrong': open(
    openRoundView(
      toOpen,
      typed,
      ['urn', 'name', 'decideBy', 'tellBy', 'why'].map((field) => ({ field, text: `Say ${field}.` })),
    ),
  ),
  'a round to open, before an analysis': open(openRoundView({ ...toOpen, runs: [] }, null, [])),
  'a round, nothing decided': round(undecided),
  'a round, half-way': round(halfWay, '12'),
  'a round, decided': round(done),
  'a round that another followed': round({ ...undecided, followedBy: later }),
  'a round whose scheme is gone': round({ ...undecided, scheme: null }),
  'a meeting': meeting(undecided),
  'a meeting, filtered': meeting(halfWay, {
    why: ['mover', 'nothing'],
    standing: ['to sign'],
    search: ['sedge'],
  }),
  'a meeting, nothing found': meeting(undecided, { search: ['nowhere'] }),
  'a school to decide': school(undecided),
  'a school decided': school(inventedRoundRead([concern(told), good(null)])),
  'a school decided meanwhile': school(inventedRoundRead([concern(kinder)]), {
    ...{ category: 'A4', why: 'What I typed', problems: [], meanwhile: kinder },
  }),
  'a school to decide, with everything wrong': school(undecided, {
    ...{ category: '', why: '', meanwhile: null },
    problems: [
      { field: 'category', text: 'Choose the category that you decide.' },
      { field: 'why', text: 'Say why.' },
    ],
  }),
  'a school to decide, for who only reads': school({ ...undecided, mayDecide: false }),
  'a school of a round that is over': school({ ...undecided, followedBy: later }),
  'nothing to sign': sign(undecided, { signed: 3, left: 1 }),
  'one’s own decisions, which somebody else signs': sign(halfWay),
  'decisions to sign': sign(inventedRoundRead(halfWay.schools, forAnother)),
  'categories over time, for an officer': categories(),
  'categories over time, for a head': categories({ whole: false, mayDecide: false, decisions: [] }),
  'no category decided': categories({ decisions: [] }),
};
