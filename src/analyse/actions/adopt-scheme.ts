import { addAdoption, adoptions, lockAdoptions, type Adoption } from '#/analyse/records/adopted-schemes.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';

/** What came of adopting: `already` when the very same scheme was in use, and stays so. */
export interface AdoptionOutcome extends Adoption {
  readonly already: boolean;
}

/**
 * Takes a scheme on for an authority: its own, checked before (`checkSchemeText`), as the next version of that name; or
 * one of those there are. It is kept with who adopted it, when and why, and nothing that was adopted before is changed.
 * The next analysis uses it.
 */
export async function adoptScheme(
  parts: Pick<Parts, 'published' | 'records' | 'reference'>,
  person: Person,
  request: { readonly authority: string | undefined; readonly scheme: Scheme; readonly why: string },
): Promise<AdoptionOutcome> {
  const store = await parts.published();
  const why = request.why.trim();
  const [authority] = answersOrFailures(
    await authorityNamed(store, request.authority),
    why === ''
      ? new KnownError('usage', 'A scheme is adopted for a reason, and none is given.', [
          'Say why, for example: --why "Agreed with heads on 1 July 2026"',
        ])
      : why,
  );
  permit(person, 'adopt a scheme', authority.slug);
  const own = !parts.reference().schemes.some(({ id }) => id === request.scheme.id);
  const records = await parts.records();
  await records.prepareAuthority(authority.slug, authority.name);
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockAdoptions(transaction);
    const before = await adoptions(transaction);
    const [inUse] = before;
    if (inUse !== undefined && JSON.stringify(inUse.given) === JSON.stringify(request.scheme)) {
      return { ...inUse, already: true };
    }
    const version = 1 + before.filter(({ given }) => given.id === request.scheme.id).length;
    await addAdoption(transaction, { scheme: request.scheme, version, own, why, adoptedByName: person.name });
    const [added] = await adoptions(transaction);
    if (added === undefined) throw new Error('An adoption was added and cannot be read');
    await logChange(transaction, {
      act: 'adopted a scheme',
      about: { kind: 'scheme', key: added.id },
      aboutName: added.scheme.title,
      urn: null,
      from: inUse?.scheme.title ?? null,
      to: added.scheme.title,
      why,
    });
    return { ...added, already: false };
  });
}
