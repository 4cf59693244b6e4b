import {
  differenceOf,
  figureOfPooled,
  figureOfSchool,
  measuresCompared,
  yearCompared,
  type ComparedFigure,
} from '#/analyse/rules/results-of-schools/compare.ts';
import { pooledYears } from '#/analyse/rules/results-of-schools/pooled-years.ts';
import { loadLocalAuthorities } from '#/law/local-authorities.ts';
import type { Measure, Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { Neighbour } from '#/published/store/neighbours.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { slugOf } from '#/published/store/write-store.ts';
import { citedSources } from '#/schools/rules/cited-sources.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { resultsByYear, type MeasureResults } from '#/schools/rules/results-by-year.ts';
import type { PooledResult } from '#/schools/rules/results-of-schools.ts';
import { isInvented } from '#/schools/rules/urn.ts';
import { englandFigures } from './england-figures.ts';
import { nearestWithReasons } from './similar-with-reasons.ts';
import { withSimilar } from './with-similar.ts';
import type { Beside, MeasureCompared, SchoolCompared } from './school-compared.ts';

/** A school's results in their newest year beside those it may be held against, each with how sure it is. */
export async function readSchoolCompared(
  parts: Pick<Parts, 'published' | 'reference'>,
  person: Person,
  slug: string,
  urn: string,
  typed: string,
): Promise<SchoolCompared> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read published data', authority.slug);
  const asAt = authority.newestKnownOn;
  const evidenceOf = async (of: string, within?: string): Promise<Evidence | undefined> =>
    (
      await store.evidence({
        asAt,
        urns: [of],
        includeClosed: true,
        ...(within === undefined ? {} : { authority: within }),
      })
    ).at(0);
  const found = await evidenceOf(urn, authority.slug);
  if (found === undefined) {
    throw new KnownError('not-found', `No school of ${authority.name} has the reference number ${urn}.`, [
      'Check the six digits, or look the school up by name in the risk register.',
    ]);
  }
  const reference = parts.reference();
  const [evidence = found] = await withSimilar(store, { asAt, reference }, [found]);
  const { other, couldBe } = await otherSchool(store, evidence, typed, evidenceOf);
  const own = resultsOf(evidence, reference);
  const compared = measuresCompared(own, reference.measures);
  const pooled = await pooledFor(store, evidence, compared);
  const others: Populations = {
    other: other === null ? null : { evidence: other, results: resultsOf(other, reference) },
    evidence,
    slug: authority.slug,
    authority: authority.name,
    pooled,
    reference,
    neighbours: await store.neighbours({ asAt, authority: authority.slug }),
  };
  const beside = besideOf(others);
  const cited = new Set([
    ...citedSources(other === null ? [evidence] : [evidence, other]),
    ...pooled.flatMap(({ sources }) => sources),
    ...others.neighbours.map(({ source }) => source.source),
  ]);
  return {
    authority,
    asAt,
    school: evidence.school,
    typed,
    other: other?.school ?? null,
    couldBe,
    beside,
    measures: compared.flatMap((results) => measureCompared(results, beside, others)),
    similar: await nearestWithReasons(store, evidence, reference),
    authorityNames: new Map([
      ...loadLocalAuthorities().map(({ name }) => [slugOf(name), name] as const),
      [authority.slug, authority.name],
    ]),
    among: evidence.similar?.among ?? 0,
    notThere: notThere(others),
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
  };
}

interface Populations {
  readonly evidence: Evidence;
  readonly other: { readonly evidence: Evidence; readonly results: readonly MeasureResults[] } | null;
  readonly slug: string;
  readonly authority: string;
  readonly pooled: readonly PooledResult[];
  readonly reference: Reference;
  readonly neighbours: readonly Neighbour[];
}

/** The one school that was meant, or those it could be; a school is not held against itself. */
async function otherSchool(
  store: PublishedStore,
  { school, asAt }: Evidence,
  typed: string,
  evidenceOf: (urn: string) => Promise<Evidence | undefined>,
): Promise<{ readonly other: Evidence | null; readonly couldBe: SchoolCompared['couldBe'] }> {
  const words = typed.trim();
  if (words === '') return { other: null, couldBe: [] };
  const found = (await store.schoolsNamed({ asAt, words, invented: isInvented(school.urn) })).filter(
    ({ urn }) => urn !== school.urn,
  );
  const same = found.filter(({ urn, name }) => urn === words || name.toLowerCase() === words.toLowerCase());
  const one = found.length === 1 ? found[0] : same.length === 1 ? same[0] : undefined;
  const other = one === undefined ? undefined : await evidenceOf(one.urn);
  return other === undefined ? { other: null, couldBe: found } : { other, couldBe: [] };
}

function resultsOf(evidence: Evidence, reference: Reference): readonly MeasureResults[] {
  return resultsByYear(evidence, reference.measures, englandFigures(reference, evidence));
}

function pooledFor(
  store: PublishedStore,
  { school, asAt }: Evidence,
  compared: readonly MeasureResults[],
): Promise<readonly PooledResult[]> {
  const years = new Set(compared.flatMap((results) => yearCompared(results) ?? []));
  return store.pooled({
    asAt,
    measures: compared.map(({ measure }) => measure),
    groups: ['all'],
    years: [...years].toSorted((a, b) => a - b),
    phase: school.phase,
    invented: isInvented(school.urn),
  });
}

function besideOf({ other, evidence, slug, authority, pooled, neighbours }: Populations): readonly Beside[] {
  const { school } = evidence;
  const { region } = school;
  const elsewhere = pooled.filter((row) => row.authority !== slug);
  const schools = `${school.phase} schools`;
  return [
    ...(other === null ? [] : [{ kind: 'other school' as const, name: other.evidence.school.name }]),
    ...(evidence.similar === null
      ? []
      : [
          {
            kind: 'similar schools' as const,
            name: `${String(evidence.similar.schools.length)} similar schools`,
          },
        ]),
    { kind: 'authority', name: `${authority}, ${schools}` },
    ...(neighbours.some((one) => elsewhere.some((row) => row.authority === one.authority))
      ? [{ kind: 'statistical neighbours' as const, name: `Statistical neighbours, ${schools}` }]
      : []),
    ...(region !== null && elsewhere.some((row) => row.region === region)
      ? [{ kind: 'region' as const, name: `${region}, ${schools}` }]
      : []),
    { kind: 'England', name: elsewhere.length === 0 ? 'England, as published' : `England, ${schools}` },
  ];
}

function measureCompared(
  results: MeasureResults,
  beside: readonly Beside[],
  others: Populations,
): readonly MeasureCompared[] {
  const year = yearCompared(results);
  const measure = others.reference.measures.find(({ id }) => id === results.measure);
  if (year === null || measure === undefined) return [];
  const own = figureOfSchool(results, year);
  return [
    {
      measure,
      year,
      own,
      others: beside.map(({ kind }) => {
        const figure = figureBeside(kind, measure, year, others);
        return { ...figure, difference: differenceOf(own, figure) };
      }),
    },
  ];
}

function figureBeside(
  kind: Beside['kind'],
  measure: Measure,
  year: SchoolYear,
  { other, evidence, slug, pooled, reference, neighbours }: Populations,
): ComparedFigure {
  if (kind === 'other school')
    return figureOfSchool(
      other?.results.find((one) => one.measure === measure.id),
      year,
    );
  if (kind === 'similar schools') return similarFigure(evidence, measure, year);
  const rows = pooled.filter((row) => row.measure === measure.id && row.year === year);
  // Numbers of the authority's own schools alone are neither England's nor a region's.
  const othersTell = (some: typeof rows) => some.some((row) => row.schools > 0 && row.authority !== slug);
  if (kind === 'England' && !othersTell(rows)) return figurePublished(measure, year, reference);
  const some = rows.filter((row) =>
    kind === 'statistical neighbours'
      ? neighbours.some((one) => one.authority === row.authority)
      : kind === 'authority'
        ? row.authority === slug
        : kind === 'region'
          ? row.region === evidence.school.region
          : true,
  );
  const [pooledYear] = pooledYears(some, measure, [year, year]);
  return pooledYear === undefined || (kind === 'region' && !othersTell(some))
    ? { number: null, why: 'no file imported has it', pupils: null, schools: null, interval: null }
    : figureOfPooled(pooledYear);
}

/** England as published; progress is held against England by its definition, so there it is 0. */
function figurePublished(measure: Measure, year: SchoolYear, reference: Reference): ComparedFigure {
  const published = reference.nationalFigures.find((one) => one.measure === measure.id && one.year === year);
  const number = published?.number ?? (measure.kind === 'progress' ? 0 : null);
  return {
    number,
    why: number === null ? 'not held here' : null,
    pupils: null,
    schools: null,
    interval: null,
  };
}

function similarFigure({ similar }: Evidence, measure: Measure, year: SchoolYear): ComparedFigure {
  const mean = similar?.means.find(
    (one) => one.measure === measure.id && one.year === year && one.group === 'all',
  );
  return mean === undefined
    ? { number: null, why: 'none of them has it', pupils: null, schools: null, interval: null }
    : { number: mean.number, why: null, pupils: mean.pupils, schools: mean.schools, interval: null };
}

function notThere({ evidence, slug, pooled, neighbours }: Populations): readonly string[] {
  const alone = pooled.every((row) => row.authority === slug);
  return [
    ...(neighbours.length === 0 ? ['No list of statistical neighbours of the authority was imported.'] : []),
    ...(evidence.similar === null
      ? ['Too little is known of the pupils of this school, or of others, to say which schools are similar.']
      : []),
    ...(alone
      ? [
          'The files imported have results of no other authority, so neither its region nor other schools of England stand beside it.',
        ]
      : []),
  ];
}
