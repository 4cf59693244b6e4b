import { findInForce } from '#/law/dated.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Grade, Inspection, Judgement } from '#/schools/rules/inspection.ts';
import type { Reference } from '#/law/reference.ts';
import type { StandingId } from './scheme.ts';

/** How bad a judgement is, in the scale of its own framework: 0 the highest, 1 good, 2 below good, 3 the lowest. */
export type Weakness = 0 | 1 | 2 | 3;

const weaknesses: Readonly<Partial<Record<Grade, Weakness>>> = {
  1: 0,
  2: 1,
  3: 2,
  4: 3,
  Exceptional: 0,
  'Strong standard': 0,
  'Expected standard': 1,
  'Needs attention': 2,
  'Urgent improvement': 3,
  Met: 0,
  'Not met': 3,
  Effective: 0,
  'Not effective': 3,
};

export interface WeighedJudgement extends Judgement {
  readonly weakness: Weakness;
  /** About teaching, achievement or leadership in its framework. */
  readonly decisive: boolean;
  /** Judgements of safeguarding have two outcomes, so the better one says nothing about strength. */
  readonly safeguarding: boolean;
}

interface Weighed {
  readonly startedOn: IsoDate;
  readonly frameworks: Reference['frameworks'];
  readonly judgements: readonly WeighedJudgement[];
}

/** By the identity of the list, which never changes: several indicators ask about one inspection. */
const weighedBefore = new WeakMap<Inspection['judgements'], Weighed>();

/** The judgements of an inspection that say something, each weighed in the scale of its framework, weakest first. */
export function weighJudgements(
  { judgements, startedOn }: Pick<Inspection, 'judgements' | 'startedOn'>,
  { frameworks }: Pick<Reference, 'frameworks'>,
): readonly WeighedJudgement[] {
  const before = weighedBefore.get(judgements);
  if (before?.startedOn === startedOn && before.frameworks === frameworks) return before.judgements;
  const weighed = weigh(judgements, findInForce(frameworks, startedOn)?.areas ?? []);
  weighedBefore.set(judgements, { startedOn, frameworks, judgements: weighed });
  return weighed;
}

function weigh(
  judgements: Inspection['judgements'],
  areas: Reference['frameworks'][number]['areas'],
): readonly WeighedJudgement[] {
  const decisive = new Set(areas.filter((area) => area.decisive).map(({ area }) => plainArea(area)));
  return judgements
    .flatMap((judgement) => {
      const weakness = weaknesses[judgement.grade];
      if (weakness === undefined) return [];
      const area = plainArea(judgement.area);
      return [
        { ...judgement, weakness, decisive: decisive.has(area), safeguarding: area.includes('safeguarding') },
      ];
    })
    .toSorted(
      (a, b) =>
        b.weakness - a.weakness || Number(b.decisive) - Number(a.decisive) || a.area.localeCompare(b.area),
    );
}

/** Files say `Effectiveness of leadership and management`, frameworks also `Leadership and management`. */
export function plainArea(area: string): string {
  return area
    .toLowerCase()
    .replace(/^effectiveness of /, '')
    .replace(/\s*\(where applicable\)$/, '')
    .trim();
}

/**
 * Where a school stands by a full inspection, in the scheme's own terms. A local convention, never an Ofsted grade: an
 * overall grade decides where there is one; where there is none, quality of education and leadership decide (the
 * Department's convention for 2024/25), and in a report card leadership and governance (its rule for stuck schools).
 */
export function standingOf(
  inspection: Pick<Inspection, 'kind' | 'startedOn' | 'overall' | 'category' | 'judgements'> | null,
  reference: Pick<Reference, 'frameworks'>,
): StandingId {
  if (inspection === null) return 'none';
  if (inspection.category !== null) return 'serious';
  if (typeof inspection.overall === 'number') {
    return (['strongest', 'secure', 'below', 'serious'] as const)[inspection.overall - 1] ?? 'none';
  }
  const judgements = weighJudgements(inspection, reference);
  if (judgements.length === 0) return 'none';
  if (judgements.some(({ weakness }) => weakness === 3)) return 'serious';
  const weak = judgements.filter(({ weakness }) => weakness === 2);
  if (weak.some((judgement) => decides(judgement, inspection))) return 'below';
  if (weak.length > 0) return 'partly below';
  const graded = judgements.filter(({ safeguarding }) => !safeguarding);
  return graded.length > 0 && graded.every(({ weakness }) => weakness === 0) ? 'strongest' : 'secure';
}

function decides({ area }: Judgement, { kind }: Pick<Inspection, 'kind'>): boolean {
  const name = plainArea(area);
  return kind === 'report card'
    ? name === 'leadership and governance'
    : name === 'quality of education' || name === 'leadership and management';
}

/** Below good, or its equivalent for the scheme. */
export function isBelow(standing: StandingId): boolean {
  return standing === 'below' || standing === 'serious';
}
