import { phases, type Phase } from '#/schools/rules/school.ts';

/** A school as it is counted: phase and district are public, the group is not. */
export interface CountedSchool {
  readonly phase: Phase;
  readonly district: string;
  readonly group: string;
}

/** Whose schools a row of the summary counts. */
export interface Population {
  readonly kind: 'all' | 'phase' | 'district';
  /** Of the phase or the district; empty for all. */
  readonly name: string;
}

/** Schools counted by group, as finely as anyone can say from outside which schools they are: a district's of a phase. */
export interface SchoolsCounted {
  readonly groups: readonly string[];
  /** Most useful to readers first: all, then phases, then districts. */
  readonly populations: readonly (Population & {
    readonly schools: number;
    readonly parts: readonly number[];
  })[];
  /** Schools of each phase in each district that has any. */
  readonly parts: readonly number[];
  /** How many there are of each group in each part: part after part, in each group after group. */
  readonly counts: readonly number[];
}

/** Counts every school once. */
export function countSchools(schools: readonly CountedSchool[], groups: readonly string[]): SchoolsCounted {
  const byPart = [
    ...Map.groupBy(schools, ({ phase, district }) => JSON.stringify([phase, district])).values(),
  ];
  const districts = [...new Set(schools.map(({ district }) => district))].toSorted((a, b) =>
    a.localeCompare(b, 'en-GB'),
  );
  const placesOf = (holds: (school: CountedSchool) => boolean): readonly number[] =>
    byPart.flatMap(([one], place) => (one !== undefined && holds(one) ? [place] : []));
  const populations = [
    { kind: 'all' as const, name: '', parts: placesOf(() => true) },
    ...phases.map((name) => ({
      kind: 'phase' as const,
      name,
      parts: placesOf(({ phase }) => phase === name),
    })),
    ...districts.map((name) => ({
      kind: 'district' as const,
      name,
      parts: placesOf(({ district }) => district === name),
    })),
  ];
  return {
    groups,
    populations: populations
      .map((one) => ({
        ...one,
        schools: one.parts.reduce((total, place) => total + (byPart[place]?.length ?? 0), 0),
      }))
      .filter((one) => one.schools > 0),
    parts: byPart.map(({ length }) => length),
    counts: byPart.flatMap((part) => groups.map((name) => part.filter(({ group }) => group === name).length)),
  };
}

/** Where the counts of one group in some parts stand. */
export function placesIn(
  { groups }: SchoolsCounted,
  parts: readonly number[],
  group: number,
): readonly number[] {
  return parts.map((part) => part * groups.length + group);
}

/** How many schools of one group there are in some parts. */
export function countIn(counted: SchoolsCounted, parts: readonly number[], group: number): number {
  return placesIn(counted, parts, group).reduce((total, place) => total + (counted.counts[place] ?? 0), 0);
}
