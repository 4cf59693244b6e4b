import { papers, type PaperKept } from '#/papers/records/papers.ts';
import { stateOf } from '#/papers/rules/process.ts';
import { processOf } from '#/papers/rules/processes/processes.ts';
import type { Parts } from '#/parts.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A paper as far as the page of a school tells of it. */
export interface PaperInAWord {
  readonly paper: string;
  /** The day it is about; of one that is about no day, the day it was opened. */
  readonly on: IsoDate;
  /** Where it stands, in words that fit after “It is”. */
  readonly words: string;
}

/** What school and authority have on paper with one another, as far as the reader may know. */
export interface PapersInBrief {
  readonly lastVisit: PaperInAWord | null;
  readonly nextVisit: PaperInAWord | null;
  /** The newest. */
  readonly plan: PaperInAWord | null;
  /** One that is not resolved. */
  readonly disengagement: PaperInAWord | null;
}

/**
 * Visits, plan and disengagement of a school today; `null` for who may open no papers of it.
 *
 * @param slug of an authority that is there
 */
export async function readPapersInBrief(
  parts: Pick<Parts, 'records' | 'today'>,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<PapersInBrief | null> {
  if (mayForSchool(person, 'open papers', slug, urn) !== true) return null;
  const kinds = ['visit', 'plan', 'disengagement'];
  const kept = await ifAnyRecords(parts, person, slug, (transaction) => papers(transaction, { urn, kinds }));
  return papersInBrief(kept ?? [], parts.today());
}

type Kept = Pick<PaperKept, 'id' | 'kind' | 'opened' | 'steps' | 'newest'>;

/** The same of papers that were read, in the order in which they were opened. */
export function papersInBrief(kept: readonly Kept[], today: IsoDate): PapersInBrief {
  const known = kept.flatMap(({ id, kind, opened, steps, newest }) => {
    const process = processOf(kind);
    const state = process === undefined ? '' : stateOf(process, steps);
    const found = process?.states[state];
    // What was set aside has no state of its process.
    if (found === undefined) return [];
    const word = { paper: id, on: newest?.aboutOn ?? opened.on, words: found.words };
    return [{ kind, state, over: found.over ?? false, word }];
  });
  const of = (kind: string) => known.filter((one) => one.kind === kind);
  const toCome = (state: string) => state === 'planned' || state === 'arranged';
  const words = (some: typeof known) =>
    some.map(({ word }) => word).toSorted((a, b) => a.on.localeCompare(b.on));
  const visits = of('visit').filter(({ state }) => state !== 'cancelled');
  return {
    lastVisit: words(visits.filter(({ state, word }) => !toCome(state) && word.on <= today)).at(-1) ?? null,
    nextVisit: words(visits.filter(({ state, word }) => toCome(state) && word.on >= today))[0] ?? null,
    plan: of('plan').at(-1)?.word ?? null,
    disengagement: of('disengagement').findLast(({ over }) => !over)?.word ?? null,
  };
}
