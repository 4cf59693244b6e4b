import type { Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { AdviserProfile, DeclaredInterest } from './adviser.ts';
import type { Challenger, Wanted } from './wanted-challenger.ts';

/** Something that speaks against giving somebody a school: it cannot be done, or it needs a reason. */
export interface Doubt {
  readonly kind: 'interest' | 'phase' | 'kind' | 'capacity';
  readonly weight: 'refused' | 'needs a reason';
  /** The school; `null` of what speaks against all of them together. */
  readonly urn: Urn | null;
  readonly text: string;
}

interface SchoolGiven {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  readonly wanted: Wanted;
}

interface Adviser {
  readonly name: string;
  readonly role: Challenger;
  readonly profile: Pick<AdviserProfile, 'phases' | 'capacity'> | null;
  /** Those that stand on the first day. */
  readonly interests: readonly Pick<DeclaredInterest, 'urn' | 'what'>[];
  /** Schools they have on that day besides those to be given. */
  readonly has: number;
}

const one: Readonly<Record<Challenger, string>> = {
  'intervention officer': 'an intervention officer',
  'challenge partner': 'a challenge partner',
};

/**
 * All that speaks against giving somebody schools, school by school and then together: an interest of theirs in the school
 * forbids it; a phase they do not know (no secondary school for a primary adviser), another kind of challenger than the
 * school should have, and more schools than they can look after each need a reason.
 */
export function doubtsOf(schools: readonly SchoolGiven[], adviser: Adviser): readonly Doubt[] {
  const { name, role, profile, interests, has } = adviser;
  const doubts = schools.flatMap((school): readonly Doubt[] => {
    const about = (kind: Doubt['kind'], weight: Doubt['weight'], text: string): Doubt => ({
      ...{ kind, weight, text },
      urn: school.urn,
    });
    const found: Doubt[] = interests
      .filter(({ urn }) => urn === school.urn)
      .map(({ what }) =>
        about(
          'interest',
          'refused',
          `${name} has an interest in ${school.name}: ${what}. Choose somebody else.`,
        ),
      );
    if (profile !== null && profile.phases.length > 0 && !profile.phases.includes(school.phase))
      found.push(
        about(
          'phase',
          'needs a reason',
          `${school.name} is a ${school.phase} school, and ${name} knows ${profile.phases.join(' and ')} schools only.`,
        ),
      );
    if (school.wanted.role !== role)
      found.push(
        about(
          'kind',
          'needs a reason',
          `${school.name} should have ${one[school.wanted.role]}, not ${one[role]}. ${school.wanted.because}`,
        ),
      );
    return found;
  });
  const capacity = profile?.capacity ?? null;
  const then = has + schools.length;
  if (capacity === null || then <= capacity) return doubts;
  return [
    ...doubts,
    {
      kind: 'capacity',
      weight: 'needs a reason',
      urn: null,
      text: `${name} would have ${then} schools and can look after ${capacity}.`,
    },
  ];
}
