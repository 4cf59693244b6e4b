import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Decision } from './decide.ts';
import { decideOnly } from './decide.ts';
import type { Facts } from './facts.ts';
import { factsAfterInspection, resultIndicators } from './facts.ts';
import { possibleNextInspections } from './next-inspection.ts';
import type { AnalysisPolicy } from './policy.ts';
import type { Proposal } from './proposal.ts';
import type { Reading } from './reading.ts';
import { insufficientEvidence } from './scheme.ts';
import { plural } from './words.ts';

type Change = Proposal['wouldChange'][number];

/**
 * What would have to be different for another category, found by asking the same decision table again: the outcome of
 * an inspection now, and for each indicator of results the smallest change of its points that matters.
 */
export function whatWouldChange(
  evidence: Evidence,
  policy: AnalysisPolicy,
  facts: Facts,
  decision: Decision,
): readonly Change[] {
  return [
    ...nextInspections(evidence, policy, facts, decision),
    ...facts.readings
      .filter(({ indicator, state }) => resultIndicators.includes(indicator) && state === 'read')
      .flatMap((reading) => pointsThatMatter(reading, facts, policy, decision)),
  ];
}

function nextInspections(
  evidence: Evidence,
  policy: AnalysisPolicy,
  facts: Facts,
  decision: Decision,
): readonly Change[] {
  return possibleNextInspections(evidence, policy)
    .map(({ words, evidence: imagined }) => ({
      change: `A full inspection now finds: ${words}`,
      category: codeOf(decideOnly(factsAfterInspection(imagined, policy, facts), policy.scheme)),
    }))
    .filter(({ category }) => category !== codeOf(decision));
}

function pointsThatMatter(
  reading: Reading,
  facts: Facts,
  policy: AnalysisPolicy,
  decision: Decision,
): readonly Change[] {
  const others = Array.from({ length: reading.maximum + 1 }, (_, points) => points).filter(
    (points) => points !== reading.points,
  );
  const tried = others
    .map((points) => ({
      points,
      category: codeOf(decideOnly(withPoints(facts, reading, points), policy.scheme)),
    }))
    .filter(({ category }) => category !== codeOf(decision));
  const fewer = tried.filter(({ points }) => points < reading.points).at(-1);
  const more = tried.find(({ points }) => points > reading.points);
  return [fewer, more].flatMap((found) =>
    found === undefined
      ? []
      : [
          {
            change: `${reading.title}: ${scaleWords(reading, found.points, policy)} (${plural(found.points, 'point')}, not ${reading.points})`,
            category: found.category,
          },
        ],
  );
}

/** The facts with one reading's points as if they were other ones, and sure. */
function withPoints(facts: Facts, changed: Reading, points: number): Facts {
  return {
    ...facts,
    readings: facts.readings.map((reading) =>
      reading.indicator === changed.indicator
        ? { ...reading, points, pointsCouldBe: [points, Math.max(points, reading.pointsCouldBe[1])] as const }
        : reading,
    ),
  };
}

function scaleWords(reading: Reading, points: number, policy: AnalysisPolicy): string {
  const indicator = policy.scheme.indicators.find(({ id }) => id === reading.indicator);
  const words = indicator?.scale.find((step) => step.points === points)?.words ?? '';
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

/** The category's code, or `insufficient evidence`. */
export function codeOf({ category }: Pick<Decision, 'category'>): string {
  return category?.code ?? insufficientEvidence;
}
