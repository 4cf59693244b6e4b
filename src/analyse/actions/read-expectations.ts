import { expectations } from '#/analyse/records/expectations.ts';
import { standingsToExpect, type JudgedStanding } from '#/analyse/rules/expected/judged-standing.ts';
import { expectationsOverTime } from '#/analyse/rules/expected/newest-of-each.ts';
import type { Parts } from '#/parts.ts';
import { permit, permitForSchool } from '#/people/actions/permit.ts';
import { mayFor, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { ExpectationsRead } from './expected-read.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** What officers expect and expected of schools, as far as the reader may know; of one school, or of all. */
export async function readExpectations(
  parts: Needed,
  person: Person,
  slug: string,
  urn?: Urn,
): Promise<ExpectationsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  if (urn === undefined) permit(person, 'read expectations', authority.slug);
  else permitForSchool(person, 'read expectations', authority.slug, urn);
  const written = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    expectations(transaction, urn),
  );
  const overTime = expectationsOverTime(written ?? []).toReversed();
  const urns = [...new Set(overTime.map((one) => one.urn))];
  const today = parts.today();
  const known =
    urns.length === 0
      ? []
      : await store.evidence({
          ...{ asAt: today, authority: authority.slug, urns, includeClosed: true, withoutValues: true },
        });
  const names = new Map(known.map(({ school }) => [school.urn, school.name]));
  return {
    authority,
    expectations: overTime.map((one) => ({ ...one, school: names.get(one.urn) ?? `school ${one.urn}` })),
    mayExpect:
      urn === undefined
        ? mayFor(person, 'expect an outcome', authority.slug)
        : mayForSchool(person, 'expect an outcome', authority.slug, urn) === true,
    standings: standingsFrom(parts, today),
  };
}

/** What can be expected for some day from this one on, by the frameworks that are known of. */
export function standingsFrom(parts: Pick<Parts, 'reference'>, today: IsoDate): readonly JudgedStanding[] {
  const { frameworks } = parts.reference();
  const days = [today, ...frameworks.map(({ from }) => from).filter((from) => from > today)];
  return [...new Set(days.flatMap((day) => standingsToExpect(frameworks, today, day)))];
}
