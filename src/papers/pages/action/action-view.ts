import type { ActionRead, ActionsRead } from '#/papers/actions/actions-read.ts';
import {
  agreedInWords,
  historyOfAction,
  movedWords,
  standsWords,
  stepAsked,
} from '#/papers/actions/tell-actions.ts';
import { actionAddress, actionsOfSchoolAddress } from '#/platform/web/action-addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords } from '#/platform/web/words.ts';

/** What was typed with a step that was not taken. */
export interface ActionTypedIn {
  readonly step: string;
  readonly words: string;
  readonly dueOn: string;
  readonly on: string;
  readonly problems: readonly FieldProblem[];
}

export const nothingTyped: ActionTypedIn = { step: '', words: '', dueOn: '', on: '', problems: [] };

/** One agreed action: where it stands, what can be said of it now, and what became of it. */
export function actionView(
  { authority }: Pick<ActionsRead, 'authority'>,
  action: ActionRead,
  typed: ActionTypedIn = nothingTyped,
) {
  const { slug } = authority;
  const address = actionAddress(slug, action.urn, action.id);
  return {
    heading: action.what,
    school: action.school,
    stands: standsWords(action),
    late: action.stands.daysLate > 0,
    facts: [
      { term: 'Who does it', words: action.owner === '' ? 'Not stated' : action.owner },
      { term: 'Agreed on', words: dateInWords(action.agreedOn) },
      ...(movedWords(action) === '' ? [] : [{ term: 'Moved', words: movedWords(action) }]),
    ],
    paper: { text: agreedInWords(action), href: paperAddress(slug, action.urn, action.paper) },
    steps: action.may.map((step) => {
      const mine = typed.step === step;
      const problemOf = (field: string): string | null =>
        mine ? (typed.problems.find((one) => one.field === field)?.text ?? null) : null;
      return {
        ...{ step, action: `${address}/${step}`, ...stepAsked(step) },
        asksDay: step === 'moved',
        words: mine ? typed.words : '',
        dueOn: mine ? typed.dueOn : '',
        on: mine ? typed.on : '',
        problems: { words: problemOf('words'), dueOn: problemOf('due-on'), on: problemOf('on') },
      };
    }),
    history: historyOfAction(action),
    all: actionsOfSchoolAddress(slug, action.urn),
    errorList: typed.problems.map(({ field, text }) => ({
      text,
      href: field === 'step' ? '#main-content' : `#${typed.step}-${field}`,
    })),
  };
}
