import type { Measure, Reference } from '#/law/reference.ts';
import type { PublishedStore, AuthorityInStore } from '#/published/store/published-store.ts';
import type { PooledResult } from '#/schools/rules/results-of-schools.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Group, MeasureId } from '#/schools/rules/value.ts';
import type { ResultsAsked, ResultsChoices, ResultsChosen } from './results-of-authority.ts';

/** Every group of pupils that the tables tell apart, all of them first. */
export const groupsInOrder: readonly Group[] = [
  'all',
  'disadvantaged',
  'not disadvantaged',
  'girls',
  'boys',
  'EAL',
  'SEN support',
  'SEN plan',
  'low prior attainment',
  'middle prior attainment',
  'high prior attainment',
];

/** What the files have of an authority's schools: every measure, group and year, district by district. */
export function ownResults(
  store: PublishedStore,
  authority: AuthorityInStore,
  reference: Reference,
): Promise<readonly PooledResult[]> {
  return store.pooled({
    asAt: authority.newestKnownOn,
    measures: measuresOfResults(reference).map(({ id }) => id as MeasureId),
    groups: groupsInOrder,
    authority: authority.slug,
    districtsOf: authority.slug,
    invented: authority.invented,
  });
}

/** Measures that can be averaged over pupils; how many pupils there are is no result. */
function measuresOfResults(reference: Reference): readonly Measure[] {
  return reference.measures.filter(({ kind }) => kind !== 'count');
}

/** What was asked, as far as the files have it; otherwise the first there is. `null`: they have nothing. */
export function choose(
  own: readonly PooledResult[],
  asked: ResultsAsked,
  reference: Reference,
  usual: 'every phase' | 'mainstream' = 'every phase',
): { readonly choices: ResultsChoices; readonly chosen: ResultsChosen } | null {
  const withNumbers = own.filter(({ schools }) => schools > 0);
  const measures = measuresOfResults(reference).filter(({ id }) =>
    withNumbers.some(({ measure }) => measure === id),
  );
  const measure = measures.find(({ id }) => id === asked.measure) ?? measures[0];
  if (measure === undefined) return null;
  const ofMeasure = withNumbers.filter((row) => row.measure === measure.id);
  const groups = groupsInOrder.filter((group) => ofMeasure.some((row) => row.group === group));
  const group = groups.find((one) => one === asked.group) ?? groups[0] ?? 'all';
  const ofGroup = ofMeasure.filter((row) => row.group === group);
  const phases = [...new Set(ofGroup.flatMap((row) => row.phases))];
  const districts = [...new Set(ofGroup.flatMap((row) => row.district ?? []))].toSorted((a, b) =>
    a.localeCompare(b, 'en-GB'),
  );
  const years = [...new Set(ofGroup.map(({ year }) => year))].toSorted((a, b) => b - a);
  const newest = years[0];
  if (newest === undefined) return null;
  const notThere = Object.fromEntries(
    (
      [
        ['measure', measures.map(({ id }) => id)],
        ['group', groups],
        ['phase', ['every', ...phases]],
        ['district', districts],
        ['year', years.map(String)],
      ] as const
    ).flatMap(([name, all]) => {
      const wanted = asked[name]?.trim() ?? '';
      return wanted === '' || (all as readonly string[]).includes(wanted) ? [] : [[name, wanted]];
    }),
  );
  return {
    choices: { measures, groups, phases, districts, years },
    chosen: {
      notThere,
      measure,
      group,
      phase: phaseOf(phases, asked.phase, usual === 'mainstream' ? mainstream(measure) : null),
      district: districts.find((one) => one === asked.district) ?? null,
      year: years.find((one) => String(one) === asked.year) ?? newest,
    },
  };
}

/** What was asked, or the usual one where nothing was; every phase by its own word. */
function phaseOf(phases: readonly Phase[], asked: string | undefined, usual: Phase | null): Phase | null {
  const wanted = asked === undefined || asked === '' ? usual : asked;
  return phases.find((one) => one === wanted) ?? null;
}

/** Whose results a measure is mostly of: schools for special needs among them would only be its far end. */
function mainstream({ publication }: Measure): Phase | null {
  if (publication === 'key-stage-2') return 'primary';
  return publication === 'key-stage-4' ? 'secondary' : null;
}
