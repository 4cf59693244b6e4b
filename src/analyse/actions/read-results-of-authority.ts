import { gapYears, pooledYears, spanOf } from '#/analyse/rules/results-of-schools/pooled-years.ts';
import type { Measure, Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { PooledResult } from '#/schools/rules/results-of-schools.ts';
import type { Group, MeasureId } from '#/schools/rules/value.ts';
import { choose, ownResults } from './results-asked.ts';
import type {
  Gap,
  MeasureAtAGlance,
  PooledLine,
  PublishedYear,
  ResultsAsked,
  ResultsChosen,
  ResultsOfAuthority,
} from './results-of-authority.ts';

type Needed = Pick<Parts, 'published' | 'reference'>;

/**
 * Results of an authority's schools over the years, computed from its schools with each pupil counting the same, beside
 * England and its region: on the newest date on which anything about its schools became known.
 */
export async function readResultsOfAuthority(
  parts: Needed,
  person: Person,
  slug: string,
  asked: ResultsAsked,
): Promise<ResultsOfAuthority> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read published data', authority.slug);
  const reference = parts.reference();
  const asAt = authority.newestKnownOn;
  const own = await ownResults(store, authority, reference);
  const found = choose(own, asked, reference);
  const about = { authority, asAt, onlyMissing: found === null && own.length > 0 };
  if (found === null) return { ...about, shown: null, sources: [] };
  const { choices, chosen } = found;
  const { measure, group, phase, district } = chosen;
  const all = await store.pooled({
    asAt,
    measures: [measure.id as MeasureId],
    groups: [...new Set([group, 'disadvantaged', 'not disadvantaged'] as const)],
    ...(phase === null ? {} : { phase }),
    districtsOf: authority.slug,
    invented: authority.invented,
  });
  const ofGroup = all.filter((row) => row.group === group);
  const whole = ofGroup.filter((row) => row.authority === authority.slug);
  const chosenRows = whole.filter((row) => district === null || row.district === district);
  const span = spanOf(whole);
  const line = (name: string, rows: readonly PooledResult[]): PooledLine => ({
    name,
    years: pooledYears(rows, measure, span),
  });
  // In a year in which the files have numbers of its own schools alone, they are neither England's nor a region's.
  const beyond = (rows: readonly PooledResult[]): readonly PooledResult[] =>
    rows.filter(({ year }) =>
      rows.some((row) => row.year === year && row.schools > 0 && row.authority !== authority.slug),
    );
  const region = whole.find((row) => row.region !== null)?.region ?? null;
  const inRegion = ofGroup.filter((row) => row.region === region && row.authority !== null);
  const neighbours = await store.neighbours({ asAt, authority: authority.slug });
  const likeIt = new Set(neighbours.map((one) => one.authority));
  const ofNeighbours = ofGroup.filter((row) => row.authority !== null && likeIt.has(row.authority));
  const told = new Set(ofNeighbours.map((row) => row.authority)).size;
  const alone = beyond(ofGroup).length === 0;
  const aloneInRegion = beyond(inRegion).length === 0;
  // Its row of the tables is of every phase and district.
  const ownPublished =
    phase !== null || district !== null
      ? []
      : (
          await store.aggregates({
            asAt,
            measures: [measure.id as MeasureId],
            groups: [group],
            authorities: [authority.slug],
          })
        ).filter((one) => one.level === 'authority' && 'number' in one.value);
  const ownLine = line(ownName(authority.name, chosen), chosenRows);
  const cited = new Set(
    [
      ...neighbours.map(({ source }) => ({ sources: [source.source] })),
      ...ownPublished.map(({ source }) => ({ sources: [source.source] })),
      ...chosenRows,
      ...whole,
      ...own.filter((row) => row.group === 'all'),
    ].flatMap(({ sources }) => sources),
  );
  return {
    ...about,
    shown: {
      choices,
      chosen,
      own: ownLine,
      published: phase === null ? publishedYears(reference, measure.id, group, span) : [],
      ownPublished,
      england: alone ? null : line('England', beyond(ofGroup)),
      beside: [
        ...(district === null ? [] : [line(authority.name, whole)]),
        ...(told === 0 ? [] : [line(neighbourWords(told, neighbours.length), ofNeighbours)]),
        ...(region === null || aloneInRegion ? [] : [line(region, beyond(inRegion))]),
      ],
      notThere: [
        ...(alone
          ? [
              'The files imported have results of no other authority’s schools, so none are held beside these.',
            ]
          : []),
        ...(told === 0 && !alone
          ? [
              neighbours.length === 0
                ? 'No list of statistical neighbours was imported.'
                : `The files imported have no results of the ${neighbours.length} statistical neighbours.`,
            ]
          : []),
        ...(region !== null && aloneInRegion && !alone
          ? [`No register imported lists the other schools of ${region}.`]
          : []),
      ],
      gap: gapOf(all, beyond, chosen, authority.slug, authority.name, reference),
      districts: choices.districts.flatMap((name) => {
        const [year] = pooledYears(
          whole.filter((row) => row.district === name),
          measure,
          [chosen.year, chosen.year],
        );
        return year === undefined ? [] : [{ name, year }];
      }),
      glance: glanceOf(own, choices.measures, reference),
    },
    sources: (await store.sources()).filter(({ id }) => cited.has(id)),
  };
}

/** `10 statistical neighbours`, or how many of them the registers imported have schools of. */
function neighbourWords(told: number, all: number): string {
  return told === all ? `${all} statistical neighbours` : `${told} of ${all} statistical neighbours`;
}

function ownName(authority: string, { district, phase }: ResultsChosen): string {
  const where = district ?? authority;
  return phase === null ? where : `${where}, ${phase} schools`;
}

function publishedYears(
  reference: Reference,
  measure: string,
  group: Group,
  span: readonly [SchoolYear, SchoolYear] | null,
): readonly PublishedYear[] {
  const figures =
    group === 'all'
      ? reference.nationalFigures
      : reference.nationalFiguresByGroup.filter((figure) => figure.group === group);
  return figures.flatMap((figure) =>
    figure.measure === measure &&
    figure.number !== null &&
    span !== null &&
    figure.year >= span[0] &&
    figure.year <= span[1]
      ? [{ year: figure.year, number: figure.number, source: figure.source, status: figure.status }]
      : [],
  );
}

/** Disadvantaged pupils and the others of the same schools, where the files tell them apart. */
function gapOf(
  all: readonly PooledResult[],
  beyond: (rows: readonly PooledResult[]) => readonly PooledResult[],
  { measure, phase, district }: ResultsChosen,
  slug: string,
  name: string,
  reference: Reference,
): Gap | null {
  const group = 'disadvantaged';
  const others = 'not disadvantaged';
  const own = all.filter((row) => row.authority === slug && (district === null || row.district === district));
  const span = spanOf(own.filter((row) => row.group === group && row.schools > 0));
  if (span === null) return null;
  const of = (rows: readonly PooledResult[], which: PooledResult['group']) =>
    pooledYears(
      rows.filter((row) => row.group === which),
      measure,
      span,
    );
  const elsewhere = (which: PooledResult['group']) =>
    of(beyond(all.filter((row) => row.group === which)), which);
  const where = `${district ?? name}${phase === null ? '' : `, ${phase} schools`}`;
  const lines = [
    { name: `${where}, disadvantaged`, years: of(own, group) },
    { name: `${where}, not disadvantaged`, years: of(own, others) },
  ] as const;
  return {
    group,
    others,
    own: lines,
    gap: gapYears(lines[0].years, lines[1].years),
    england:
      beyond(all.filter((row) => row.group === group)).length === 0
        ? []
        : gapYears(elsewhere(group), elsewhere(others)),
    published:
      phase === null
        ? publishedGaps(
            publishedYears(reference, measure.id, group, span),
            publishedYears(reference, measure.id, others, span),
          )
        : [],
  };
}

/** England's gap in each year in which both groups were published. */
function publishedGaps(group: readonly PublishedYear[], others: readonly PublishedYear[]): Gap['published'] {
  return group.flatMap(({ year, number }) => {
    const other = others.find((one) => one.year === year);
    return other === undefined ? [] : [{ year, gap: number - other.number }];
  });
}

function glanceOf(
  own: readonly PooledResult[],
  measures: readonly Measure[],
  reference: Reference,
): readonly MeasureAtAGlance[] {
  return measures.flatMap((measure) => {
    const rows = own.filter((row) => row.measure === measure.id && row.group === 'all');
    const newest = pooledYears(rows, measure).findLast(({ number }) => number !== null);
    if (newest === undefined) return [];
    const england = publishedYears(reference, measure.id, 'all', [newest.year, newest.year])[0] ?? null;
    return [{ measure, newest, england }];
  });
}
