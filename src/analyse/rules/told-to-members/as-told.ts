import type { Urn } from '#/schools/rules/urn.ts';

/** What is decided and told of a school, as far as the counts need it. */
export interface DecisionTold {
  readonly group: string | null;
  readonly ofConcern: boolean;
}

/**
 * The schools of an analysis, each in the group that it is told: as decided, from its first letter on; otherwise as proposed.
 *
 * @param concern names of the groups that cause concern, for schools that were told no decision
 */
export function asTold<School extends { readonly urn: Urn; readonly group: string | null }>(
  schools: readonly School[],
  told: ReadonlyMap<Urn, DecisionTold>,
  concern: readonly string[],
): readonly (School & { readonly decided: boolean; readonly ofConcern: boolean })[] {
  return schools.map((school) => {
    const decision = told.get(school.urn);
    return decision === undefined
      ? { ...school, decided: false, ofConcern: concern.includes(school.group ?? '') }
      : { ...school, group: decision.group, decided: true, ofConcern: decision.ofConcern };
  });
}
