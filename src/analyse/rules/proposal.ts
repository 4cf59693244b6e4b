import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Reading } from './reading.ts';

/** The category the rules propose before anyone adds opinion: a hypothesis, not a decision. */
export interface Proposal {
  readonly urn: Urn;
  readonly asAt: IsoDate;
  /** Scheme and version, for example `norfolk-2013`. */
  readonly scheme: string;
  /** Code in the scheme, or `insufficient evidence`, which is an answer. */
  readonly category: string;
  /** The code in words: the letters are not in order of quality. */
  readonly meaning: string;
  /** What the school is told, in the scheme’s own words: never the points. */
  readonly group: string | null;
  /** 0 least concern; more is worse. `null` when there is insufficient evidence. */
  readonly concern: number | null;
  readonly points: number;
  /** The most the evidence at hand could have given. */
  readonly maximum: number;
  readonly decidedBy: {
    /** Row of the decision table. */
    readonly rule: string;
    readonly words: string;
    /** The conditions that held, each with its fact. */
    readonly because: readonly string[];
  };
  /** Up to three strongest reasons, worst first. */
  readonly reasons: readonly string[];
  /** The strongest reason in one line, for lists; `null` when nothing could be read. */
  readonly reasonInBrief: string | null;
  /** What would have to be different for another category. */
  readonly wouldChange: readonly { readonly change: string; readonly category: string }[];
  readonly sureness: {
    readonly level: 'firm' | 'borderline' | 'uncertain';
    readonly words: string;
    /** Every category the uncertainty of the evidence allows, the proposed one included. */
    readonly couldBe: readonly string[];
  };
  readonly readings: readonly Reading[];
}
