import type { IsoDate } from '#/schools/rules/dates.ts';

/** How inspection worked at a time: how likely a school is to be inspected in a term, and how hard the grades are. */
export interface Regime {
  readonly from: IsoDate;
  readonly name: string;
  /** Performance from which a school is judged outstanding, good, and not inadequate. Frameworks grew milder in effect. */
  readonly outstanding: number;
  readonly good: number;
  readonly notInadequate: number;
  /** Chance of an inspection in a term, by last grade and years since the last routine inspection. */
  readonly hazard: (grade: 1 | 2 | 3 | 4, years: number) => number;
  /** Good schools get an ungraded inspection (short inspection until 2019), from this many in a hundred. */
  readonly ungradedShare: number;
  /** Of those, the share that turns into a graded inspection on the spot. */
  readonly conversion: number;
}

const steps =
  (...ages: readonly (readonly [number, number])[]) =>
  (years: number): number =>
    ages.reduce((chance, [age, hazard]) => (years >= age ? hazard : chance), 0);

const requiresImprovement = steps([1.2, 0.12], [1.7, 0.5], [2.2, 0.8]);
const inadequate = steps([0.9, 0.25], [1.4, 0.5], [1.9, 0.8]);

const by =
  (one: (years: number) => number, two: (years: number) => number, three = requiresImprovement) =>
  (grade: 1 | 2 | 3 | 4, years: number): number =>
    grade === 1 ? one(years) : grade === 2 ? two(years) : grade === 3 ? three(years) : inadequate(years);

/** Dates and rules from `domain.md` 1.1: exemption 2012 to 2020, short inspections 2015, Covid pause, no overall grade. */
export const regimes: readonly Regime[] = [
  {
    from: '2009-09-01',
    name: 'satisfactory',
    outstanding: 0.8,
    good: -0.45,
    notInadequate: -2,
    hazard: by(steps([3, 0.12]), steps([2.8, 0.25], [3.5, 0.4]), steps([1.5, 0.15], [2.3, 0.35])),
    ungradedShare: 0,
    conversion: 0,
  },
  {
    from: '2012-09-01',
    name: 'requires improvement',
    outstanding: 0.95,
    good: -0.49,
    notInadequate: -1.95,
    hazard: by(steps([2, 0.012]), steps([3, 0.16], [4.3, 0.45])),
    ungradedShare: 0,
    conversion: 0,
  },
  {
    from: '2015-09-01',
    name: 'short inspections',
    outstanding: 1.15,
    good: -0.72,
    notInadequate: -2.05,
    hazard: by(steps([2, 0.015]), steps([2.8, 0.2], [4, 0.5]), steps([1.7, 0.25], [2.2, 0.6])),
    ungradedShare: 0.9,
    conversion: 0.33,
  },
  {
    from: '2018-01-01',
    name: 'short inspections without conversion',
    outstanding: 1.25,
    good: -0.85,
    notInadequate: -2.1,
    hazard: by(steps([2, 0.02]), steps([3.5, 0.2], [4.4, 0.5]), steps([1.7, 0.25], [2.2, 0.6])),
    ungradedShare: 0.9,
    conversion: 0.02,
  },
  {
    from: '2020-03-17',
    name: 'pause',
    outstanding: 9,
    good: 9,
    notInadequate: 9,
    hazard: () => 0,
    ungradedShare: 0,
    conversion: 0,
  },
  {
    from: '2021-09-01',
    name: 'education inspection framework',
    outstanding: 1.5,
    good: -0.95,
    notInadequate: -2.3,
    hazard: by(
      steps([4, 0.12], [7, 0.17]),
      steps([4, 0.1], [5, 0.25], [6, 0.45]),
      steps([1.8, 0.25], [2.4, 0.6]),
    ),
    ungradedShare: 0.68,
    conversion: 0.01,
  },
  {
    from: '2024-09-23',
    name: 'no overall grade',
    outstanding: 1.5,
    good: -0.95,
    notInadequate: -2.3,
    hazard: by(
      steps([3.5, 0.09], [5, 0.2]),
      steps([3.5, 0.11], [4.3, 0.24], [5.5, 0.42]),
      steps([1.8, 0.25], [2.4, 0.6]),
    ),
    ungradedShare: 0.5,
    conversion: 0,
  },
  {
    from: '2025-07-23',
    name: 'between',
    outstanding: 9,
    good: 9,
    notInadequate: 9,
    hazard: () => 0,
    ungradedShare: 0,
    conversion: 0,
  },
  {
    from: '2025-11-10',
    name: 'report cards',
    outstanding: 1.5,
    good: -0.95,
    notInadequate: -2.3,
    hazard: by(steps([3.5, 0.05]), steps([3.2, 0.05], [5, 0.12]), steps([1.5, 0.2])),
    ungradedShare: 0,
    conversion: 0,
  },
];

export function regimeOn(date: IsoDate): Regime {
  const regime = regimes.findLast((candidate) => candidate.from <= date);
  if (regime === undefined) throw new Error(`No inspection regime on ${date}.`);
  return regime;
}
