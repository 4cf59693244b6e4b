import { doneInTime } from '#/papers/rules/agreed/action-stands.ts';
import { actionSteps, type ActionStepToTake } from '#/papers/rules/agreed/agreed-action.ts';
import { dateInWords, plural, sentence } from '#/platform/web/words.ts';
import type { ActionRead } from './actions-read.ts';

/** Where an action stands, in one line. */
export function standsWords({ stands }: Pick<ActionRead, 'stands'>): string {
  const { state, dueOn, daysLate, doneOn, inTime } = stands;
  if (state === 'done') {
    const when = inTime === null ? '' : inTime ? ', by the day agreed' : ', after the day agreed';
    return `Done on ${dateInWords(doneOn ?? '')}${when}`;
  }
  if (state === 'dropped') return 'Dropped';
  if (state === 'replaced') return 'Replaced when the paper was amended';
  if (dueOn === null) return 'Open, with no day';
  return daysLate > 0
    ? `${plural(daysLate, 'day')} late: due ${dateInWords(dueOn)}`
    : `Due ${dateInWords(dueOn)}`;
}

/** That it was moved, how often, and from which day; empty where it was not. */
export function movedWords({ stands: { timesMoved, firstDueOn } }: Pick<ActionRead, 'stands'>): string {
  if (timesMoved === 0) return '';
  const times = timesMoved === 1 ? 'once' : timesMoved === 2 ? 'twice' : plural(timesMoved, 'time');
  return `Moved ${times}${firstDueOn === null ? '' : `, first agreed for ${dateInWords(firstDueOn)}`}`;
}

/** Where it was agreed: `Note of visit of 1 July 2026`. */
export function agreedInWords({ agreedIn, aboutOn, agreedOn }: ActionRead): string {
  return `${sentence(agreedIn)} of ${dateInWords(aboutOn ?? agreedOn)}`;
}

/** How well what was agreed is kept to, with what it is of and when: one sentence for a page. */
export function keptToWords(actions: readonly Pick<ActionRead, 'stands'>[], today: string): string {
  const { inTime, due, open, late } = doneInTime(
    actions.map(({ stands }) => stands),
    today,
  );
  const asAt = `as at ${dateInWords(today)}`;
  const kept =
    due === 0
      ? `No agreed action has come to its day yet, ${asAt}.`
      : `${String(inTime)} of ${plural(due, 'agreed action')} done by ${due === 1 ? 'its' : 'their'} day, ${asAt}.`;
  const still =
    open === 0
      ? 'None is open.'
      : `${String(open)} open, ${late === 0 ? 'none' : String(late)} of them late.`;
  return `${kept} ${still}`;
}

/** What became of an action, step by step. */
export function historyOfAction({ steps }: ActionRead) {
  return steps.map(({ step, name, on, dueOn, words, for: side }) => ({
    words: `${step === 'replaced' ? 'Replaced' : sentence(actionSteps[step].done)}${dueOn === null ? '' : ` to ${dateInWords(dueOn)}`} by ${name}, ${dateInWords(on)}`,
    paragraphs: words === '' ? [] : words.split(/\n\s*\n/),
    side,
  }));
}

/** One action in the words of a list. */
export function actionTold(one: ActionRead) {
  return {
    ...{ what: one.what, owner: one.owner, school: one.school },
    stands: standsWords(one),
    moved: movedWords(one),
    late: one.stands.daysLate > 0,
    agreedIn: agreedInWords(one),
  };
}

/** What is asked of whoever takes a step with an action. */
export function stepAsked(step: ActionStepToTake): { readonly button: string; readonly label: string } {
  const { button, says } = actionSteps[step];
  return { button, label: says };
}
