import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** Who did something, on which day they say, and when it came into the records. */
export interface DidBy {
  readonly person: string;
  readonly name: string;
  readonly on: IsoDate;
  /** ISO 8601, UTC. */
  readonly keptAt: string;
}

/** A term’s looking at every school, or at one when something new came in. */
export interface CategoryRound {
  readonly number: string;
  /** The analysis whose proposals are decided on. */
  readonly run: string;
  readonly name: string;
  /** `null`: every school of the analysis. */
  readonly urn: Urn | null;
  readonly decideBy: IsoDate;
  readonly tellBy: IsoDate;
  readonly why: string;
  readonly opened: DidBy;
}

/** The letter by which head and chair are told, as it was sent: section by section, in its words. */
export interface LetterKept {
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}

/** What a named person decided of a school, beside what the rules had proposed, with what became of it. */
export interface CategoryDecision {
  readonly id: string;
  readonly round: string;
  readonly urn: Urn;
  readonly run: string;
  readonly proposed: string;
  readonly scheme: string;
  /** Code in the scheme, or `insufficient evidence`. */
  readonly category: string;
  /** What the school is told, in the scheme’s own words. */
  readonly group: string | null;
  readonly ofConcern: boolean;
  /** Empty where it follows the proposal. */
  readonly why: string;
  /** The decision of the same school that it takes the place of; `null` for the first there ever was. */
  readonly revises: string | null;
  readonly decided: DidBy;
  /** The second signature, as far as who reads may see it. */
  readonly signed: DidBy | null;
  /** That head and chair were told. */
  readonly told: DidBy | null;
}

/** A decision with the letter by which the school was told. */
export interface DecisionWithLetter extends CategoryDecision {
  readonly told: (DidBy & { readonly letter: LetterKept }) | null;
}
