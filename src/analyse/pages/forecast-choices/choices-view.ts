import type { ForecastChoiceRead } from '#/analyse/actions/read-forecast-choice.ts';
import type { ChoiceTyped } from '#/analyse/actions/choose-deprivation.ts';
import { forecastChoicesAddress, markingAddress } from '#/platform/web/addresses.ts';
import { problemOfEach, type FieldProblem } from '#/platform/web/form-problems.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { effectView } from './effect-view.ts';

/** What was typed into the form, and what is wrong with it. */
export interface ChoiceTypedIn extends ChoiceTyped {
  readonly problems: readonly FieldProblem[];
}

/** What holds, since when, by whose decision; what it does; and the form for whoever may choose. */
export function choicesView(read: ForecastChoiceRead, said: ChoiceTypedIn | null, mayReadMarks: boolean) {
  const { authority, choices, mayChoose, effect } = read;
  const [choice] = choices;
  const used = choice?.deprivation ?? false;
  const kept = effect === null || effect === 'hidden' ? null : effect;
  const problems = said?.problems ?? [];
  return {
    answer: `The next forecast for ${authority.name} ${used ? 'uses' : 'does not use'} the deprivation of the area.`,
    because:
      choice === undefined
        ? 'Nobody has chosen yet, and it is not used unless the authority says so.'
        : `Chosen by ${choice.chosenBy} on ${dateInWords(choice.chosenOn)}: ${choice.why}.`.replace(
            /([.?!])\.$/,
            '$1',
          ),
    newest:
      kept === null
        ? null
        : `The newest forecast, as at ${dateInWords(kept.run.asAt)}, was made ${kept.run.deprivation ? 'with' : 'without'} it${
            kept.run.deprivation === used ? '.' : '; it stays as it is.'
          }`,
    effect: effectView(read),
    mayChoose,
    address: forecastChoicesAddress(authority.slug),
    markingAddress: mayReadMarks ? markingAddress(authority.slug) : null,
    typed: { deprivation: said?.deprivation ?? null, why: said?.why ?? '' },
    problems: problemOfEach(['deprivation', 'why'], problems),
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
