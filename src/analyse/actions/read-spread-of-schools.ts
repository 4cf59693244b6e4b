import {
  everyoneIn,
  funnelOf,
  orderMeans,
  placeInSpread,
} from '#/analyse/rules/results-of-schools/spread.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import type { ResultsAsked } from './results-of-authority.ts';
import { choose, ownResults } from './results-asked.ts';
import type { SpreadOfSchools } from './spread-of-schools.ts';

/** Where each of an authority's schools stands among all schools with the measure, and how sure that is. */
export async function readSpreadOfSchools(
  parts: Pick<Parts, 'published' | 'reference'>,
  person: Person,
  slug: string,
  asked: ResultsAsked,
): Promise<SpreadOfSchools> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read published data', authority.slug);
  const reference = parts.reference();
  const asAt = authority.newestKnownOn;
  const results = await ownResults(store, authority, reference);
  const found = choose(results, asked, reference, 'mainstream');
  const about = { authority, asAt, onlyMissing: found === null && results.length > 0 };
  const nothing = { ...about, shown: null, sources: [] };
  if (found === null) return nothing;
  const { chosen } = found;
  const { measure, group, year, phase, district } = chosen;
  const query = {
    asAt,
    measure: measure.id as MeasureId,
    group,
    year,
    ...(phase === null ? {} : { phase }),
    invented: authority.invented,
  };
  const all = await store.distribution(query);
  const everyone = everyoneIn(all);
  if (everyone === null) return nothing;
  const inDistrict = (one: { readonly district: string | null }): boolean =>
    district === null || one.district === district;
  const own = all.filter((one) => one.authority === authority.slug && inDistrict(one));
  const schools = placeInSpread(own, all, everyone, measure);
  const without = (await store.withoutNumber({ ...query, authority: authority.slug })).filter(inDistrict);
  const cited = new Set([...own, ...without].map(({ source }) => source));
  const most = Math.max(...own.map(({ cohort }) => cohort ?? 0));
  return {
    ...about,
    shown: {
      ...found,
      everyone,
      alone: all.every((one) => one.authority === authority.slug),
      schools,
      funnel: funnelOf(everyone.mean, most * 1.05, measure),
      order: orderMeans(schools, everyone.mean, measure),
      without,
    },
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
  };
}
