import type { Sector, Phase } from '#/schools/rules/school.ts';
import type { Facts } from './facts.ts';
import type { IndicatorId, Reading } from './reading.ts';
import type { Scheme, SchemeCondition, SchemeRule, StandingId } from './scheme.ts';

/** What a decision table can look at, as if it were a school: for asking a table what it would say. */
export interface Situation {
  readonly category: boolean;
  readonly transition: boolean;
  readonly enough: boolean;
  readonly recent: boolean;
  readonly standing: StandingId;
  readonly sector: Sector;
  readonly phase: Phase;
  readonly points: Readonly<Partial<Record<IndicatorId, number>>>;
  /** Results that give no point are sure to give none. */
  readonly sure: boolean;
}

const standings: readonly StandingId[] = ['strongest', 'secure', 'partly below', 'below', 'serious', 'none'];
const sectors: readonly Sector[] = ['maintained', 'academy', 'free school', 'non-maintained special'];
const phases: readonly Phase[] = ['nursery', 'primary', 'secondary', 'special', 'pupil referral unit'];

/** So many situations, the same each time: spread over everything a table can look at, few points and many. */
export function situationsOf(scheme: Scheme, number: number): readonly Situation[] {
  return Array.from({ length: number }, (_, index) => anySituation(scheme, index));
}

/** A situation that meets a row, and is otherwise like the ones above. */
export function situationFor(rule: SchemeRule, scheme: Scheme, index: number): Situation {
  const next = numbersFrom(index + 77_777);
  return rule.when.reduce(
    (situation, condition) => meeting(situation, condition, scheme, next),
    // Few points elsewhere: rows above are mostly of more concern.
    index % 2 === 0 ? { ...anySituation(scheme, index), points: {} } : anySituation(scheme, index),
  );
}

function anySituation(scheme: Scheme, index: number): Situation {
  const next = numbersFrom(index + 1);
  const often = next();
  const points = Object.fromEntries(
    scheme.indicators.map(({ id, maximum }) => [id, next() < often ? Math.floor(next() * (maximum + 1)) : 0]),
  );
  return {
    category: next() < 0.1,
    transition: next() < 0.25,
    enough: next() > 0.1,
    recent: next() < 0.5,
    standing: oneOf(standings, next),
    sector: oneOf(sectors, next),
    phase: oneOf(phases, next),
    points,
    sure: next() < 0.5,
  };
}

function meeting(
  situation: Situation,
  condition: SchemeCondition,
  scheme: Scheme,
  next: () => number,
): Situation {
  switch (condition.fact) {
    case 'category of concern in force':
      return { ...situation, category: condition.is };
    case 'in transition':
      return { ...situation, transition: condition.is };
    case 'evidence is enough':
      return { ...situation, enough: condition.is };
    case 'recently inspected':
      return { ...situation, recent: condition.is };
    case 'standing':
      return { ...situation, standing: oneOf(condition.oneOf, next) };
    case 'run by':
      return { ...situation, sector: oneOf(condition.oneOf, next) };
    case 'phase':
      return { ...situation, phase: oneOf(condition.oneOf, next) };
    case 'confidently good':
    case 'making good progress':
      return condition.is
        ? { ...situation, sure: true, points: without(situation.points, results) }
        : { ...situation, sure: false };
    case 'indicator':
      return withPoints(situation, scheme, [condition.id], condition.atLeast, next);
    case 'points':
      return withPoints(situation, scheme, condition.from, condition.atLeast, next);
  }
}

const results: readonly IndicatorId[] = ['attainment', 'progress', 'trend'];

function without(points: Situation['points'], ids: readonly IndicatorId[]): Situation['points'] {
  return { ...points, ...Object.fromEntries(ids.map((id) => [id, 0])) };
}

/** Points added one by one, here and there, until the sum is reached. */
function withPoints(
  situation: Situation,
  scheme: Scheme,
  ids: readonly IndicatorId[],
  atLeast: number,
  next: () => number,
): Situation {
  const points = { ...situation.points };
  const sum = (): number => ids.reduce((total, id) => total + (points[id] ?? 0), 0);
  for (let left = 200; left > 0 && sum() < atLeast; left -= 1) {
    const id = oneOf(ids, next);
    points[id] = Math.min((points[id] ?? 0) + 1, maximumOf(scheme, id));
  }
  return { ...situation, points };
}

function maximumOf(scheme: Scheme, id: IndicatorId): number {
  return scheme.indicators.find((one) => one.id === id)?.maximum ?? 0;
}

/** The situation with a little more risk, in each way there is, and what makes it so. */
export function worseThan(
  situation: Situation,
  scheme: Scheme,
): readonly { readonly situation: Situation; readonly words: string }[] {
  const { standing, points } = situation;
  const lower =
    standing === 'none' || standing === 'serious' ? null : standings[standings.indexOf(standing) + 1];
  const meaning = (id: StandingId): string => scheme.standings.find((one) => one.id === id)?.meaning ?? id;
  return [
    ...(lower === null || lower === undefined
      ? []
      : [
          {
            situation: { ...situation, standing: lower },
            words: `the last inspection is of “${meaning(lower)}” instead of “${meaning(standing)}”`,
          },
        ]),
    ...(situation.category
      ? []
      : [
          {
            situation: { ...situation, category: true },
            words: 'Ofsted puts it in a category of concern',
          },
        ]),
    ...scheme.indicators.flatMap(({ id, title, maximum }) =>
      (points[id] ?? 0) >= maximum
        ? []
        : [
            {
              situation: { ...situation, points: { ...points, [id]: (points[id] ?? 0) + 1 } },
              words: `${title.toLowerCase()} gives ${(points[id] ?? 0) + 1} instead of ${points[id] ?? 0}`,
            },
          ],
    ),
  ];
}

/** A situation as the decision table sees a school. */
export function factsIn(situation: Situation, scheme: Scheme): Facts {
  const finding = (holds: boolean) => ({ holds, words: '' });
  return {
    school: { sector: situation.sector, phase: situation.phase },
    categoryInForce: finding(situation.category),
    inTransition: finding(situation.transition),
    standing: { id: situation.standing, words: '' },
    evidenceIsEnough: finding(situation.enough),
    recentlyInspected: finding(situation.recent),
    readings: scheme.indicators.map(({ id, title, maximum }) => {
      const points = situation.points[id] ?? 0;
      return {
        ...blank,
        indicator: id,
        title,
        points,
        maximum,
        pointsCouldBe: [points, situation.sure ? points : Math.max(points, 1)],
      };
    }),
  };
}

const blank: Reading = {
  indicator: 'attainment',
  title: '',
  state: 'read',
  shown: '',
  number: null,
  unit: null,
  threshold: '',
  points: 0,
  maximum: 0,
  pointsCouldBe: [0, 0],
  interval: null,
  period: null,
  sources: [],
  reason: '',
};

function oneOf<One>(choices: readonly One[], next: () => number): One {
  const chosen = choices[Math.floor(next() * choices.length)];
  if (chosen === undefined) throw new RangeError('Nothing to choose from');
  return chosen;
}

/** Numbers from 0 up to 1 that look like chance and are the same each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
