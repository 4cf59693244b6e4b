import { categoriesKept } from '#/analyse/records/kept-to-mark.ts';
import { runs as riskRuns } from '#/analyse/records/risk-runs.ts';
import type { CategoryHeld, OverallGrade } from '#/analyse/rules/forecast/marking/categories.ts';
import type { Reference } from '#/law/reference.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { schemeOf } from './schemes-of.ts';

/** The categories of an authority's analyses, as far as the reader may read them, and how many analyses there were. */
export interface CategoriesHeld {
  readonly categories: readonly CategoryHeld[];
  readonly riskRuns: number;
}

/** Every category in every run, with what its scheme says that it expects; of the runs by one scheme, or of all. */
export async function categoriesHeld(
  transaction: AuthorityTransaction,
  authority: string,
  reference: Reference,
  bySchemeId?: string,
): Promise<CategoriesHeld> {
  const list = (await riskRuns(transaction, authority)).filter(
    ({ scheme }) => bySchemeId === undefined || scheme === bySchemeId,
  );
  const expects = new Map<string, OverallGrade>();
  for (const run of list) {
    const scheme = await schemeOf(transaction, reference, run);
    for (const { code, predictedGrade } of scheme?.categories ?? [])
      if (predictedGrade !== undefined) expects.set(`${run.id} ${code}`, predictedGrade);
  }
  const runOf = new Map(list.map((run) => [run.id, run]));
  const categories = (await categoriesKept(transaction)).flatMap(({ run, urn, category }) => {
    const of = runOf.get(run);
    if (of === undefined) return [];
    const { asAt, ranAt, scheme } = of;
    return [{ run, asAt, ranAt, scheme, urn, category, expects: expects.get(`${run} ${category}`) ?? null }];
  });
  return { categories, riskRuns: list.length };
}
