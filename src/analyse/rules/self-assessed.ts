import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What the template asks as “where you would place the school”, the least concern first. */
const placedOfConcern = 'Causes concern';

/** How a school sees itself, how the authority moderated it, and what the authority decided of it. */
export interface SelfAssessed {
  readonly urn: Urn;
  /** Where the school would place itself, in the words of the form; `null` where it did not say. */
  readonly placed: string | null;
  readonly moderated: {
    readonly as: 'accepted' | 'differs';
    readonly person: string;
    readonly name: string;
    readonly on: IsoDate;
  } | null;
  /** Whether the category decided, or else proposed, is one of concern; `null` where the reader may know of neither. */
  readonly ofConcern: boolean | null;
}

export type Comparison =
  'seen otherwise' | 'more hopeful' | 'more worried' | 'no difference' | 'not compared';

/**
 * Whether the two views differ. Said are only differences that need no scale of ours between the school’s words and the codes
 * of a scheme: that the authority said so itself, or that one sees a school of concern and the other does not.
 */
export function compareViews({ placed, moderated, ofConcern }: SelfAssessed): Comparison {
  if (moderated?.as === 'differs') return 'seen otherwise';
  if (placed === null || ofConcern === null) return 'not compared';
  const own = placed === placedOfConcern;
  if (own === ofConcern) return 'no difference';
  return own ? 'more worried' : 'more hopeful';
}

/** How readily one officer accepts what schools think of themselves. */
export interface Acceptance {
  readonly person: string;
  readonly name: string;
  readonly moderated: number;
  readonly accepted: number;
  /** Of those accepted, the ones the authority has as of concern and the school does not. */
  readonly acceptedThoughOfConcern: number;
}

/**
 * By officer, who moderated most first: where the authority accepts too easily what a school says of itself (Ofsted on Norfolk
 * 2013 and Portsmouth). Few of them show nothing; the counts are shown and no rate.
 */
export function acceptancesOf(assessed: readonly SelfAssessed[]): readonly Acceptance[] {
  const moderated = assessed.flatMap((one) => (one.moderated === null ? [] : [{ one, by: one.moderated }]));
  return [...Map.groupBy(moderated, ({ by }) => by.person)]
    .map(([person, some]) => {
      const accepted = some.filter(({ by }) => by.as === 'accepted');
      return {
        person,
        name: some[0]?.by.name ?? '',
        moderated: some.length,
        accepted: accepted.length,
        acceptedThoughOfConcern: accepted.filter(({ one }) => compareViews(one) === 'more hopeful').length,
      };
    })
    .toSorted((a, b) => b.moderated - a.moderated || a.name.localeCompare(b.name, 'en-GB'));
}
