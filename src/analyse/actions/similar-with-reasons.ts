import { similarSchools } from '#/analyse/rules/similar-schools.ts';
import type { Reference } from '#/law/reference.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { SimilarSchool } from '#/schools/rules/similar.ts';
import { isInvented } from '#/schools/rules/urn.ts';

/** A school's similar schools, nearest first, each with its distance and why it is there. */
export async function nearestWithReasons(
  store: Pick<PublishedStore, 'intakes'>,
  { asAt, school, similar }: Evidence,
  { similarSchools: settings }: Pick<Reference, 'similarSchools'>,
): Promise<readonly SimilarSchool[]> {
  if (similar === null) return [];
  const near = new Set(similar.schools.map(({ urn }) => urn));
  const intakes = (await store.intakes({ asAt, phase: school.phase })).filter(
    ({ urn }) => isInvented(urn) === isInvented(school.urn),
  );
  const own = intakes.find(({ urn }) => urn === school.urn);
  return own === undefined ? [] : similarSchools(own, intakes, settings).filter(({ urn }) => near.has(urn));
}
