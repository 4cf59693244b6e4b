import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { letteredDistricts, placeOf, townsOf } from '#/schools/rules/places.ts';
import { districtNotStated } from '#/schools/rules/school.ts';
import { phases } from '#/schools/rules/school.ts';
import type { MapAsked, MapOfSchools } from './map-of-schools.ts';
import { readRegister } from './read-analysis.ts';

/**
 * Where an authority's schools are, as known on the newest date; for those who may see categories, with the group that
 * the newest run proposes for each. A school without a place in the register is listed, never left out.
 */
export async function readMapOfSchools(
  parts: Pick<Parts, 'published' | 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
  asked: MapAsked,
): Promise<MapOfSchools> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read published data', authority.slug);
  const asAt = authority.newestKnownOn;
  const evidence = await store.evidence({ asAt, authority: authority.slug, withoutValues: true });
  const all = evidence.map(({ school }) => school);
  const districts = letteredDistricts(all);
  const present = phases.filter((phase) => all.some((school) => school.phase === phase));
  const district = districts.find(({ name }) => name === asked.district)?.name ?? null;
  const phase = present.find((one) => one === asked.phase) ?? null;
  const nameOf = (school: (typeof all)[number]): string => school.district ?? districtNotStated;
  const chosen = all.filter(
    (school) =>
      (district === null || nameOf(school) === district) && (phase === null || school.phase === phase),
  );
  const cited = new Set(all.flatMap(({ sources }) => sources.map(({ source }) => source)));
  return {
    authority,
    asAt,
    districts,
    phases: present,
    chosen: { district, phase },
    schools: districts.flatMap((one) =>
      chosen
        .filter((school) => nameOf(school) === one.name)
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB') || a.urn.localeCompare(b.urn))
        .map((school) => ({ school, place: placeOf(school), district: one })),
    ),
    towns: townsOf(chosen),
    groups: mayFor(person, 'read lists of categories', authority.slug)
      ? await groupsOf(parts, person, authority.slug)
      : null,
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
  };
}

async function groupsOf(
  parts: Parameters<typeof readMapOfSchools>[0],
  person: Person,
  slug: string,
): Promise<MapOfSchools['groups']> {
  const { run, scheme, rows, whole } = await readRegister(parts, person, slug);
  if (run === null || scheme === null) return null;
  return {
    run,
    kinds: scheme.groups.map(({ name, many, tone }) => ({ name, many, tone })),
    of: new Map(rows.map(({ school, proposal }) => [school.urn, proposal.group])),
    whole,
  };
}
