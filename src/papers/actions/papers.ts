import type { FileKept } from '#/papers/records/paper-files.ts';
import type { PaperKept, VersionKept } from '#/papers/records/papers.ts';
import type { ContentProblem } from '#/papers/rules/check-content.ts';
import type { GivenRows } from '#/papers/rules/check-content.ts';
import type { Parts } from '#/parts.ts';
import type { Process, Side } from '#/papers/rules/process.ts';
import type { Standing } from '#/papers/rules/standing.ts';
import type { StepToTake } from '#/papers/rules/steps-open-to.ts';
import type { Content, Template } from '#/papers/rules/template.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What the actions on papers need. */
export type PaperParts = Pick<Parts, 'published' | 'records' | 'reference' | 'today'> & {
  /** The kinds of paper there are; all of them where left out. */
  readonly processes?: readonly Process[];
};

/** A paper as it stands today, as far as the reader may know. */
export interface PaperRead extends PaperKept {
  /** Of the school; where the register does not know it any more, its number in words. */
  readonly school: string;
  readonly process: Process;
  /** The template it is written by, as it was on the day the paper was opened. */
  readonly writtenBy: Template;
  readonly standing: Standing;
}

export interface PapersRead {
  readonly authority: AuthorityInStore;
  /** In the order in which they were opened. */
  readonly papers: readonly PaperRead[];
}

/** One paper, with everything its page shows. */
export interface OnePaperRead {
  readonly authority: AuthorityInStore;
  readonly school: Pick<School, 'urn' | 'name'>;
  readonly paper: PaperRead;
  /** Every version that the reader may read, the oldest first. */
  readonly versions: readonly VersionKept[];
  /** What it is part of; `null` where it is of none, or none that the reader may read. */
  readonly partOf: PaperRead | null;
  readonly parts: readonly PaperRead[];
  /** Its files that the reader may read, those taken out too, the oldest first. */
  readonly files: readonly FileKept[];
  /** For which sides the reader acts at this school. */
  readonly sides: readonly Side[];
  /** The rows that its template gives: areas, or what stands in what it is part of. */
  readonly given: GivenRows;
  /** What is still missing before a step that needs all, in the order of the fields. */
  readonly missing: readonly ContentProblem[];
  /** Whether the reader may write a version now. */
  readonly mayWrite: boolean;
  /** Steps of the reader’s side from the state it is in, those that cannot be taken yet with why. */
  readonly steps: readonly StepToTake[];
}

export interface PaperToOpen {
  readonly authority: string;
  readonly urn: Urn;
  readonly kind: string;
  /** Identity of a template of the kind; left out where there is only one. */
  readonly template?: string;
  readonly partOf?: string;
  /** The day it is opened; today where left out. */
  readonly on?: IsoDate;
  /** A first version to begin with. */
  readonly content?: Content;
  /** The day it is about, with a first version. */
  readonly aboutOn?: IsoDate;
}

/** `one is open`: of this kind one at a time, and there is one that is not over. */
export type Opened =
  | { readonly kind: 'done'; readonly paper: string }
  | { readonly kind: 'one is open'; readonly paper: string }
  | { readonly kind: 'problems'; readonly problems: readonly ContentProblem[] };

export interface VersionToSave {
  readonly authority: string;
  readonly paper: string;
  /** Number of the version the writer had before them; 0 where there was none. */
  readonly basedOn: number;
  readonly content: Content;
  /** The day the paper is about, for kinds that have one. As people write days, or as ISO date. */
  readonly aboutOn?: string | null;
}

/** `already`: the newest version says the very same. `not now`: it is not theirs to write as it stands. */
export type Saved =
  | { readonly kind: 'done'; readonly version: number; readonly already: boolean }
  | {
      readonly kind: 'changed meanwhile';
      readonly newest: VersionKept;
      /** What both made of it put together, to be saved on the newest version; where both changed a field, as typed now. */
      readonly merged: Pick<VersionKept, 'content' | 'aboutOn'>;
    }
  | { readonly kind: 'not now'; readonly why: string }
  | { readonly kind: 'problems'; readonly problems: readonly ContentProblem[] };

export interface StepToBeTaken {
  readonly authority: string;
  readonly paper: string;
  readonly step: string;
  readonly words: string;
  /** The day it was done; today where left out. As people write days, or as ISO date. */
  readonly on?: string;
  /** Number of the version that was read before; where given and there is a newer one, the step is not taken. */
  readonly seen?: number;
}

/** `already`: it was sent twice, and taken once. */
export type StepTaken =
  | { readonly kind: 'done'; readonly already: boolean; readonly paper: PaperRead }
  | { readonly kind: 'not now'; readonly why: string }
  | { readonly kind: 'problems'; readonly problems: readonly ContentProblem[] };
