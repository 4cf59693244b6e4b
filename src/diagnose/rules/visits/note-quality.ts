import { rowsIn } from '#/papers/rules/check-content.ts';
import { textOf } from '#/papers/rules/read-content.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { VisitFacts } from './visit-facts.ts';
import { ofGovernors } from './check-visits.ts';

/** One visit that was held, with its note as far as it is written. */
export interface NoteHeld extends Pick<VisitFacts, 'submittedOn' | 'answer'> {
  /** By what it is compared: the district of the school, or who made the visit. */
  readonly among: string;
  /** The last day on which its note is in time. */
  readonly dueOn: IsoDate;
  readonly content: Content;
}

/** So many of so many. */
export interface SoMany {
  readonly some: number;
  readonly of: number;
}

/** How notes of visits are: each as so many of those of which it can be said. */
export interface NoteQuality {
  readonly among: string;
  readonly held: number;
  /** Submitted in time, of those submitted or due. */
  readonly inTime: SoMany;
  /** Called accurate at first, of those that a head answered. */
  readonly accurate: SoMany;
  /** The chair or a representative was asked, of all. */
  readonly governorAsked: SoMany;
  /** The chair, a representative or another governor was there, of the notes submitted. */
  readonly governorThere: SoMany;
  /** Something was seen at first hand: joint observations, learning walks. */
  readonly firstHand: SoMany;
  /** Found of the most vulnerable and of the most able pupils. */
  readonly namedGroups: SoMany;
  /** At least one action with who does it and by when. */
  readonly actions: SoMany;
}

const governorsThere: readonly string[] = [...ofGovernors, 'Governor'];

/** The quality of notes, for every district or visitor there is, in order of name. */
export function qualityAmong(notes: readonly NoteHeld[], today: IsoDate): readonly NoteQuality[] {
  return [...Map.groupBy(notes, ({ among }) => among)]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en-GB'))
    .map(([among, some]) => qualityOf(among, some, today));
}

/** The quality of all these notes together. */
export function qualityOf(among: string, notes: readonly NoteHeld[], today: IsoDate): NoteQuality {
  const submitted = notes.filter(({ submittedOn }) => submittedOn !== null);
  const count = (of: readonly NoteHeld[], holds: (note: NoteHeld) => boolean): SoMany => ({
    some: of.filter(holds).length,
    of: of.length,
  });
  return {
    among,
    held: notes.length,
    inTime: count(
      notes.filter(({ submittedOn, dueOn }) => submittedOn !== null || dueOn < today),
      ({ submittedOn, dueOn }) => submittedOn !== null && submittedOn <= dueOn,
    ),
    accurate: count(
      notes.filter(({ answer }) => answer === 'accurate' || answer === 'inaccurate'),
      ({ answer }) => answer === 'accurate',
    ),
    governorAsked: count(notes, ({ content }) =>
      ofGovernors.some((one) => listIn(content, 'asked').includes(one)),
    ),
    governorThere: count(submitted, ({ content }) =>
      rowsIn(content['present']).some((row) => governorsThere.includes(row['as'] ?? '')),
    ),
    firstHand: count(submitted, ({ content }) => rowsIn(content['seen']).length > 0),
    namedGroups: count(
      submitted,
      ({ content }) => textOf(content, 'vulnerable') !== '' && textOf(content, 'able') !== '',
    ),
    actions: count(submitted, ({ content }) =>
      rowsIn(content['actions']).some((row) => Boolean(row['what'] && row['owner'] && row['due'])),
    ),
  };
}

function listIn(content: Content, field: string): readonly string[] {
  const typed = content[field];
  return Array.isArray(typed) ? typed.filter((one): one is string => typeof one === 'string') : [];
}
