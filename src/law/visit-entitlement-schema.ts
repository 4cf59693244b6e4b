import { z } from 'zod';
import { dated, sourced } from './schemas.ts';

/** How many visits a school is owed: which schools, how many within what, and by whom. */
export const visitEntitlement = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** Identity of one of `reference/schemes/`; `null`: whatever the scheme. */
  scheme: z.string().min(1).nullable(),
  for: z.union([
    z.literal(['every school', 'schools of concern']),
    z.strictObject({ categories: z.array(z.string().min(1)).min(1) }),
  ]),
  /** What is owed, as an officer reads it. */
  what: z.string().min(1),
  times: z.int().positive(),
  /** `schoolWeeks`: so often again after so many weeks of school. */
  within: z.union([
    z.literal(['school year', 'autumn term', 'spring term', 'summer term']),
    z.strictObject({ schoolWeeks: z.int().positive() }),
  ]),
  /** Who owes it; `null`: whoever has the school. A visit that somebody else made counts all the same. */
  by: z.literal(['challenge partner', 'intervention officer']).nullable(),
  /** Kinds of paper that show that it was made. */
  counts: z.array(z.enum(['visit', 'meeting'])).min(1),
  ...dated,
  /** Where the entry is more, or less, than its source says. */
  note: z.string().min(1).exactOptional(),
  ...sourced,
});

type Entry = z.infer<typeof visitEntitlement>;

/** What is wrong with entitlements to visits beyond their shape: schemes and categories that there are not. */
export function visitEntitlementProblems(
  entries: readonly Entry[],
  schemes: readonly { readonly id: string; readonly categories: readonly { readonly code: string }[] }[],
): readonly string[] {
  return entries.flatMap(({ id, scheme, for: schools }) => {
    const where = `visit-entitlements.json, ${id}`;
    const known = schemes.find((one) => one.id === scheme);
    if (scheme !== null && known === undefined) return [`${where}: there is no scheme ${scheme}`];
    if (typeof schools === 'string') return [];
    if (known === undefined) return [`${where}: categories are those of a scheme, and none is named`];
    const codes = new Set(known.categories.map(({ code }) => code));
    return schools.categories
      .filter((code) => !codes.has(code))
      .map((code) => `${where}: the scheme has no category ${code}`);
  });
}
