import type { Parts } from '#/parts.ts';
import { conditionFor } from '#/people/rules/decision-table.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';

/**
 * Official files are every authority’s, and anybody may be an invented person by one click: as soon as an authority that
 * exists has records here, whoever may import files in invented authorities only changes none. Until then they may, so that
 * loading files can be tried out. Whether they may at all is asked before.
 *
 * @throws KnownError `not-permitted`
 */
export async function permitOfficialFiles(
  parts: Pick<Parts, 'published' | 'records'>,
  person: Person,
): Promise<void> {
  const [store, records] = await Promise.all([parts.published(), parts.records()]);
  const invented = new Set((await store.authorities()).filter((one) => one.invented).map(({ slug }) => slug));
  const exists = person.roles.some(
    ({ role, authority }) => conditionFor(role, 'import files') !== null && !invented.has(authority),
  );
  if (exists || (await records.authorities()).every(({ slug }) => invented.has(slug))) return;
  throw new KnownError(
    'not-permitted',
    'Official files are every authority’s, and authorities that exist have records here: nobody changes the files as somebody of an invented authority.',
    ['Sign in as who you are, or ask whoever looks after the official files.'],
  );
}
