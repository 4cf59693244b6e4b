import { addSignatures, decisionsInForce, lockDecisions } from '#/analyse/records/decisions.ts';
import { maySign } from '#/analyse/rules/deciding/decision-standing.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { logChanges } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';

/** What came of signing. */
export interface Signed {
  readonly signed: number;
  /** Signed before, decided anew meanwhile, or their own: nothing was done to them. */
  readonly left: number;
}

/**
 * Signs decisions as the second person. A decision that was taken back meanwhile is not signed, nor one’s own, nor one that
 * needs no second signature; what is signed already stays so.
 *
 * @param asked.decisions identities of the decisions as they were read
 */
export async function signDecisions(
  parts: Pick<Parts, 'published' | 'records' | 'today'>,
  person: Person,
  asked: { readonly authority: string; readonly decisions: readonly string[] },
): Promise<Signed> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  permit(person, 'decide categories', authority.slug);
  const records = await parts.records();
  if (!(await records.has(authority.slug))) throw nothingThere();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockDecisions(transaction);
    const newest = [...(await decisionsInForce(transaction)).values()];
    const chosen = newest.filter((one) => asked.decisions.includes(one.id) && maySign(one, person.id));
    await addSignatures(transaction, chosen, { on: parts.today(), name: person.name });
    await logChanges(
      transaction,
      chosen.map(({ urn }) => ({
        ...{ act: 'signed a category as the second', urn, from: null, to: null, why: null },
        about: { kind: 'category decided', key: urn },
        aboutName: `the category of school ${urn}`,
      })),
    );
    return { signed: chosen.length, left: new Set(asked.decisions).size - chosen.length };
  });
}
