import { decisionsOf } from '#/analyse/records/decisions.ts';
import type { CategoryDecision } from '#/analyse/rules/deciding/decision.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { Parts } from '#/parts.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What schools were told of their categories, in the order of the letters, as far as the person may know. */
export async function toldBySchool(
  parts: Pick<Parts, 'records'>,
  person: Person,
  authority: string,
  urn?: Urn,
): Promise<ReadonlyMap<Urn, readonly ToldDecision[]>> {
  const decisions =
    (await ifAnyRecords(parts, person, authority, (transaction) => decisionsOf(transaction, urn))) ?? [];
  const told = decisions
    .flatMap((one): readonly ToldDecision[] => (one.told === null ? [] : [{ ...one, told: one.told }]))
    .toSorted((a, b) => a.told.on.localeCompare(b.told.on) || a.told.keptAt.localeCompare(b.told.keptAt));
  return Map.groupBy(told, (one) => one.urn);
}

/** A decision that head and chair were told. */
export type ToldDecision = CategoryDecision & { readonly told: NonNullable<CategoryDecision['told']> };
