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

/** What somebody decided of a school, from when the school was told it. */
export interface DecidedThen {
  readonly id: string;
  readonly category: string;
  readonly meaning: string;
  readonly group: string | null;
  /** What the analysis it rests on had proposed. */
  readonly rests: Pick<ProposedThen, 'run' | 'asAt'>;
  /** The day of the letter. */
  readonly toldOn: IsoDate;
  /** When that was kept, ISO 8601, UTC: decisions are told in this order. */
  readonly toldAt: string;
}

/**
 * A category as head and chair are told it: a decision, from its letter to the next; as long as there was none, what is
 * proposed, for as long as the analyses go on saying the same.
 */
export interface Told {
  readonly category: string;
  readonly meaning: string;
  readonly group: string | null;
  /** Identity of the decision; `null` where it is proposed and nobody had decided. */
  readonly decision: string | null;
  /** The day since which it is told. */
  readonly since: IsoDate;
  /** The first analysis that said so: told since it was made, of the school as known on its date. */
  readonly first: ProposedThen;
  /** The last that said so. */
  readonly last: ProposedThen;
  /** Every run that said so, where it is proposed: whoever confirmed having read one of them has read this. */
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
    const since = now.ranAt.slice(0, 10);
    const runs = new Set([now.run]);
    told.push({ category, meaning, group, decision: null, since, first: now, last: now, runs });
  }
  return told.toReversed();
}

/**
 * What a school was told, the newest first: every decision, each with a letter of its own; before the first of them what
 * was proposed. What is proposed after a school was told a decision is not told: it is decided on first.
 */
export function toldByDecisions(
  proposals: readonly ProposedThen[],
  decisions: readonly DecidedThen[],
): readonly Told[] {
  const [first, ...others] = decisions.toSorted((a, b) => a.toldAt.localeCompare(b.toldAt));
  if (first === undefined) return toldOverTime(proposals);
  const before = toldOverTime(proposals.filter(({ ranAt }) => ranAt < first.toldAt));
  return [...[first, ...others].map(toldDecision).toReversed(), ...before];
}

function toldDecision({ id, category, meaning, group, rests, toldOn, toldAt }: DecidedThen): Told {
  const rest = { ...rests, ranAt: toldAt, category, meaning, group };
  return {
    ...{ category, meaning, group, decision: id, since: toldOn, first: rest, last: rest },
    runs: new Set(),
  };
}

/** Whether something was said of this: of its letter, or of one of the analyses that proposed it. */
export function isAbout(
  told: Told,
  said: { readonly run: string | null; readonly decision: string | null },
): boolean {
  if (told.decision !== null || said.decision !== null) return said.decision === told.decision;
  return said.run !== null && told.runs.has(said.run);
}

function isSame(before: Told, now: ProposedThen): boolean {
  return before.category === now.category && before.meaning === now.meaning && before.group === now.group;
}
