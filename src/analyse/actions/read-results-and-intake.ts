import { againstIntake, intakeLine, withIntake } from '#/analyse/rules/results-of-schools/against-intake.ts';
import type { Measure, Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore, PublishedStore } from '#/published/store/published-store.ts';
import type { PlacedResult, PooledResult } from '#/schools/rules/results-of-schools.ts';
import type { MeasureId } from '#/schools/rules/value.ts';
import type { IntakeAsked, IntakeChosen, ResultsAndIntake } from './results-and-intake.ts';
import type { ResultsChosen } from './results-of-authority.ts';
import { choose, ownResults } from './results-asked.ts';

/** Who the pupils are, in the order in which it says most of results; prior attainment of the key stage itself first. */
const intakeIds: Readonly<Record<string, readonly MeasureId[]>> = {
  'key-stage-2': ['ks2-prior-attainment'],
  'key-stage-4': ['ks4-prior-attainment'],
};
const ofTheCensus: readonly MeasureId[] = [
  'pupils-free-meals-ever',
  'pupils-free-meals',
  'pupils-eal',
  'pupils-sen-support',
];

/** Which of an authority's schools do better, or worse, than schools with the same intake usually do. */
export async function readResultsAndIntake(
  parts: Pick<Parts, 'published' | 'reference'>,
  person: Person,
  slug: string,
  asked: IntakeAsked,
): Promise<ResultsAndIntake> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read published data', authority.slug);
  const reference = parts.reference();
  const asAt = authority.newestKnownOn;
  // Who the pupils are is the other axis here, never the result.
  const results = (await ownResults(store, authority, reference)).filter(
    ({ measure }) => reference.measures.find(({ id }) => id === measure)?.better !== 'neither',
  );
  const found = choose(results, asked, reference, 'mainstream');
  const about = { authority, asAt, onlyMissing: found === null && results.length > 0 };
  if (found === null) return { ...about, shown: null, sources: [] };
  const { choices, chosen } = found;
  const known = await knownIntakes(store, authority, chosen.measure);
  const intakes = intakesFor(chosen.measure).flatMap(
    (id) =>
      reference.measures.find((one) => one.id === id && known.some(({ measure }) => measure === id)) ?? [],
  );
  const intake = intakeChosen(intakes, known, asked.intake, chosen);
  const read = intake === null ? null : await readAgainst(store, authority, chosen, intake);
  const cited = new Set(read?.cited ?? []);
  return {
    ...about,
    shown: { choices: { ...choices, intakes }, chosen, intake, against: read?.against ?? null },
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
  };
}

function intakesFor({ publication }: Measure): readonly MeasureId[] {
  return [...(intakeIds[publication] ?? []), ...ofTheCensus];
}

function knownIntakes(
  store: PublishedStore,
  authority: AuthorityInStore,
  measure: Measure,
): Promise<readonly PooledResult[]> {
  return store.pooled({
    asAt: authority.newestKnownOn,
    measures: intakesFor(measure),
    groups: ['all'],
    authority: authority.slug,
    invented: authority.invented,
  });
}

/** The intake asked for or the first there is, of the year of the results or the one nearest to it. */
function intakeChosen(
  intakes: Reference['measures'],
  known: readonly PooledResult[],
  asked: string | undefined,
  { year }: ResultsChosen,
): IntakeChosen | null {
  const measure = intakes.find(({ id }) => id === asked) ?? intakes[0];
  if (measure === undefined) return null;
  const [nearest] = known
    .filter((row) => row.measure === measure.id && row.schools > 0)
    .map((row) => row.year)
    .toSorted((a, b) => Math.abs(a - year) - Math.abs(b - year) || a - b);
  return nearest === undefined ? null : { measure, year: nearest };
}

async function readAgainst(
  store: PublishedStore,
  authority: AuthorityInStore,
  { measure, group, phase, district, year }: ResultsChosen,
  intake: IntakeChosen,
) {
  const query = {
    asAt: authority.newestKnownOn,
    ...(phase === null ? {} : { phase }),
    invented: authority.invented,
  };
  const results = await store.distribution({ ...query, measure: measure.id as MeasureId, group, year });
  const intakes = (
    await store.distribution({
      ...query,
      measure: intake.measure.id as MeasureId,
      group: 'all',
      year: intake.year,
    })
  ).flatMap((one) => shareOf(one, intake.measure));
  const { pairs } = withIntake(results, intakes);
  const isOwn = (one: PlacedResult): boolean =>
    one.authority === authority.slug && (district === null || one.district === district);
  const own = withIntake(results.filter(isOwn), intakes);
  const cited = [...own.pairs.map(({ result }) => result), ...intakes.filter(isOwn)].map(
    ({ source }) => source,
  );
  const line = intakeLine(pairs, measure);
  if (line === null) return { cited, against: null };
  return {
    cited,
    against: {
      intake,
      line,
      alone: pairs.every(({ result }) => result.authority === authority.slug),
      schools: againstIntake(own.pairs, line, measure).toSorted((a, b) => b.believed - a.believed),
      without: own.without,
    },
  };
}

/** A count of pupils becomes their share of the pupils on roll. */
function shareOf(one: PlacedResult, { kind }: Measure): readonly PlacedResult[] {
  if (kind !== 'count') return [one];
  if (one.cohort === null || one.cohort <= 0 || one.number > one.cohort) return [];
  return [{ ...one, number: (100 * one.number) / one.cohort }];
}
