import type { IsoDate } from '#/schools/rules/dates.ts';

/** What one run proposed for a school, as far as it is told. */
export interface ProposedThen {
  /** Of the run: later ones have larger numbers. */
  readonly run: string;
  readonly asAt: IsoDate;
  /** ISO 8601, UTC. */
  readonly ranAt: string;
  readonly category: string;
  readonly meaning: string;
  readonly group: string | null;
}

/** A category as head and chair are told it: for as long as the analyses go on saying the same. */
export interface Told {
  readonly category: string;
  readonly meaning: string;
  readonly group: string | null;
  /** The first analysis that said so: told since it was made, of the school as known on its date. */
  readonly first: ProposedThen;
  /** The last that said so. */
  readonly last: ProposedThen;
  /** Every run that said so: whoever confirmed having read one of them has read this. */
  readonly runs: ReadonlySet<string>;
}

/**
 * What a school was told, the newest first. Analyses are taken in the order in which they were made; one that looks back,
 * as at an earlier date than one made before it, tells nobody anything. Points, reasons and sureness may change without
 * another telling; category, meaning or group may not.
 */
export function toldOverTime(proposals: readonly ProposedThen[]): readonly Told[] {
  const told: Told[] = [];
  const made = proposals.toSorted((a, b) => Number(BigInt(a.run) - BigInt(b.run)));
  for (const now of made) {
    const before = told.at(-1);
    if (before !== undefined && now.asAt < before.last.asAt) continue;
    if (before !== undefined && isSame(before, now)) {
      told[told.length - 1] = { ...before, last: now, runs: new Set([...before.runs, now.run]) };
      continue;
    }
    const { category, meaning, group } = now;
    told.push({ category, meaning, group, first: now, last: now, runs: new Set([now.run]) });
  }
  return told.toReversed();
}

function isSame(before: Told, now: ProposedThen): boolean {
  return before.category === now.category && before.meaning === now.meaning && before.group === now.group;
}
