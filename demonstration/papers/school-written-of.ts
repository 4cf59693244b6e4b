import type { Happened } from '#/papers/actions/papers-written.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';

/** A school of Larkshire as far as it decides what is written of it, and who writes. */
export interface SchoolWrittenOf {
  readonly urn: string;
  readonly name: string;
  readonly phase: Phase;
  readonly standing: 'of concern' | 'requiring improvement' | 'any other';
  /** As the register names the head; in words where it names none. */
  readonly headName: string;
  /** Since when it was told the category it was told last; `null` where it was told none. */
  readonly toldOn: IsoDate | null;
  /** Since when it owes an improvement plan; `null` where it owes none. */
  readonly owesPlanSince: IsoDate | null;
  /** Who goes there for the authority. */
  readonly visitor: Person;
  /** Where they sign in. */
  readonly head: Person | null;
  readonly chair: Person | null;
  /** Who had it before, or stops on a day that is known, with their last day; `null` where nobody did who is still here. */
  readonly left: { readonly by: Person; readonly on: IsoDate } | null;
}

/** Something that happened to a paper, with its day also where it was saved. */
export interface Dated {
  readonly on: IsoDate;
  readonly happened: Happened;
}

/** What has happened by a day: nothing after the first thing that is still to come. */
export function happenedBy(today: IsoDate, line: readonly Dated[]): readonly Happened[] {
  const first = line.findIndex(({ on }) => on > today);
  return (first === -1 ? line : line.slice(0, first)).map(({ happened }) => happened);
}

/** A step that somebody took on a day. */
export function took(by: Person, takes: string, on: IsoDate, words?: string): Dated {
  return { on, happened: words === undefined ? { by, takes, on } : { by, takes, on, words } };
}
