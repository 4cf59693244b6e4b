import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Content } from './template.ts';

/** On whose side somebody acts: for the school, or for the authority. */
export type Side = 'authority' | 'school';

/**
 * What a paper waits for in a state, and for how long. The days are those of `reference/rhythms.json`, which may change from
 * a date on; here stands only which of them is meant.
 */
export interface Clock {
  /** Identity of a rhythm in `reference/rhythms.json`. */
  readonly rhythm: string;
  /** From which day it counts: the day the paper is about (a visit, a meeting), the day of the last step, or the day it was opened. */
  readonly from: 'the day it is about' | 'the last step' | 'the day it was opened';
  /** What is waited for, as a task of whoever owes it: `submit the note`. */
  readonly awaits: string;
  readonly owedBy: Side;
}

export interface PaperState {
  /** How it stands, in words that fit after “It is”: `being written`, `waiting for the school’s answer`. */
  readonly words: string;
  /** Who may write another version while it stands so; `null`: nobody. */
  readonly writtenBy: Side | null;
  readonly clock?: Clock;
  /** Nothing more is waited for. */
  readonly over?: true;
}

export interface Step<State extends string = string> {
  /** As it is kept and addressed: small letters and dashes. */
  readonly step: string;
  /** On the button: `Submit the note`. */
  readonly button: string;
  /** In lists and logs, in the past: `submitted`. */
  readonly done: string;
  readonly from: readonly State[];
  /** `as before`: back to where it was before the last step. */
  readonly to: State | 'as before';
  readonly by: Side;
  /** From here on the other side reads the paper, as it stood at this step. Without it, or `needsAll`, a newer draft stays unseen. */
  readonly opens?: true;
  /** Everything the template requires has to be there. */
  readonly needsAll?: true;
  /** Words said with it, by their label; `required` where it cannot be taken without. */
  readonly says?: { readonly label: string; readonly required: boolean };
  /** Not before the day that the paper is about: a visit is not held before its day. */
  readonly notBeforeItsDay?: true;
  /** Somebody else than whoever took this step last: four eyes. */
  readonly notByWhoTook?: string;
  /** What was agreed in it (fields of the type `actions`) is followed up from here on. */
  readonly agrees?: true;
  /** Who is told by mail that there is something to read or to do. */
  readonly tells?: Side;
  /** On the page before it is done: it cannot be taken back. */
  readonly warning?: string;
}

/** A paper as far as another one is checked against it. */
interface PaperBeside {
  readonly id: string;
  readonly kind: string;
  readonly steps: readonly Pick<Taken, 'step'>[];
  readonly newest: { readonly aboutOn: IsoDate | null; readonly content: Content } | null;
}

/** What a paper says, among the papers that are part of it and those that are part of the same one as it is. */
export interface SaidAmong {
  readonly content: Content;
  readonly aboutOn: IsoDate | null;
  readonly within: readonly PaperBeside[];
  readonly beside: readonly PaperBeside[];
}

/** What becomes of one kind of paper: a typed table of transitions. */
export interface Process<State extends string = string> {
  /** Kind of paper, and of template. */
  readonly kind: string;
  /** One of them: `note of visit`. */
  readonly name: string;
  /** Several: `notes of visits`. */
  readonly names: string;
  /** Whose paper it is. The other side reads nothing of it until a step opens it. */
  readonly side: Side;
  readonly begins: State;
  readonly states: Readonly<Record<State, PaperState>>;
  readonly steps: readonly Step<State>[];
  /** Whether the day it is about is part of it: of a visit, a meeting, a review. */
  readonly about?: 'a day';
  /** Kinds of paper it may be part of: a review is part of a plan. */
  readonly partOf?: readonly string[];
  /**
   * What else is missing or wrong before a step that `needsAll`, which the form by itself cannot know: a day that is before
   * that of another paper, a row that may not go. Each with its field, in the order of the form.
   */
  readonly asksToo?: (said: SaidAmong) => readonly { readonly field: string; readonly text: string }[];
  /** One at a time: a second cannot be opened for the school (or within what it is part of) while one is not over. */
  readonly oneAtATime?: true;
}

/** A step that was taken, as far as it decides where a paper stands. */
export interface Taken {
  readonly step: string;
  readonly by: string;
  readonly on: string;
}

/**
 * Any paper that was not opened to the other side yet may be set aside, with the reason, and brought back: nothing that was
 * written is ever gone.
 */
export const settingAside = {
  aside: { step: 'set-aside', button: 'Set it aside', done: 'set aside', label: 'Why it is set aside' },
  back: { step: 'brought-back', button: 'Bring it back', done: 'brought back' },
  words: 'set aside',
} as const;

/** Where a paper stands after the steps taken, in their order: a state of its process, or `set aside`. */
export function stateOf(process: Process, taken: readonly Pick<Taken, 'step'>[]): string {
  const been: string[] = [process.begins];
  for (const { step } of taken) {
    if (step === settingAside.aside.step) {
      been.push(settingAside.words);
    } else if (step === settingAside.back.step) {
      been.push(been.at(-2) ?? process.begins);
    } else {
      const known = process.steps.find((one) => one.step === step);
      if (known !== undefined)
        been.push(known.to === 'as before' ? (been.at(-2) ?? process.begins) : known.to);
    }
  }
  return been.at(-1) ?? process.begins;
}
