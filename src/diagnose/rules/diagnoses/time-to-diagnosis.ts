import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Something of its category that a school was told: the category itself, or that it is of concern. */
interface ToldDecision {
  readonly what: string;
  readonly toldOn: IsoDate;
}

/**
 * Since when a school has been told what it was told last: a later letter that tells the same does not begin anew what the
 * first one began. `null` where it was told none.
 *
 * @param told in the order of the letters
 */
export function toldSince(told: readonly ToldDecision[]): IsoDate | null {
  const last = told.at(-1);
  if (last === undefined) return null;
  const other = told.findLastIndex(({ what }) => what !== last.what);
  return told[other + 1]?.toldOn ?? last.toldOn;
}

/** How the school answered a diagnosis that is settled. */
export type AnswerOfSchool = 'agreed' | 'agreed in part' | 'not agreed' | 'not answered';

export interface SettledDiagnosis {
  readonly paper: string;
  readonly on: IsoDate;
  readonly answer: AnswerOfSchool;
}

/** A school that was told its category, and what became of its diagnosis. */
export interface WayToDiagnosis {
  readonly urn: Urn;
  readonly toldOn: IsoDate;
  /** The first diagnosis settled since then; `null` while there is none. */
  readonly settled: SettledDiagnosis | null;
  /** Days from the letter to the diagnosis; while there is none, to today. */
  readonly days: number;
}

/** How long a school waited for its diagnosis, or waits. */
export function wayToDiagnosis(
  { urn, toldOn }: Pick<WayToDiagnosis, 'urn' | 'toldOn'>,
  settled: readonly SettledDiagnosis[],
  today: IsoDate,
): WayToDiagnosis {
  const first = settled.filter(({ on }) => on >= toldOn).toSorted((a, b) => a.on.localeCompare(b.on))[0];
  return { urn, toldOn, settled: first ?? null, days: daysBetween(toldOn, first?.on ?? today) };
}

/** Days from the letter to the diagnosis over many schools: a number for those that have one, and for those that wait. */
export interface DaysToDiagnosis {
  /** Schools that were told a category. */
  readonly told: number;
  /** Of these, schools whose diagnosis is settled. */
  readonly settled: number;
  /** Of the settled; `null` with none. */
  readonly median: number | null;
  readonly longest: number | null;
  /** Of those that wait; `null` with none. */
  readonly medianWait: number | null;
  readonly longestWait: number | null;
  /** How many settled diagnoses took so long: each band up to and including its last day, the last without end. */
  readonly bands: readonly { readonly from: number; readonly to: number | null; readonly schools: number }[];
}

const bandEnds = [14, 28, 42, 60, 90] as const;

export function daysToDiagnosis(ways: readonly WayToDiagnosis[]): DaysToDiagnosis {
  const took = ways.filter(({ settled }) => settled !== null).map(({ days }) => days);
  const waits = ways.filter(({ settled }) => settled === null).map(({ days }) => days);
  const starts = [0, ...bandEnds.map((end) => end + 1)];
  return {
    told: ways.length,
    settled: took.length,
    median: medianOf(took),
    longest: took.length === 0 ? null : Math.max(...took),
    medianWait: medianOf(waits),
    longestWait: waits.length === 0 ? null : Math.max(...waits),
    bands: starts.map((from, index) => {
      const to = bandEnds[index] ?? null;
      return { from, to, schools: took.filter((days) => days >= from && (to === null || days <= to)).length };
    }),
  };
}

function medianOf(numbers: readonly number[]): number | null {
  const ordered = numbers.toSorted((a, b) => a - b);
  const upper = ordered[Math.floor(ordered.length / 2)];
  const lower = ordered[Math.floor((ordered.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
