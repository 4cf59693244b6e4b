import { districtNotStated, type School } from './school.ts';

/** Where something is: metres east and north of the origin of the National Grid (OSGB36). */
export interface GridPlace {
  readonly easting: number;
  readonly northing: number;
}

export interface Town extends GridPlace {
  readonly name: string;
  readonly schools: number;
}

/** A district of schools with the letter it goes by on a map. */
export interface LetteredDistrict {
  /** `A` to `Z`, then `AA`: the same letter for a district whatever else is shown. */
  readonly letter: string;
  readonly name: string;
}

/** The school's place, where the register states one: the National Grid reaches 700 km east and 1,300 km north, 0 is no place. */
export function placeOf({ easting, northing }: School): GridPlace | null {
  if (easting === null || northing === null) return null;
  const onGrid = easting > 0 && easting < 700_000 && northing > 0 && northing < 1_300_000;
  return onGrid ? { easting, northing } : null;
}

/** Districts of the schools in order of name, each with its letter; schools without one come last. */
export function letteredDistricts(schools: readonly School[]): readonly LetteredDistrict[] {
  const stated = new Set(schools.flatMap(({ district }) => district ?? []));
  const names = [...stated].toSorted((a, b) => a.localeCompare(b, 'en-GB'));
  const all = schools.some(({ district }) => district === null) ? [...names, districtNotStated] : names;
  return all.map((name, index) => ({ name, letter: letterOf(index) }));
}

function letterOf(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}

/** Towns by the middle of their schools, the one with most schools first: what places are called where there is no map. */
export function townsOf(schools: readonly School[]): readonly Town[] {
  const placed = schools.flatMap((school) => {
    const place = placeOf(school);
    return place === null || school.town === null ? [] : [{ ...place, town: school.town }];
  });
  return [...Map.groupBy(placed, ({ town }) => town)]
    .map(([name, same]) => ({
      name,
      schools: same.length,
      easting: middle(same.map(({ easting }) => easting)),
      northing: middle(same.map(({ northing }) => northing)),
    }))
    .toSorted((a, b) => b.schools - a.schools || a.name.localeCompare(b.name, 'en-GB'));
}

function middle(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
