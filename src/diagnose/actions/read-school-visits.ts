import { visitsKnownOn } from '#/diagnose/records/visits.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { visitRead } from './read-visits.ts';
import type { VisitRead } from './visits.ts';

/** The visits to the schools that somebody leads, as far as they were told of them. */
export interface SchoolVisitsRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly visits: readonly { readonly visit: VisitRead; readonly school: string }[];
}

/** What head and chair know of visits to their schools: those they were invited to, in the order of their days. */
export async function readSchoolVisits(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
): Promise<SchoolVisitsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read the school’s papers', authority.slug);
  const today = parts.today();
  const kept = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    visitsKnownOn(transaction, { knownOn: today }),
  );
  const names = new Map(
    (await openSchoolsOf(store, authority.slug, today)).map(({ urn, name }) => [urn, name]),
  );
  const visits = (kept ?? []).flatMap((one) => {
    const school = names.get(one.urn);
    if (one.kind !== 'visit' || school === undefined) return [];
    return [{ visit: visitRead(one, parts.reference(), today), school }];
  });
  return { authority, today, visits };
}
