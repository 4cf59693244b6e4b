import { meaningsOfRatings } from '#/diagnose/rules/plans/ratings.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import { nothingThere, permit, permitForSchool } from '#/people/actions/permit.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import type { Parts } from '#/parts.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { kindsOfPlans, planOfSchool, plansIn } from './plan-of-school.ts';
import type { OnePlanRead, PlansRead } from './plans.ts';
import { toldBySchool } from './told-by-school.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** Which schools owe a plan, and how every plan stands: of the schools whose papers the person may read. */
export async function readPlans(parts: Needed, person: Person, slug: string): Promise<PlansRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read papers', authority.slug);
  const today = parts.today();
  const { papers } = await readPapers(parts, person, { authority: authority.slug, kinds: kindsOfPlans });
  const written = Map.groupBy(papers, ({ urn }) => urn);
  const told = await toldBySchool(parts, person, authority.slug);
  const evidence = await store.evidence({ asAt: today, authority: authority.slug, withoutValues: true });
  return {
    authority,
    today,
    schools: evidence
      .filter(({ school }) => mayForSchool(person, 'read papers', authority.slug, school.urn) === true)
      .map((one) =>
        planOfSchool(parts, {
          evidence: one,
          told: told.get(one.school.urn) ?? [],
          written: written.get(one.school.urn) ?? [],
        }),
      )
      .toSorted(
        (a, b) =>
          a.school.name.localeCompare(b.school.name, 'en-GB') || a.school.urn.localeCompare(b.school.urn),
      ),
  };
}

/** The plan of one school with its reviews, for both sides; a school that the person may not know of is not there. */
export async function readPlanOfSchool(
  parts: Needed,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<OnePlanRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permitForSchool(person, 'open papers', authority.slug, urn);
  const today = parts.today();
  const [evidence] = await store.evidence({
    asAt: today,
    authority: authority.slug,
    urns: [urn],
    includeClosed: true,
    withoutValues: true,
  });
  if (evidence === undefined) throw nothingThere();
  const { papers } = await readPapers(parts, person, {
    authority: authority.slug,
    urn,
    kinds: kindsOfPlans,
  });
  const told = await toldBySchool(parts, person, authority.slug, urn);
  return {
    authority,
    today,
    ...planOfSchool(parts, { evidence, told: told.get(urn) ?? [], written: papers }),
    meanings: meaningsOfRatings,
    before: plansIn(papers).slice(0, -1).toReversed(),
    may: {
      writePlan: mayForSchool(person, 'answer for the school', authority.slug, urn) === true,
      review: mayForSchool(person, 'write papers', authority.slug, urn) === true,
    },
  };
}
