import type { AnalysisPolicy } from '#/analyse/rules/policy.ts';
import { attainmentMeasures } from '#/analyse/rules/results.ts';
import { intakeSpace, nearestIn } from '#/analyse/rules/similar-schools.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Intake, NearSchool } from '#/schools/rules/similar.ts';
import { isInvented, type Urn } from '#/schools/rules/urn.ts';
import type { MeasureId } from '#/schools/rules/value.ts';

type Store = Pick<PublishedStore, 'intakes' | 'means'>;

interface Near {
  readonly schools: readonly NearSchool[];
  readonly among: number;
}

/**
 * The evidence with the schools whose pupils are most like each school's, as known on the date, and what they reached.
 * Where the files tell the intake of too few schools of the phase the nearest are not near: then there are none, and
 * rules hold the school against England. Invented schools and real ones are never compared.
 */
export async function withSimilar(
  store: Store,
  { asAt, reference }: Pick<AnalysisPolicy, 'asAt' | 'reference'>,
  evidence: readonly Evidence[],
): Promise<readonly Evidence[]> {
  const near = new Map<Urn, Near>();
  for (const phase of new Set(evidence.map(({ school }) => school.phase))) {
    // Of schools of other kinds no results are read.
    if (attainmentMeasures[phase].length === 0) continue;
    const ofPhase = evidence.filter(({ school }) => school.phase === phase).map(({ school }) => school.urn);
    const intakes = await store.intakes({ asAt, phase });
    for (const [urn, found] of nearest(ofPhase, intakes, phase, reference.similarSchools))
      near.set(urn, found);
  }
  if (near.size === 0) return evidence;
  const measures = reference.measures
    .filter(({ besideSimilar }) => besideSimilar !== undefined)
    .map(({ id }) => id as MeasureId);
  const of = new Map([...near].map(([urn, { schools }]) => [urn, schools.map((one) => one.urn)]));
  const means = await store.means({ asAt, of, measures });
  return evidence.map((one) => {
    const found = near.get(one.school.urn);
    const reached = means.get(one.school.urn);
    return found === undefined || reached === undefined ? one : { ...one, similar: { ...found, ...reached } };
  });
}

function nearest(
  urns: readonly Urn[],
  intakes: readonly Intake[],
  phase: Phase,
  settings: AnalysisPolicy['reference']['similarSchools'],
): ReadonlyMap<Urn, Near> {
  const comparable = intakes.filter(
    (intake) =>
      settings.dimensions.filter(({ id }) => intake[id] !== null).length >= settings.leastDimensions.number,
  );
  const found = new Map<Urn, Near>();
  for (const invented of [false, true]) {
    const candidates = comparable.filter(({ urn }) => isInvented(urn) === invented);
    if (candidates.length < settings.leastSchools.number) continue;
    const space = intakeSpace(phase, candidates, settings);
    const byUrn = new Map(candidates.map((intake) => [intake.urn, intake]));
    for (const urn of urns) {
      const own = byUrn.get(urn);
      const schools = own === undefined ? [] : nearestIn(space, own);
      if (schools.length === settings.neighbours.number)
        found.set(urn, { schools, among: candidates.length });
    }
  }
  return found;
}
