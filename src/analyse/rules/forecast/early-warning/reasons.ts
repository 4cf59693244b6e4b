import type { Contribution } from '../forecast.ts';
import { allElse } from './contributions.ts';

/** One thing that raises or lowers a chance, whichever part it moves. */
export interface Reason {
  readonly term: string;
  readonly words: string;
  /** Differences of the logarithm of odds; above 0 raises the chance. `amount` is the sum of the two parts. */
  readonly amount: number;
  readonly timing: number;
  readonly outcome: number;
}

/** Timing and outcome of one theme as one reason, largest first; what is too little to be told by itself comes last. */
export function mergeReasons(contributions: readonly Contribution[]): readonly Reason[] {
  const merged = [...Map.groupBy(contributions, ({ term }) => term)].map(([term, own]): Reason => {
    const sumOf = (part: Contribution['part']): number =>
      own.reduce((sum, one) => (one.part === part ? sum + one.amount : sum), 0);
    const [timing, outcome] = [sumOf('timing'), sumOf('outcome')];
    return { term, words: own[0]?.words ?? '', amount: timing + outcome, timing, outcome };
  });
  return merged.toSorted(
    (a, b) =>
      Number(a.term === allElse) - Number(b.term === allElse) ||
      Math.abs(b.amount) - Math.abs(a.amount) ||
      a.term.localeCompare(b.term),
  );
}

/** The largest reason that raises the chance and the largest that lowers it; `null` where there is none. */
export function biggestReasons(contributions: readonly Contribution[]): {
  readonly raises: Reason | null;
  readonly lowers: Reason | null;
} {
  const told = mergeReasons(contributions).filter(({ term }) => term !== allElse);
  return {
    raises: told.find(({ amount }) => amount > 0) ?? null,
    lowers: told.find(({ amount }) => amount < 0) ?? null,
  };
}

/** Which part of the chance a reason moves, for people: the smaller part is named only where it is a fifth of the larger. */
export function partMoved({ timing, outcome }: Reason): 'when' | 'what' | 'both' {
  const [less, more] = [Math.abs(timing), Math.abs(outcome)].toSorted((a, b) => a - b);
  if ((less ?? 0) >= (more ?? 0) / 5) return 'both';
  return Math.abs(timing) > Math.abs(outcome) ? 'when' : 'what';
}
