import { inventedReplayRead } from '#/analyse/pages/replay/replay-read.fixture.ts';
import { replayView } from '#/analyse/pages/replay/replay-view.ts';
import { inventedReplay } from '#/analyse/rules/forecast/replay/replay.fixture.ts';
import type { PageState } from './page-states.fixture.ts';

function replay(...changes: Parameters<typeof inventedReplayRead>): PageState {
  const read = inventedReplayRead(...changes);
  const view = replayView(read, `/authorities/${read.authority.slug}/trajectory/replay`);
  return {
    template: 'analyse/pages/replay/replay.njk',
    title: view.heading,
    view: { replay: view, drawn: view.phases.map(() => '<svg></svg>') },
  };
}

const special = { kind: 'phase', name: 'special' } as const;
const whole = inventedReplay();
const noModel = { made: false, why: 'No model is fitted as at that date.', whatToDo: [] } as const;

/** The forecasts of a day and what happened, in every state that they show differently. */
export const replayStates: Readonly<Record<string, PageState>> = {
  'forecasts replayed': replay(),
  'forecasts replayed, of two phases and by own grades': replay({
    replays: [whole, { ...whole, group: special }],
    ownGradesOnly: true,
  }),
  'forecasts replayed where nobody printed any': replay({
    printed: null,
    replays: [inventedReplay({ printed: [] })],
  }),
  'forecasts replayed without a model of the time': replay({
    replays: [inventedReplay({ forecast: null })],
    ours: noModel,
  }),
  'forecasts replayed before it is known what happened': replay({
    replays: [inventedReplay({ happened: [], moves: null })],
  }),
  'forecasts replayed of a date that cannot be': replay({
    state: 'no day',
    typed: '<b>31 Sept',
    problem: '“<b>31 Sept” is not a date.',
    replays: [],
    ours: noModel,
  }),
  'forecasts replayed of a day before every inspection': replay({ state: 'too early', replays: [] }),
  'forecasts replayed of a day too near': replay({ state: 'too late', replays: [] }),
  'forecasts replayed of a day after overall grades': replay({ state: 'after overall grades', replays: [] }),
  'forecasts replayed of few schools': replay({ replays: [] }),
};
