import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** Who challenges a school in the name of the authority: the roles that are held for single schools. */
export type Challenger = 'intervention officer' | 'challenge partner';

export const challengers: readonly Challenger[] = ['intervention officer', 'challenge partner'];

export type Tone = Scheme['groups'][number]['tone'];

/** What the authority holds of a school today: what was decided, and failing that what the newest analysis proposes. */
export interface SchoolStanding {
  /** Code in the scheme. */
  readonly category: string;
  /** In the scheme’s own words; `null` where the school is told none. */
  readonly group: string | null;
  readonly ofConcern: boolean;
  /** How much concern its group is of in the scheme. */
  readonly tone: Tone | null;
  readonly by: 'decided' | 'proposed';
  /** The day of the decision, or the date the analysis describes. */
  readonly on: IsoDate;
}

export interface Wanted {
  readonly role: Challenger;
  /** Why, in a sentence. */
  readonly because: string;
}

/**
 * Who should have a school: an intervention officer of the authority every school of concern, an education challenge partner
 * every other, whatever its type (A Good School for Every Norfolk Learner, Strategy section 1, Step 2; priorities 2.4 and 4.1).
 */
export function wantedChallenger(standing: SchoolStanding | null): Wanted {
  if (standing === null)
    return {
      role: 'challenge partner',
      because:
        'No category is decided or proposed for it, so it has a challenge partner as every school has that causes no concern.',
    };
  const { category, by, ofConcern } = standing;
  const known = by === 'decided' ? `it is decided to be ${category}` : `${category} is proposed for it`;
  return ofConcern
    ? { role: 'intervention officer', because: `It causes concern: ${known}.` }
    : { role: 'challenge partner', because: `It does not cause concern: ${known}.` };
}
