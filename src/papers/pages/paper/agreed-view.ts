import type { ActionsRead } from '#/papers/actions/actions-read.ts';
import { actionRow } from '#/papers/pages/actions/actions-view.ts';
import { keptToWords } from '#/papers/pages/actions/action-words.ts';

/** Where the actions that were agreed in a paper stand; `null` where none was. */
export function agreedView({
  authority,
  actions,
  today,
}: Pick<ActionsRead, 'authority' | 'actions' | 'today'>) {
  if (actions.length === 0) return null;
  return {
    lead: keptToWords(actions, today),
    rows: actions.map((one) => actionRow(authority.slug, one)),
  };
}
