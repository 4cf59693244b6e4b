import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';

/** The authority whose school has this reference number, open or closed. Throws `KnownError` when no file has it. */
export async function authorityOfSchool(
  parts: Pick<Parts, 'published' | 'today'>,
  person: Person,
  urn: string,
): Promise<AuthorityInStore> {
  if (!/^[0-9]{6}$/.test(urn)) {
    throw new KnownError('usage', `“${urn}” is not a school’s unique reference number (URN).`, [
      'Give its six digits, for example: npx middletier school 121042',
    ]);
  }
  const store = await parts.published();
  const [school] = await store.evidence({
    asAt: parts.today(),
    urns: [urn],
    includeClosed: true,
    withoutValues: true,
  });
  if (school === undefined) {
    const nothing = (await store.authorities()).length === 0 ? await authorityNamed(store, undefined) : null;
    answersOrFailures(nothing);
    throw new KnownError('not-found', `No file imported has a school with the reference number ${urn}.`, [
      'Check the six digits, or import a register that has the school.',
    ]);
  }
  const [authority] = answersOrFailures(await authorityNamed(store, school.school.authority));
  permit(person, 'read published data', authority.slug);
  return authority;
}
