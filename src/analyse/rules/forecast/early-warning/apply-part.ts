import type { Facts } from './facts.ts';
import type { PartModel } from './model.ts';
import type { Term } from './terms.ts';

/** What one term adds for a school, and its standard error. */
export interface TermAdds {
  readonly term: Term;
  readonly amount: number;
  readonly error: number;
}

/** What every term adds to the logarithm of the odds. @throws Error where the model is not of these terms */
export function addsOf(part: PartModel, terms: readonly Term[], facts: Facts): readonly TermAdds[] {
  return terms.map((term, index) => {
    const own = part.terms[index];
    if (own?.id !== term.id) throw new Error(`The model has no term ${term.id} at its place`);
    const level = term.scale.level(facts);
    const [amount, error] = [own.effects[level], own.errors[level]];
    if (amount === undefined || error === undefined) throw new Error(`${term.id} has no level ${level}`);
    return { term, amount, error };
  });
}

export function logitOf(part: PartModel, adds: readonly TermAdds[]): number {
  return adds.reduce((sum, { amount }) => sum + amount, part.intercept);
}

/** Standard error of the whole sum: what terms share makes it smaller than their errors taken apart. */
export function errorOf(part: PartModel, adds: readonly TermAdds[]): number {
  const apart = adds.reduce((sum, { error }) => sum + error ** 2, 0);
  return Math.sqrt(part.jointShare * apart);
}
