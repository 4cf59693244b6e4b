import type { Person } from '#/people/rules/permissions.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** Something that somebody is to do, or waits for. Derived from dated facts whenever it is asked for; nothing keeps it. */
export interface WorkItem {
  /** Tells it from every other of this person: the record it comes from. */
  readonly key: string;
  /** What is to be done, as a task: `Submit the note of the visit`. */
  readonly what: string;
  /** The school’s name; `null` where it is of no one school. */
  readonly school: string | null;
  /** Where it is done. */
  readonly href: string;
  /** The day by which; `null` where there is none. */
  readonly dueOn: IsoDate | null;
  /** Who has to do it: the reader, or somebody the reader waits for, by what they are (`the head`) or by name. */
  readonly waitsFor: 'me' | { readonly somebody: string };
  /** Since when it waits; `null` where that is not known. */
  readonly since: IsoDate | null;
}

/** What one room has of a person’s work. A room makes its sources in `work.ts`; `src/work.ts` gathers them. */
export interface WorkSource {
  /** Tells it from every other, in small letters with dashes. */
  readonly name: string;
  /** In the words of a heading: `Notes and plans`. */
  readonly heading: string;
  /** What this person has to do or waits for in an authority, as far as they may read it. */
  readonly read: (person: Person, authority: string) => Promise<readonly WorkItem[]>;
}
