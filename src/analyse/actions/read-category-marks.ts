import { followSchools } from '#/analyse/rules/forecast/marking/followed-schools.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { reachOf, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { categoriesHeld } from './categories-held.ts';
import { markedCategories } from './marked-views.ts';
import type { CategoriesRead } from './marking-read.ts';

/**
 * How often inspections found something else than the categories of one scheme expected. `null` for whoever may not read the
 * category of every school.
 */
export async function readCategoryMarks(
  parts: Pick<Parts, 'published' | 'records' | 'reference'>,
  person: Person,
  slug: string,
  scheme: string,
): Promise<CategoriesRead | null> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read published data', authority.slug);
  if (!reachOf(person, 'read categories', authority.slug).all) return null;
  const reference = parts.reference();
  const held = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    categoriesHeld(transaction, authority.slug, reference, scheme),
  );
  const histories = await store.histories({ authority: authority.slug, measures: [] });
  return markedCategories(held, followSchools(histories, reference), reference);
}
