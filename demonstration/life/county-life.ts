import { lineagesOfTheCounty } from '../county/lineages.ts';
import type { Establishment, Lineage } from '../county/lineage.ts';
import type { Inspected } from './inspection.ts';
import { lifeOf, type Life } from './life.ts';

/** The whole county: every life, with reference numbers and inspection numbers given. */
export interface CountyLife {
  readonly lives: readonly Life[];
  readonly establishments: readonly Establishment[];
  /** Lives by the number of their lineage, for amalgamations. */
  readonly byLineage: ReadonlyMap<number, Life>;
}

/** Where the numbers of an authority's establishments and inspections begin, so that no two authorities share one. */
export interface Numbers {
  readonly establishment: number;
  readonly inspection: number;
}

/**
 * Lives every school through. The order in which it is done is the caller's and makes no difference: each life has its
 * own streams of chance, and numbers are given afterwards by date.
 */
export function liveThrough(
  order: (lineages: readonly Lineage[]) => readonly Lineage[] = (all) => all,
  lineages = lineagesOfTheCounty(),
  numbersFrom: Numbers = { establishment: 1, inspection: 0 },
): CountyLife {
  const lives = order(lineages)
    .map(lifeOf)
    .toSorted((one, other) => one.lineage.id - other.lineage.id);
  const establishments = lives.flatMap((life) => life.establishments);
  giveReferenceNumbers(establishments, numbersFrom.establishment);
  giveInspectionNumbers(
    lives.flatMap((life) => life.inspections),
    numbersFrom.inspection,
  );
  return { lives, establishments, byLineage: new Map(lives.map((life) => [life.lineage.id, life])) };
}

/** URNs from 900001: schools older than the register by lineage, later ones by the day they opened. */
function giveReferenceNumbers(establishments: readonly Establishment[], from: number): void {
  const inOrder = establishments.toSorted(
    (one, other) => compare(one.opensOn ?? '', other.opensOn ?? '') || one.lineage.id - other.lineage.id,
  );
  inOrder.forEach((establishment, index) => {
    establishment.urn = String(900_000 + from + index);
  });
}

/** Numbers that cannot be real: `ITS9…` before September 2015 and `9…` in eight digits after. */
function giveInspectionNumbers(inspections: readonly Inspected[], from: number): void {
  const inOrder = inspections.toSorted(
    (one, other) =>
      compare(one.startedOn, other.startedOn) || compare(one.establishment.urn, other.establishment.urn),
  );
  inOrder.forEach((inspection, index) => {
    inspection.number =
      inspection.startedOn < '2015-09-01'
        ? `ITS9${String(from + index).padStart(5, '0')}`
        : String(90_000_000 + (from + index) * 7);
  });
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
