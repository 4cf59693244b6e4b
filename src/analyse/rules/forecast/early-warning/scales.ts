import type { AdditiveTerm, Tie } from '#/statistics/additive-logistic.ts';
import type { Facts } from './facts.ts';

/** How a fact is told apart: into steps of a scale, or into kinds. */
export interface Scale {
  /** What each level says, as a model's card and file name it. */
  readonly levels: readonly string[];
  readonly level: (facts: Facts) => number;
  /** Neighbouring levels are drawn together; kinds are not. */
  readonly ordered: boolean;
}

/** Steps at the cuts, upper ends included, and a last level for what is not known. */
export function steps(of: (facts: Facts) => number, cuts: readonly number[], unit = ''): Scale {
  const levels = [
    ...cuts.map((cut, index) =>
      index === 0 ? `up to ${cut}${unit}` : `above ${cuts[index - 1] ?? ''} to ${cut}${unit}`,
    ),
    `above ${cuts.at(-1) ?? ''}${unit}`,
    'not known',
  ];
  return {
    levels,
    level: (facts) => {
      const number = of(facts);
      if (Number.isNaN(number)) return cuts.length + 1;
      const place = cuts.findIndex((cut) => number <= cut);
      return place === -1 ? cuts.length : place;
    },
    ordered: true,
  };
}

export function kinds<Kind extends string | number>(
  of: (facts: Facts) => Kind,
  known: readonly (readonly [Kind, string])[],
): Scale {
  const place = new Map(known.map(([kind], index) => [kind, index]));
  return {
    levels: known.map(([, words]) => words),
    level: (facts) => place.get(of(facts)) ?? 0,
    ordered: false,
  };
}

/** Every level of one scale with every level of another. */
export function crossed(first: Scale, second: Scale): Scale & { readonly of: readonly [Scale, Scale] } {
  const width = second.levels.length;
  return {
    levels: first.levels.flatMap((one) => second.levels.map((other) => `${one} · ${other}`)),
    level: (facts) => first.level(facts) * width + second.level(facts),
    ordered: false,
    of: [first, second],
  };
}

/** How strongly effects are drawn to nothing and neighbours to one another. Chosen on forecasts of 2016 to 2018. */
export interface Smoothing {
  readonly ridge: number;
  readonly ties: number;
  /** Ties between neighbours of two crossed scales, which have fewer rows at each level. */
  readonly crossedTies: number;
}

export function termOf(
  scale: Scale | ReturnType<typeof crossed>,
  { ridge, ties, crossedTies }: Smoothing,
): AdditiveTerm {
  const levels = scale.levels.length;
  if (!('of' in scale)) return { levels, ridge, ties: scale.ordered ? neighbours(scale, ties) : [] };
  const [first, second] = scale.of;
  const width = second.levels.length;
  const across = neighbours(second, crossedTies);
  const down = neighbours(first, crossedTies);
  return {
    levels,
    ridge,
    ties: [
      ...first.levels.flatMap((_, row) =>
        across.map((tie) => ({ ...tie, first: row * width + tie.first, second: row * width + tie.second })),
      ),
      ...down.flatMap((tie) =>
        second.levels.map((_, column) => ({
          ...tie,
          first: tie.first * width + column,
          second: tie.second * width + column,
        })),
      ),
    ],
  };
}

/** The level for what is not known has no neighbour. */
function neighbours({ levels, ordered }: Scale, weight: number): readonly Tie[] {
  if (!ordered) return [];
  return levels.slice(0, -2).map((_, index) => ({ first: index, second: index + 1, weight }));
}
