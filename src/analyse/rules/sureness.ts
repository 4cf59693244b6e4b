import { codeOf } from './counterfactuals.ts';
import type { Decision } from './decide.ts';
import { decideOnly } from './decide.ts';
import type { Facts } from './facts.ts';
import { resultIndicators } from './facts.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';
import type { Scheme } from './scheme.ts';
import { insufficientEvidence } from './scheme.ts';
import { list } from './words.ts';

/**
 * How sure a proposal is: the same decision table is asked again with the fewest and most points the uncertainty of each
 * reading allows, one at a time and all together. *Firm*: always the same category. *Borderline*: another category is
 * possible only if several readings err the same way, or one does inside the group that schools are told. *Uncertain*:
 * a single reading can move the school to another group.
 */
export function surenessOf(facts: Facts, scheme: Scheme, decision: Decision): Proposal['sureness'] {
  const code = codeOf(decision);
  if (code === insufficientEvidence) {
    return {
      level: 'uncertain',
      words: 'There is too little evidence to propose a category at all.',
      couldBe: [insufficientEvidence],
    };
  }
  // At an end where a reading has the points it has anyway, nothing need be asked again.
  const single = facts.readings.flatMap((reading) =>
    ([0, 1] as const)
      .filter((end) => reading.pointsCouldBe[end] !== reading.points)
      .map((end) => decideOnly(atEnd(facts, end, [reading]), scheme)),
  );
  const together =
    single.length === 0
      ? []
      : ([0, 1] as const).map((end) => decideOnly(atEnd(facts, end, facts.readings), scheme));
  const couldBe = inOrder([decision, ...single, ...together], scheme);
  const otherGroup = single.some(({ category }) => category?.group !== decision.category?.group);
  if (couldBe.length === 1) return withoutResults(facts, couldBe);
  const others = list(
    couldBe.filter((other) => other !== code).map((other) => withMeaning(other, scheme)),
    'or',
  );
  return otherGroup
    ? {
        level: 'uncertain',
        words: `The evidence also allows ${others}: a single reading, at the edge of what is likely, would move the school to another group.`,
        couldBe,
      }
    : {
        level: 'borderline',
        words: `The evidence also allows ${others}, at the edge of what is likely.`,
        couldBe,
      };
}

/** `B3 Requires improvement`: a code never stands without its meaning, here without what it says in brackets. */
function withMeaning(code: string, scheme: Scheme): string {
  const meaning = scheme.categories.find((category) => category.code === code)?.meaning;
  return meaning === undefined ? code : `${code} ${meaning.replaceAll(/ \([^)]*\)/g, '')}`;
}

/** A category that cannot move because nothing was read about results is not firm. */
function withoutResults(facts: Facts, couldBe: readonly string[]): Proposal['sureness'] {
  const read = facts.readings.some(
    ({ indicator, state }) => resultIndicators.includes(indicator) && state === 'read',
  );
  return read
    ? { level: 'firm', words: 'Every value that the evidence allows gives the same category.', couldBe }
    : {
        level: 'borderline',
        words: 'It rests on inspection alone: there are no results to hold it against.',
        couldBe,
      };
}

function atEnd(facts: Facts, end: 0 | 1, moved: readonly Reading[]): Facts {
  return {
    ...facts,
    readings: facts.readings.map((reading) =>
      moved.includes(reading) ? { ...reading, points: reading.pointsCouldBe[end] } : reading,
    ),
  };
}

/** Each category once, least concern first. */
function inOrder(decisions: readonly Pick<Decision, 'category'>[], scheme: Scheme): readonly string[] {
  const concern = (code: string): number =>
    scheme.categories.find((category) => category.code === code)?.concern ?? Number.POSITIVE_INFINITY;
  return [...new Set(decisions.map(codeOf))].toSorted((a, b) => concern(a) - concern(b));
}
