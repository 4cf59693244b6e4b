import fc from 'fast-check';
import { whatSumsTell, type Bounds, type KnownSum } from '#/statistics/sums-of-counts.ts';
import { phases } from '#/schools/rules/school.ts';
import { countIn, placesIn, type CountedSchool, type SchoolsCounted } from './schools-counted.ts';
import type { ToldSummary } from './tell-summary.ts';

export const groups = ['causing concern', 'requiring improvement', 'system leaders'] as const;

/** So many schools of a phase, a district and a group. */
export function schoolsOf(
  number: number,
  phase: CountedSchool['phase'],
  district: string,
  group: (typeof groups)[number],
): readonly CountedSchool[] {
  return Array.from({ length: number }, () => ({ phase, district, group }));
}

/** Areas of up to some 200 schools, lopsided as real ones are: most are primary, most are of no concern. */
export const areas: fc.Arbitrary<readonly CountedSchool[]> = fc
  .array(
    fc.record({
      number: fc.oneof(fc.nat(4), fc.nat(40)),
      phase: fc.constantFrom(...phases),
      district: fc.constantFrom('Breckland', 'Broadland', 'King’s Lynn and West Norfolk', 'Norwich'),
      group: fc.constantFrom(...groups),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((parts) => parts.flatMap((one) => schoolsOf(one.number, one.phase, one.district, one.group)))
  .filter((schools) => schools.length > 0);

/** What an outsider adds to what is known of schools anyway: the told numbers of a summary. */
export function sumsTold(counted: SchoolsCounted, told: ToldSummary): readonly KnownSum[] {
  return told.rows.flatMap((row) =>
    row.counted.flatMap((is, group) => {
      const population = counted.populations.find(({ kind, name }) => kind === row.kind && name === row.name);
      return is === null || population === undefined
        ? []
        : [{ of: placesIn(counted, population.parts, group), is }];
    }),
  );
}

/** Solves for every number of an area: what an outsider can make of it who knows these sums. */
export function attack(
  counted: SchoolsCounted,
  known: readonly KnownSum[],
): readonly (Bounds & {
  readonly key: string;
  readonly is: number;
  readonly schools: number;
  /** In the summary; otherwise a district's schools of one phase. */
  readonly row: boolean;
})[] {
  const sizes = counted.parts.map((is, part) => ({
    of: counted.groups.map((_, group) => part * counted.groups.length + group),
    is,
  }));
  const tell = whatSumsTell(counted.counts.length, [...sizes, ...known]);
  const populations = [
    ...counted.populations.map((one) => ({ ...one, row: true })),
    ...counted.parts.map((schools, part) => ({
      kind: 'part',
      name: String(part),
      schools,
      parts: [part],
      row: false,
    })),
  ];
  return populations.flatMap(({ kind, name, schools, parts, row }) =>
    counted.groups.map((group, place) => ({
      key: JSON.stringify([kind, name, group]),
      row,
      schools,
      is: countIn(counted, parts, place),
      ...tell(placesIn(counted, parts, place)),
    })),
  );
}
