import { heldIn, mayFor, type Person } from '#/people/rules/permissions.ts';
import type { ActionRead } from './actions-read.ts';
import { sidesOf } from './papers-known.ts';
import type { PaperParts } from './papers.ts';
import { readActions } from './read-actions.ts';

/** An open action that is the reader’s to do, or that is late and they wait for. */
export interface ActionTask {
  readonly action: ActionRead;
  readonly mine: boolean;
}

const given: readonly string[] = ['intervention officer', 'challenge partner'];

/**
 * Agreed actions that are open: for head and chair what their school does; for an officer or partner, of the schools given to
 * them, what the authority does, and what the school is late with.
 */
export async function readActionWork(
  parts: PaperParts,
  person: Person,
  authority: string,
): Promise<readonly ActionTask[]> {
  if (!mayFor(person, 'take part in papers', authority)) return [];
  const own = new Set(
    heldIn(person, authority).flatMap(({ role, schools }) =>
      given.includes(role) && schools !== 'all' ? schools : [],
    ),
  );
  const { actions } = await readActions(parts, person, { authority });
  return actions.flatMap((action): readonly ActionTask[] => {
    if (action.stands.state !== 'open') return [];
    const leads = sidesOf(person, authority, action.urn).includes('school');
    if (leads) return action.ownerSide === 'school' ? [{ action, mine: true }] : [];
    if (!own.has(action.urn)) return [];
    if (action.ownerSide === 'authority') return [{ action, mine: true }];
    return action.stands.daysLate > 0 ? [{ action, mine: false }] : [];
  });
}
