import { adoptions, type Adoption } from '#/analyse/records/adopted-schemes.ts';
import type { Run } from '#/analyse/records/run.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { knownSchemes, type KnownSchemes } from './scheme-asked.ts';

/** The schemes an authority can use, and what it has adopted, newest first. Nothing confidential: criteria are published. */
export async function schemesOf(
  parts: Pick<Parts, 'records' | 'reference'>,
  person: Person,
  slug: string,
): Promise<KnownSchemes & { readonly adopted: readonly Adoption[] }> {
  const adopted = (await ifAnyRecords(parts, person, slug, adoptions)) ?? [];
  return { ...knownSchemes(parts.reference(), adopted), adopted };
}

/** The scheme a run was made by; `null` when it is no longer there. */
export async function schemeOf(
  transaction: AuthorityTransaction,
  reference: Reference,
  run: Run,
): Promise<Scheme | null> {
  const ours = reference.schemes.find(({ id }) => id === run.scheme);
  if (ours !== undefined) return ours;
  return (await adoptions(transaction)).find(({ id }) => id === run.scheme)?.scheme ?? null;
}
