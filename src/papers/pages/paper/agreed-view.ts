import type { ActionsRead } from '#/papers/actions/actions-read.ts';
import { actionTold, keptToWords } from '#/papers/actions/tell-actions.ts';
import { actionAddress } from '#/platform/web/action-addresses.ts';

/** Where the actions that were agreed in a paper stand; `null` where none was. */
export function agreedView({
  authority,
  actions,
  today,
}: Pick<ActionsRead, 'authority' | 'actions' | 'today'>) {
  if (actions.length === 0) return null;
  return {
    lead: keptToWords(actions, today),
    rows: actions.map((one) => ({
      ...actionTold(one),
      href: actionAddress(authority.slug, one.urn, one.id),
    })),
  };
}
