import { newestChances, type NewestChances } from '#/analyse/records/forecast-chances.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { Register } from './analysis-read.ts';
import { readRegister } from './read-analysis.ts';

/** The risk register with what the newest forecast says of its schools. */
export interface RegisterWithChances extends Register {
  /** `null`: no forecast was kept. Of the schools this person may know of, as the rows. */
  readonly chances: NewestChances | null;
}

/** The risk register, and the chance of each of its schools in the newest forecast; the sources are those of both. */
export async function readRegisterWithChances(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
): Promise<RegisterWithChances> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read lists of categories', authority.slug);
  const register = await readRegister(parts, person, authority.slug);
  // Without rows there is nothing to hold a chance against.
  const chances =
    register.run === null ? null : await ifAnyRecords(parts, person, authority.slug, newestChances);
  const held = new Set(register.sources.map(({ id }) => id));
  const more = (await store.sources()).filter(
    ({ id }) => !held.has(id) && chances?.sources.includes(id) === true,
  );
  return { ...register, sources: [...register.sources, ...more], chances };
}
