import { decideOnly } from '#/analyse/rules/decide.ts';
import { factsOf } from '#/analyse/rules/facts.ts';
import { policyFrom } from '#/analyse/rules/policy.ts';
import type { Reference } from '#/law/reference.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/**
 * The category a scheme proposes for each school from published facts alone, as known on a day. It is not what the authority
 * decided, nor what its own services told: what is made of it may be shown as shares to whoever reads shares.
 *
 * @returns no entry where the evidence is not enough
 */
export function categoriesFromPublished(
  evidence: readonly Evidence[],
  reference: Reference,
  scheme: string,
  asAt: IsoDate,
): ReadonlyMap<Urn, string> {
  const policy = policyFrom(reference, scheme, asAt);
  return new Map(
    evidence.flatMap((one) => {
      const { category } = decideOnly(factsOf(one, policy), policy.scheme);
      return category === null ? [] : [[one.school.urn, category.code] as const];
    }),
  );
}
