import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateAsked } from '#/published/store/date-asked.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readSuppliedDate } from '#/schools/rules/read-supplied-value.ts';

export { largestSuppliedFile } from './read-supplied-table.ts';

/**
 * A day as a person states it of a file. Throws a `KnownError` when it is none, or in the future.
 *
 * @param today `null` where a day to come is in order: forecasts are of one
 */
export function dayHad(text: string, today: IsoDate | null): IsoDate | null {
  if (text === '') return null;
  const [day] = answersOrFailures(today === null ? anyDay(text) : dateAsked(text, today));
  return day;
}

function anyDay(text: string): IsoDate | KnownError {
  const write = 'Write it as 31 August 2025, 31/08/2025 or 2025-08-31.';
  return readSuppliedDate(text) ?? new KnownError('date-invalid', `“${text}” is not a date.`, [write]);
}

/** The authority a file is to be supplied for, if this person may. */
export async function readSupplyAuthority(
  parts: Pick<Parts, 'published'>,
  person: Person,
  slug: string,
): Promise<AuthorityInStore> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), slug));
  permit(person, 'supply files', authority.slug);
  return authority;
}
