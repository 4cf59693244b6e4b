import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Proposal } from './proposal.ts';
import type { Tone } from '#/law/scheme-schema.ts';
import type { Scheme } from './scheme.ts';
import { whyItMoved, type Why } from './why-it-moved.ts';

/** What one run proposed, and by which scheme: `null` when the scheme is no longer there. */
export interface RunSide {
  readonly scheme: Scheme | null;
  readonly rows: readonly { readonly school: School; readonly proposal: Proposal }[];
}

/** A school of which the later run says something else. */
export interface Mover {
  readonly school: School;
  readonly from: string;
  readonly to: string;
  /** By the order of concern; in two schemes by how much concern the groups are; `null` where one is insufficient evidence. */
  readonly direction: 'more concern' | 'less concern' | null;
  /** What made the difference, the weightiest first; never empty. */
  readonly why: readonly Why[];
}

/** Two runs beside each other. Every school of either is in exactly one of movers, renamed, stayed, arrived and gone. */
export interface Comparison {
  /** Schools in both runs. */
  readonly inBoth: number;
  readonly stayed: number;
  /** Schools that another scheme calls otherwise, with as much concern as before. */
  readonly renamed: number;
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
  const other = both.filter(({ then, now }) => !isSame(then, now));
  const moved = other
    .map((one) => ({ ...one, by: stepsOf(one.then, one.now, from.scheme, to.scheme) }))
    .filter(({ by, then, now }) => by !== 0 || then.scheme === now.scheme);
  const pairs = Map.groupBy(both, ({ then, now }) => JSON.stringify([then.category, now.category]));
  return {
    inBoth: both.length,
    stayed: both.length - other.length,
    renamed: other.length - moved.length,
    movers: moved
      .toSorted((a, b) => (b.by ?? 0) - (a.by ?? 0) || a.school.name.localeCompare(b.school.name, 'en-GB'))
      .map(({ school, then, now, by }) => ({
        school,
        from: then.category,
        to: now.category,
        direction: by === null ? null : by > 0 ? 'more concern' : 'less concern',
        why: whyItMoved(then, now, from.scheme, to.scheme),
      })),
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

/** How many steps of concern up or down: of the scheme’s categories, or, in two schemes, of their groups’ four tones. */
function stepsOf(then: Proposal, now: Proposal, from: Scheme | null, to: Scheme | null): number | null {
  if (then.concern === null || now.concern === null) return then.concern === now.concern ? 0 : null;
  if (then.scheme === now.scheme) return now.concern - then.concern;
  const [before, after] = [toneOf(from, then), toneOf(to, now)];
  return before < 0 || after < 0 ? null : after - before;
}

const tones: readonly Tone[] = ['none', 'low', 'raised', 'high'];

function toneOf(scheme: Scheme | null, { group }: Proposal): number {
  const tone = scheme?.groups.find(({ name }) => name === group)?.tone;
  return tone === undefined ? -1 : tones.indexOf(tone);
}
