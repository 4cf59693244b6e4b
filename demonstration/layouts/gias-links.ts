import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Establishment } from '../county/lineage.ts';
import type { CountyLife } from '../life/county-life.ts';
import { withHyphens } from '../calendar.ts';
import { inWindows1252 } from './csv.ts';

interface Link {
  readonly urn: string;
  readonly linkUrn: string;
  readonly linkName: string;
  readonly relation: string;
  /** As published: blank for a quarter. */
  readonly on: string;
  readonly opensOn: IsoDate;
}

/** Predecessors and successors, both ways round, as the register's file of links has them. */
export function giasLinks(life: CountyLife): Buffer {
  const rows = linksOf(life)
    .toSorted((one, other) =>
      one.urn === other.urn ? (one.linkUrn < other.linkUrn ? -1 : 1) : one.urn < other.urn ? -1 : 1,
    )
    .map((link) => `${link.urn},${link.linkUrn},"${link.linkName}","${link.relation}","${link.on}"`);
  const header = '"URN","LinkURN","LinkName","LinkType","LinkEstablishedDate"';
  return inWindows1252(`${[header, ...rows].join('\r\n')}\r\n`);
}

export function linksOf({ lives, byLineage }: CountyLife): readonly Link[] {
  return lives.flatMap((life) => {
    const { establishments, lineage } = life;
    const conversions = establishments.slice(1).flatMap((academy, index) => {
      const before = establishments[index];
      return before === undefined ? [] : pair(before, academy, 'Predecessor', 'Successor');
    });
    const successor =
      lineage.mergesInto === null ? undefined : byLineage.get(lineage.mergesInto)?.establishments[0];
    const last = establishments.at(-1);
    if (successor === undefined || last === undefined) return conversions;
    return [...conversions, ...pair(last, successor, 'Predecessor - amalgamated', 'Successor - amalgamated')];
  });
}

/** A quarter of the published dates are blank, so a quarter of these are. */
function pair(before: Establishment, after: Establishment, back: string, forward: string): readonly Link[] {
  const opensOn = after.opensOn ?? '';
  const on = after.opensOn === null || Number(after.urn) % 4 === 0 ? '' : withHyphens(after.opensOn);
  return [
    { urn: after.urn, linkUrn: before.urn, linkName: before.name, relation: back, on, opensOn },
    { urn: before.urn, linkUrn: after.urn, linkName: after.name, relation: forward, on, opensOn },
  ];
}
