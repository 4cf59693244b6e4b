import { withPeople } from '#/people/actions/people-context.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import type { AllocationRead } from './allocation-read.ts';
import { allocationIn, type AllocationParts } from './read-allocation.ts';
import { readHandOvers, type HandOversRead } from './read-hand-overs.ts';

/** What there is to do for one person about who has which schools. */
export interface AllocationWorkRead {
  /** Notes that nobody has begun: what was begun is told with the papers. */
  readonly handOvers: HandOversRead;
  /** Schools of concern without the one officer they should have, for whoever gives them. */
  readonly gaps: { readonly schools: number; readonly of: number } | null;
  /** They have schools, and have not said what they bring. */
  readonly profileMissing: boolean;
}

const nothing: AllocationWorkRead = {
  handOvers: { toWrite: [], toTake: [] },
  gaps: null,
  profileMissing: false,
};

/** What there is to do for the reader: schools to hand over, gaps to close, what to say of themselves. */
export async function readAllocationWork(
  parts: AllocationParts,
  person: Person,
  authority: string,
): Promise<AllocationWorkRead> {
  const permission = 'open the page of an adviser';
  if (!mayFor(person, permission, authority)) return nothing;
  const read = await withPeople(parts, person, { authority, permission }, (context, transaction) =>
    allocationIn(parts, person, context, transaction),
  );
  const { toWrite, toTake } = await readHandOvers(parts, person, {
    ...{ authority, person: person.id },
    schools: read.schools,
  });
  const adviser = read.advisers.find((one) => one.person === person.id);
  return {
    handOvers: {
      toWrite: toWrite.filter(({ paper }) => paper === null),
      toTake: toTake.filter(({ paper }) => paper === null),
    },
    gaps: gapsOf(read),
    profileMissing: adviser !== undefined && adviser.schools.length > 0 && adviser.profile === null,
  };
}

function gapsOf({ schools, mayAllocate }: AllocationRead): AllocationWorkRead['gaps'] {
  const concern = schools.filter(({ standing }) => standing?.ofConcern ?? false);
  const missing = concern.filter(({ gap }) => gap !== null).length;
  return mayAllocate && missing > 0 ? { schools: missing, of: concern.length } : null;
}
