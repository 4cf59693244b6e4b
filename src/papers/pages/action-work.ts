import { readActionWork } from '#/papers/actions/read-action-work.ts';
import type { Parts } from '#/parts.ts';
import { actionAddress } from '#/platform/web/action-addresses.ts';
import type { WorkSource } from '#/platform/work.ts';

/** What was agreed and is open, for whoever does it; and what is late, for whoever follows it up. */
export function actionWork(parts: Parts): WorkSource {
  return {
    name: 'agreed-actions',
    heading: 'Agreed actions',
    read: async (person, authority) =>
      (await readActionWork(parts, person, authority)).map(({ action, mine }) => ({
        key: `action ${action.id}`,
        what: action.what,
        school: action.school,
        href: actionAddress(authority, action.urn, action.id),
        dueOn: action.stands.dueOn,
        since: action.agreedOn,
        waitsFor: mine ? 'me' : { somebody: action.owner === '' ? 'the school' : action.owner },
      })),
  };
}
