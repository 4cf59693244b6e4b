import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import { mergeReasons, partMoved } from '#/analyse/rules/forecast/early-warning/reasons.ts';
import {
  finds,
  followSchools,
  isDue,
  outcomeOf,
  type FollowedSchools,
} from '#/analyse/rules/forecast/marking/followed-schools.ts';
import { nextKnown } from '#/analyse/rules/forecast/tracked.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import { dateOf, dayOf } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { readSchool } from './read-analysis.ts';
import { readExpectations } from './read-expectations.ts';
import { readSchoolForecast } from './read-forecast.ts';
import type { CameOfIt, SchoolOutlook } from './school-outlook.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** The length of time by which earlier forecasts are held against what happened. */
const months = 18;

/**
 * What could come next for one school, for whoever may read its category; of what officers expect only for whoever may
 * read that. A school the reader may not know of is answered as one that there is not.
 */
export async function readSchoolOutlook(
  parts: Needed,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<SchoolOutlook> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read categories', authority.slug);
  const reach = mayForSchool(person, 'read categories', authority.slug, urn);
  const today = parts.today();
  const school = await schoolOfAuthority(store, authority.slug, urn, today);
  if (reach === false || school === null) throw nothingThere();
  if (reach === 'if of concern') {
    const { category } = await readSchool(parts, person, authority.slug, urn);
    if (category !== 'shown') throw nothingThere();
  }
  const { newest, earlier } = await readSchoolForecast(parts, person, authority.slug, urn);
  const followed =
    earlier.length === 0
      ? null
      : followSchools(await store.histories({ authority: authority.slug, measures: [] }), parts.reference());
  return {
    ...{ authority, school, today, newest, reader: person.id },
    reasons:
      newest !== null && 'contributions' in newest.forecast
        ? mergeReasons(newest.forecast.contributions).map((one) => ({ ...one, moves: partMoved(one) }))
        : [],
    until: (within) => addMonths(newest?.run.asAt ?? today, within),
    earlier:
      followed === null ? [] : earlier.map((one) => ({ ...one, came: cameOf(followed, one.run, urn) })),
    expected:
      mayForSchool(person, 'read expectations', authority.slug, urn) === true
        ? await readExpectations(parts, person, authority.slug, urn)
        : null,
    sources: (await store.sources()).filter(({ id }) => newest?.run.sources.includes(id) ?? false),
  };
}

/** What came of one forecast of the school; an inspection known meanwhile is told before all of the time is over. */
function cameOf(followed: FollowedSchools, { asAt, target }: ForecastRun, urn: Urn): CameOfIt {
  const until = addMonths(asAt, months);
  if (isDue(followed, { asAt, months })) {
    const outcome = outcomeOf(followed, { urn, asAt, months, target });
    if ('leftOut' in outcome) return { kind: 'cannot be told', why: outcome.leftOut };
    const { inspection, happened } = outcome;
    return inspection === null
      ? { kind: 'not inspected in time' }
      : { kind: 'inspected', found: happened, on: dateOf(inspection.started) };
  }
  const school = followed.byUrn.get(urn);
  const inspection = school === undefined ? null : nextKnown(school, dayOf(asAt), dayOf(until));
  if (inspection === null) return { kind: 'not over yet', until };
  const found = finds(target, inspection);
  return found === null
    ? { kind: 'cannot be told', why: 'judged in another way since' }
    : { kind: 'inspected', found, on: dateOf(inspection.started) };
}
