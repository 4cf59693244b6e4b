import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** How far an entry may be known. Each is one of the levels of `people/rules/levels.ts`. */
export const intelligenceLevels = ['school and authority', 'authority', 'named people'] as const;

export type IntelligenceLevel = (typeof intelligenceLevels)[number];

/** How it is known: what somebody of the authority saw weighs otherwise than what it was told. */
export const bases = {
  seen: 'Seen by an officer, in the school or at a meeting with it',
  told: 'Told by somebody',
  record: 'Read in a record, a return or a report',
} as const;

export type Basis = keyof typeof bases;

/** What can become of an entry. None is ever changed: a correction says what to read instead. */
export const intelligenceActs = ['looked at', 'corrected', 'renewed', 'withdrawn'] as const;

export type IntelligenceAct = (typeof intelligenceActs)[number];

/** Something that was done to an entry, by whom and when. */
export interface IntelligenceStep {
  readonly act: IntelligenceAct;
  /** Why; of an entry that was looked at, what follows from it. */
  readonly why: string;
  /** Of a correction: what to read instead. */
  readonly says: string | null;
  /** Of a renewal: the last day it holds now. */
  readonly until: IsoDate | null;
  readonly person: string;
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** Something that came to the ears of one of the authority’s services about a school: of the school, never of a child. */
export interface Intelligence {
  readonly id: string;
  readonly urn: Urn;
  /** Identity of a kind in `reference/intelligence-kinds.json`. */
  readonly kind: string;
  /** Which service or body told it, and from what. */
  readonly source: string;
  readonly basis: Basis;
  /** The day it became known to whoever told it. */
  readonly knownOn: IsoDate;
  readonly level: IntelligenceLevel;
  /** Identities of the people named, at the level `named people`. */
  readonly named: readonly string[];
  readonly words: string;
  /** Last day it counts, as first said. */
  readonly holdsUntil: IsoDate;
  readonly told: { readonly person: string; readonly name: string; readonly at: string };
  /** In the order in which they were taken. */
  readonly steps: readonly IntelligenceStep[];
}

export type IntelligenceState = 'in force' | 'expired' | 'withdrawn';

/** An entry with where it stands on a day. */
export interface IntelligenceToday extends Intelligence {
  readonly state: IntelligenceState;
  /** What it says now, corrections included. */
  readonly saysNow: string;
  /** Last day it counts, renewals included. */
  readonly until: IsoDate;
  /** Whether anybody said since it was told what follows from it. */
  readonly lookedAt: boolean;
}

/** Where an entry stands: the last day it holds is in force. */
export function standingOf(entry: Intelligence, today: IsoDate): IntelligenceToday {
  const { steps } = entry;
  const until = steps.findLast((one) => one.act === 'renewed')?.until ?? entry.holdsUntil;
  const withdrawn = steps.some(({ act }) => act === 'withdrawn');
  return {
    ...entry,
    state: withdrawn ? 'withdrawn' : until < today ? 'expired' : 'in force',
    saysNow: steps.findLast(({ act }) => act === 'corrected')?.says ?? entry.words,
    until,
    lookedAt: steps.some(({ act }) => act === 'looked at'),
  };
}

/** What may be done to an entry as it stands: what is withdrawn stays withdrawn, what has expired may still be renewed. */
export function actsOn({ state }: Pick<IntelligenceToday, 'state'>): readonly IntelligenceAct[] {
  return state === 'withdrawn' ? [] : intelligenceActs;
}
