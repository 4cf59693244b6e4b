import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Proposal } from './proposal.ts';
import type { Scheme } from './scheme.ts';
import { whyItMoved, type Why } from './why-it-moved.ts';

/** What one run proposed, and by which scheme: `null` when the scheme is no longer there. */
export interface RunSide {
  readonly scheme: Scheme | null;
  readonly rows: readonly { readonly school: School; readonly proposal: Proposal }[];
}

/** A school with another category in the later run. */
export interface Mover {
  readonly school: School;
  readonly from: string;
  readonly to: string;
  /** By the order of concern; `null` where the two are not of one scheme, or one is insufficient evidence. */
  readonly direction: 'more concern' | 'less concern' | null;
  /** What made the difference, the weightiest first; never empty. */
  readonly why: readonly Why[];
}

/** Two runs beside each other. Every school of either is in exactly one of movers, stayed, arrived and gone. */
export interface Comparison {
  /** Schools in both runs. */
  readonly inBoth: number;
  readonly stayed: number;
  /** Towards more concern first, then by how far, then by name. */
  readonly movers: readonly Mover[];
  /** In the later run only. */
  readonly arrived: readonly { readonly school: School; readonly to: string }[];
  /** In the earlier run only. */
  readonly gone: readonly { readonly school: School; readonly from: string }[];
  /** How many schools of both runs went from which category to which, those that stayed included. */
  readonly matrix: readonly { readonly from: string; readonly to: string; readonly schools: number }[];
}

/** Compares two runs school by school: who moved and why, who is new, who is gone. */
export function compareRuns(from: RunSide, to: RunSide): Comparison {
  const before = new Map<Urn, RunSide['rows'][number]>(from.rows.map((row) => [row.school.urn, row]));
  const after = new Set(to.rows.map(({ school }) => school.urn));
  const both = to.rows.flatMap((row) => {
    const then = before.get(row.school.urn);
    return then === undefined ? [] : [{ school: row.school, then: then.proposal, now: row.proposal }];
  });
  const moved = both.filter(({ then, now }) => !isSame(then, now));
  const movers = moved.map(({ school, then, now }) => ({
    mover: {
      school,
      from: then.category,
      to: now.category,
      direction: directionOf(then, now),
      why: whyItMoved(then, now, from.scheme, to.scheme),
    },
    by: then.scheme === now.scheme ? (now.concern ?? 0) - (then.concern ?? 0) : (now.concern ?? -1),
  }));
  const pairs = Map.groupBy(both, ({ then, now }) => JSON.stringify([then.category, now.category]));
  return {
    inBoth: both.length,
    stayed: both.length - moved.length,
    movers: movers
      .toSorted((a, b) => b.by - a.by || a.mover.school.name.localeCompare(b.mover.school.name, 'en-GB'))
      .map(({ mover }) => mover),
    arrived: to.rows
      .filter(({ school }) => !before.has(school.urn))
      .map(({ school, proposal }) => ({ school, to: proposal.category })),
    gone: from.rows
      .filter(({ school }) => !after.has(school.urn))
      .map(({ school, proposal }) => ({ school, from: proposal.category })),
    matrix: [...pairs.values()].flatMap((same) => {
      const [first] = same;
      return first === undefined
        ? []
        : [{ from: first.then.category, to: first.now.category, schools: same.length }];
    }),
  };
}

/** In two schemes a category is the same only where both call it the same and mean the same. */
function isSame(then: Proposal, now: Proposal): boolean {
  return then.category === now.category && (then.scheme === now.scheme || then.meaning === now.meaning);
}

function directionOf(then: Proposal, now: Proposal): Mover['direction'] {
  if (then.scheme !== now.scheme || then.concern === null || now.concern === null) return null;
  return now.concern > then.concern ? 'more concern' : 'less concern';
}
