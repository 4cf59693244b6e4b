import type { Facts, Finding } from './facts.ts';
import type { Reading } from './reading.ts';
import type { Scheme, SchemeCategory, SchemeCondition, SchemeRule } from './scheme.ts';
import { confidentlyGood, makingGoodProgress } from './support.ts';
import { plural } from './words.ts';

export interface Decision {
  readonly rule: SchemeRule;
  /** `null` when there is insufficient evidence. */
  readonly category: SchemeCategory | null;
  /** The conditions that held, each with its fact. */
  readonly because: readonly string[];
}

/** Applies the decision table: the first row whose conditions all hold decides. The last row always holds. */
export function decide(facts: Facts, scheme: Scheme): Decision {
  for (const rule of scheme.rules) {
    const findings = rule.when.map((condition) => ({ condition, finding: check(condition, facts) }));
    if (!findings.every(({ finding }) => finding.holds)) continue;
    return {
      rule,
      category: scheme.categories.find(({ code }) => code === rule.category) ?? null,
      because: findings.map(({ finding }) => finding.words),
    };
  }
  throw new RangeError(`No row of scheme ${scheme.id} holds: its last row must always hold`);
}

function check(condition: SchemeCondition, facts: Facts): Finding {
  switch (condition.fact) {
    case 'category of concern in force':
      return expected(facts.categoryInForce, condition.is);
    case 'in transition':
      return expected(facts.inTransition, condition.is);
    case 'standing':
      return { holds: condition.oneOf.includes(facts.standing.id), words: facts.standing.words };
    case 'evidence is enough':
      return expected(facts.evidenceIsEnough, condition.is);
    case 'recently inspected':
      return expected(facts.recentlyInspected, condition.is);
    case 'confidently good':
      return expected(confidentlyGood(facts.readings), condition.is);
    case 'making good progress':
      return expected(makingGoodProgress(facts.readings), condition.is);
    case 'run by':
      return {
        holds: condition.oneOf.includes(facts.school.sector),
        words: `Run as: ${facts.school.sector}.`,
      };
    case 'phase':
      return { holds: condition.oneOf.includes(facts.school.phase), words: `Phase: ${facts.school.phase}.` };
    case 'points':
      return pointsAtLeast(condition, facts.readings);
    case 'indicator':
      return indicatorAtLeast(condition, facts.readings);
  }
}

function expected(finding: Finding, is: boolean): Finding {
  return { holds: finding.holds === is, words: finding.words };
}

function indicatorAtLeast(
  { id, atLeast }: Extract<SchemeCondition, { fact: 'indicator' }>,
  readings: readonly Reading[],
): Finding {
  const reading = readings.find(({ indicator }) => indicator === id);
  const points = reading?.points ?? 0;
  return {
    holds: points >= atLeast,
    words: `${reading?.title ?? id}: ${plural(points, 'point')}; ${atLeast} or more needed.`,
  };
}

function pointsAtLeast(
  condition: Extract<SchemeCondition, { fact: 'points' }>,
  readings: readonly Reading[],
): Finding {
  const counted = readings.filter(({ indicator }) => condition.from.includes(indicator));
  const points = counted.reduce((sum, reading) => sum + reading.points, 0);
  const parts = counted
    .filter((reading) => reading.points > 0)
    .map(({ title, points: each }) => `${title.toLowerCase()} ${each}`)
    .join(', ');
  return {
    holds: points >= condition.atLeast,
    words: `${condition.called.charAt(0).toUpperCase()}${condition.called.slice(1)}: ${points}${parts === '' ? '' : ` (${parts})`}; ${plural(condition.atLeast, 'point')} or more needed.`,
  };
}
