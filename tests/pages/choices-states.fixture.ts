import type { ForecastChoiceRead } from '#/analyse/actions/read-forecast-choice.ts';
import {
  chosenToUse,
  inventedChoiceRead,
  inventedEffect,
  schoolMoving,
} from '#/analyse/pages/forecast-choices/choice-read.fixture.ts';
import { choicesView, type ChoiceTypedIn } from '#/analyse/pages/forecast-choices/choices-view.ts';
import { historyWith } from './history.fixture.ts';
import type { PageState } from './page-states.fixture.ts';

function choices(
  changes: Partial<ForecastChoiceRead> = {},
  said: ChoiceTypedIn | null = null,
  history = historyWith(0),
): PageState {
  return {
    template: 'analyse/pages/forecast-choices/forecast-choices.njk',
    title: 'What forecasts use',
    view: { page: choicesView(inventedChoiceRead(changes), said, changes.effect !== 'hidden'), history },
  };
}

/** What forecasts use, in every state that the page shows differently. */
export const choicesStates: Readonly<Record<string, PageState>> = {
  'what forecasts use, where nobody has chosen': choices(),
  'what forecasts use, chosen': choices({ choices: [chosenToUse] }, null, historyWith(2)),
  'what forecasts use, for a head': choices({ effect: 'hidden', mayChoose: false }),
  'what forecasts use, for an adviser': choices({
    effect: inventedEffect([schoolMoving('900001', 0.1, 0.11)], { whole: false }),
    mayChoose: false,
  }),
  'what forecasts use, of which no deprivation is known': choices({
    effect: inventedEffect([schoolMoving('900004', 0.2, null, null)]),
  }),
  'what forecasts use, without a forecast': choices({ effect: null }),
  'what forecasts use, with everything wrong': choices(
    {},
    {
      ...{ deprivation: '', why: '<b>' },
      problems: [
        { field: 'deprivation', text: 'Choose whether deprivation of the area is used.' },
        { field: 'why', text: 'Say why.' },
      ],
    },
  ),
};
