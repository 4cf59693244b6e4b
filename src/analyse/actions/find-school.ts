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
    throw await unknownSchool(parts, urn);
  }
  const [authority] = answersOrFailures(await authorityNamed(store, school.school.authority));
  permit(person, 'read published data', authority.slug);
  return authority;
}

/** A number that closed with its school is in no register, but people know it: the school that came after is named. */
async function unknownSchool(
  { published, today }: Pick<Parts, 'published' | 'today'>,
  urn: string,
): Promise<KnownError> {
  const store = await published();
  const all = await store.evidence({ asAt: today(), includeClosed: true, withoutValues: true });
  const after = all.filter(({ lineage }) =>
    lineage.some((link) => link.relation === 'predecessor' && link.urn === urn),
  );
  return new KnownError(
    'not-found',
    `No file imported has a school with the reference number ${urn}.`,
    after.length === 0
      ? ['Check the six digits, or import a register that has the school.']
      : after.map(
          ({ school }) =>
            `It was a predecessor of ${school.name} (${school.urn}): npx middletier school ${school.urn}`,
        ),
  );
}
