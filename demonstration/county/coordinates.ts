import { chanceFor } from '../random.ts';
import { districts } from './county.ts';
import type { Lineage } from './lineage.ts';

/** A place on the National Grid, in metres. */
export interface GridPlace {
  readonly easting: number;
  readonly northing: number;
}

/**
 * The county lies in the North Sea, off the coast of East Anglia: nobody lives there, and it is within the grid. Its
 * districts are squares of 18 km, three in a row; the last place of the nine is a lake.
 */
const southWest: GridPlace = { easting: 645_000, northing: 335_000 };
const square = 18_000;

function cornerOf(district: string): GridPlace {
  const index = Math.max(
    0,
    districts.findIndex(({ name }) => name === district),
  );
  return {
    easting: southWest.easting + (index % 3) * square,
    northing: southWest.northing + Math.floor(index / 3) * square,
  };
}

/** Somewhere in a district, at least 2 km from its edge: always the same for the same name. */
function placeNamed(name: string, district: string): GridPlace {
  const chance = chanceFor('place', district, name);
  const corner = cornerOf(district);
  const within = () => 2_000 + Math.floor(chance.uniform() * (square - 4_000));
  return { easting: corner.easting + within(), northing: corner.northing + within() };
}

/** Where a school stands: in its village, or up to 1.5 km from the middle of its town. */
export function placeOf({ town, locality, district, street, id }: Lineage): GridPlace {
  const { easting, northing } = placeNamed(locality === '' ? town : locality, district);
  const chance = chanceFor('school place', id, street);
  const reach = locality === '' ? 1_500 : 300;
  const off = () => Math.floor((chance.uniform() * 2 - 1) * reach);
  return { easting: easting + off(), northing: northing + off() };
}
