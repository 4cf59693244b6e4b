import { handOversDue } from '#/diagnose/rules/allocation/hand-overs-due.ts';
import type { PaperRead } from '#/papers/actions/papers.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { SchoolAllocated } from './allocation-read.ts';
import type { AllocationParts } from './read-allocation.ts';

interface Somebody {
  readonly person: string;
  readonly name: string;
}

/** A school that goes from one to another, with the note that is written or asked for. */
export interface HandOverRead {
  readonly urn: Urn;
  readonly school: string;
  readonly from: Somebody;
  readonly to: Somebody | null;
  /** The last day of whoever leaves. */
  readonly on: IsoDate;
  /** `null`: not begun. */
  readonly paper: {
    readonly id: string;
    readonly state: string;
    readonly words: string;
    readonly dueOn: IsoDate | null;
    readonly over: boolean;
  } | null;
}

export interface HandOversRead {
  /** Of whoever leaves, and not handed over yet. */
  readonly toWrite: readonly HandOverRead[];
  /** Of whoever has the school next, and not taken over yet; where it is not begun they wait for it. */
  readonly toTake: readonly HandOverRead[];
}

/** How long before a change of hands a note belongs to it: it may be begun as soon as the change is known. */
const begunDaysBefore = 120;

/** The hand-overs of one person: what they are to write, and what they are to read. */
export async function readHandOvers(
  parts: AllocationParts,
  person: Person,
  of: { readonly authority: string; readonly person: string; readonly schools: readonly SchoolAllocated[] },
): Promise<HandOversRead> {
  const due = of.schools.flatMap(({ urn, school, had }) => {
    const nameOf = (id: string): Somebody => ({
      person: id,
      name: had.find((one) => one.person === id)?.name ?? 'somebody',
    });
    return handOversDue(had, parts.today()).map(({ from, to, on }) => ({
      ...{ urn, on, school: school.name },
      from: nameOf(from),
      to: to === null ? null : nameOf(to),
    }));
  });
  const own = due.filter(({ from, to }) => from.person === of.person || to?.person === of.person);
  if (own.length === 0) return { toWrite: [], toTake: [] };
  const { papers } = await readPapers(parts, person, { authority: of.authority, kinds: ['hand-over'] });
  const all = own.map((one): HandOverRead => ({ ...one, paper: paperOf(papers, one) }));
  return {
    toWrite: all.filter(
      ({ from, paper }) =>
        from.person === of.person && (paper === null || !['handed-over', 'taken-over'].includes(paper.state)),
    ),
    toTake: all.filter(({ to, paper }) => to?.person === of.person && !(paper?.over ?? false)),
  };
}

function paperOf(
  papers: readonly PaperRead[],
  { urn, on }: Pick<HandOverRead, 'urn' | 'on'>,
): HandOverRead['paper'] {
  const found = papers.findLast(
    (paper) =>
      paper.urn === urn &&
      paper.standing.state !== 'set aside' &&
      daysBetween(paper.opened.on, on) <= begunDaysBefore,
  );
  if (found === undefined) return null;
  const { state, words, over, awaited } = found.standing;
  return { id: found.id, state, words, over, dueOn: awaited?.dueOn ?? null };
}
