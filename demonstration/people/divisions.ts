import { presentDay } from '../calendar.ts';
import { isOpenOn, type Lineage } from '../county/lineage.ts';
import { csvText } from '../layouts/csv.ts';
import type { CountyLife } from '../life/county-life.ts';

/** The electoral division in which a school lies: a town has one, and the villages around it another. */
export function divisionOf({ town, rural }: Lineage): string {
  return rural ? `${town} Villages` : town;
}

/** Which open school lies in which division, as a list that the county’s democratic services would give. */
export function divisionsFile(life: CountyLife): string {
  const rows = life.establishments
    .filter((establishment) => isOpenOn(establishment, presentDay))
    .toSorted((one, other) => (one.urn < other.urn ? -1 : 1))
    .map(({ urn, lineage }) => [urn, divisionOf(lineage)]);
  return csvText(['URN', 'Division'], rows);
}
