import type { RegisterWithChances } from '#/analyse/actions/read-register-with-chances.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import { phases } from '#/schools/rules/school.ts';
import { chanceOf } from './chance-column.ts';
import type { ListRequest, SortKey } from './list-request.ts';

type Chances = RegisterWithChances['chances'];

/**
 * The rows in the order asked for, equals by name and then by reference number, so that the same address always gives
 * the same list. Where a row has nothing to sort by it comes last, whichever the order.
 */
export function inOrder(
  rows: readonly RegisterRow[],
  request: ListRequest,
  chances: Chances,
): readonly RegisterRow[] {
  const direction = request.order === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, key: keyOf(row, request.sort, chances) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) {
        return Number(a.key === null) - Number(b.key === null) || byName(a.row, b.row);
      }
      return (
        direction * compare(a.key, b.key) || secondly(a.row, b.row, request.sort) || byName(a.row, b.row)
      );
    })
    .map(({ row }) => row);
}

const surenessOrder = ['firm', 'borderline', 'uncertain'];

function keyOf(row: RegisterRow, key: SortKey, chances: Chances): string | number | null {
  const { school, proposal, lastInspection, was } = row;
  switch (key) {
    case 'school':
      return school.name;
    case 'phase':
      return phases.indexOf(school.phase);
    case 'district':
      return school.district;
    case 'category':
      return proposal.concern;
    case 'reason':
      return proposal.reasonInBrief;
    case 'was':
      return was;
    case 'inspection':
      return lastInspection?.startedOn ?? null;
    case 'chance': {
      const told = chanceOf(chances, school.urn);
      return 'why' in told ? null : told.chance;
    }
    case 'points':
      return proposal.group === null && proposal.concern === null ? null : proposal.points;
    case 'sureness':
      return surenessOrder.indexOf(proposal.sureness.level);
  }
}

/** Among schools of one category, the one with more points first. */
function secondly(a: RegisterRow, b: RegisterRow, key: SortKey): number {
  return key === 'category' ? b.proposal.points - a.proposal.points : 0;
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return alphabet.compare(String(a), String(b));
}

const alphabet = new Intl.Collator('en-GB', { numeric: true });

function byName(a: RegisterRow, b: RegisterRow): number {
  return alphabet.compare(a.school.name, b.school.name) || a.school.urn.localeCompare(b.school.urn);
}
