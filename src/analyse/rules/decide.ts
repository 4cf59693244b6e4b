import type { Facts, Finding } from './facts.ts';
import type { Reading } from './reading.ts';
import type { Scheme, SchemeCategory, SchemeCondition, SchemeRule } from './scheme.ts';
import { confidentlyGood, makingGoodProgress, pointsOf } from './support.ts';
import { plural, sentenceCase } from './words.ts';

export interface Decision {
  readonly rule: SchemeRule;
  /** `null` when there is insufficient evidence. */
  readonly category: SchemeCategory | null;
  /** The conditions that held, each with its fact. */
  readonly because: readonly string[];
}

/** Applies the decision table: the first row whose conditions all hold decides. The last row always holds. */
export function decide(facts: Facts, scheme: Scheme): Decision {
  const decided = decideOnly(facts, scheme);
  return { ...decided, because: decided.rule.when.map((condition) => factInWords(condition, facts)) };
}

/** The same without words, for what is only tried. */
export function decideOnly(facts: Facts, scheme: Scheme): Omit<Decision, 'because'> {
  const rule = scheme.rules.find(({ when }) => when.every((condition) => holds(condition, facts)));
  if (rule === undefined) {
    throw new RangeError(`No row of scheme ${scheme.id} holds: its last row must always hold`);
  }
  return { rule, category: scheme.categories.find(({ code }) => code === rule.category) ?? null };
}

/** Whether a school meets a condition. */
function holds(condition: SchemeCondition, facts: Facts): boolean {
  if ('is' in condition) return finding(condition.fact, facts).holds === condition.is;
  switch (condition.fact) {
    case 'standing':
      return condition.oneOf.includes(facts.standing.id);
    case 'run by':
      return condition.oneOf.includes(facts.school.sector);
    case 'phase':
      return condition.oneOf.includes(facts.school.phase);
    case 'points':
      return pointsOf(facts.readings, condition.from) >= condition.atLeast;
    case 'indicator':
      return pointsOf(facts.readings, [condition.id]) >= condition.atLeast;
  }
}

/** What of a school a condition looked at. */
function factInWords(condition: SchemeCondition, facts: Facts): string {
  if ('is' in condition) return finding(condition.fact, facts).words;
  switch (condition.fact) {
    case 'standing':
      return facts.standing.words;
    case 'run by':
      return `Run as: ${facts.school.sector}.`;
    case 'phase':
      return `Phase: ${facts.school.phase}.`;
    case 'points':
      return pointsInWords(condition, facts.readings);
    case 'indicator': {
      const title = facts.readings.find(({ indicator }) => indicator === condition.id)?.title ?? condition.id;
      const points = pointsOf(facts.readings, [condition.id]);
      return `${title}: ${plural(points, 'point')}; ${condition.atLeast} or more needed.`;
    }
  }
}

type YesOrNo = Extract<SchemeCondition, { is: boolean }>['fact'];

function finding(fact: YesOrNo, facts: Facts): Finding {
  switch (fact) {
    case 'category of concern in force':
      return facts.categoryInForce;
    case 'in transition':
      return facts.inTransition;
    case 'evidence is enough':
      return facts.evidenceIsEnough;
    case 'recently inspected':
      return facts.recentlyInspected;
    case 'confidently good':
      return confidentlyGood(facts.readings);
    case 'making good progress':
      return makingGoodProgress(facts.readings);
  }
}

function pointsInWords(
  { from, called, atLeast }: Extract<SchemeCondition, { fact: 'points' }>,
  readings: readonly Reading[],
): string {
  const parts = readings
    .filter(({ indicator, points }) => from.includes(indicator) && points > 0)
    .map(({ title, points }) => `${title.toLowerCase()} ${points}`)
    .join(', ');
  return `${sentenceCase(called)}: ${pointsOf(readings, from)}${parts === '' ? '' : ` (${parts})`}; ${plural(atLeast, 'point')} or more needed.`;
}
