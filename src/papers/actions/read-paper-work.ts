import { papersNotOver, type PaperInBrief } from '#/papers/records/papers-in-brief.ts';
import type { Process, Side } from '#/papers/rules/process.ts';
import { standingOf } from '#/papers/rules/standing.ts';
import { endsOf, ownersOf, turnOf, type Officers, type Turn } from '#/papers/rules/whose-turn.ts';
import { holdersOf, type RoleHolder } from '#/people/records/people-of-school.ts';
import { rolesWith } from '#/people/rules/decision-table.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { processesOf, sidesOf } from './papers-known.ts';
import type { PaperParts } from './papers.ts';

/** A paper that waits for the reader, or for somebody the reader waits for. */
export interface PaperTurn extends Turn {
  readonly paper: string;
  readonly urn: Urn;
  readonly school: string;
  readonly mine: boolean;
}

const given = ['intervention officer', 'challenge partner'] as const;
const writers = [...rolesWith('write papers', 'all'), ...rolesWith('write papers', 'own schools')];

/** A day on which the reader goes to a school, or somebody comes to theirs. */
export interface DayAhead {
  readonly paper: string;
  readonly kind: string;
  readonly urn: Urn;
  readonly school: string;
  readonly on: IsoDate;
}

interface OwnPaper {
  readonly paper: PaperInBrief;
  readonly process: Process;
  /** For which side it is the reader’s. */
  readonly side: Side;
}

/** What there is to do about papers for one person: on the side of the school, or of the authority where it is theirs. */
export async function readPaperWork(
  parts: PaperParts,
  person: Person,
  authority: string,
): Promise<readonly PaperTurn[]> {
  const { templates: _, ...calendar } = parts.reference();
  const turns = (await ownPapers(parts, person, authority)).flatMap(({ paper, process, side }) => {
    const turn = turnOf(process, standingOf(process, paper, calendar, parts.today()), paper.opened.on);
    // What the authority owes on a paper of its own is no affair of the school.
    if (turn === null || (turn.by !== side && side === 'school' && paper.side !== 'school')) return [];
    return [{ ...turn, paper: paper.id, urn: paper.urn, mine: turn.by === side }];
  });
  return await withSchools(parts, authority, turns);
}

/** The days from a day on that papers of the reader are about: visits, meetings and reviews to come. */
export async function readDaysAhead(
  parts: PaperParts,
  person: Person,
  authority: string,
  from: IsoDate,
): Promise<readonly DayAhead[]> {
  const days = (await ownPapers(parts, person, authority)).flatMap(({ paper, process }) => {
    const on = paper.newest?.aboutOn ?? null;
    if (process.about !== 'a day' || on === null || on < from) return [];
    return [{ paper: paper.id, kind: paper.kind, urn: paper.urn, on }];
  });
  return await withSchools(parts, authority, days);
}

/** Papers that are not over and are the reader’s: of a school they lead, or owed by them at the authority. */
async function ownPapers(parts: PaperParts, person: Person, authority: string): Promise<readonly OwnPaper[]> {
  if (!mayFor(person, 'take part in papers', authority)) return [];
  const kinds = processesOf(parts);
  const kept = await ifAnyRecords(parts, person, authority, async (transaction) => ({
    papers: await papersNotOver(transaction, endsOf(kinds)),
    holders: await holdersOf(transaction, [...new Set([...writers, ...given])]),
  }));
  if (kept === null || kept.papers.length === 0) return [];
  const officersOf = officersBySchool(kept.holders);
  return kept.papers.flatMap((paper): readonly OwnPaper[] => {
    const process = kinds.find(({ kind }) => kind === paper.kind);
    const sides = sidesOf(person, authority, paper.urn);
    if (process === undefined) return [];
    if (sides.includes('school')) return [{ paper, process, side: 'school' }];
    const owns = sides.includes('authority') && ownersOf(paper, officersOf(paper.urn)).includes(person.id);
    return owns ? [{ paper, process, side: 'authority' }] : [];
  });
}

function officersBySchool(holders: readonly RoleHolder[]): (urn: Urn) => Officers {
  const everywhere = holders.filter(({ schools }) => schools === 'all');
  const otherwise = everywhere.filter(({ role }) => role === 'head of service').map(({ person }) => person);
  const bySchool = Map.groupBy(
    holders.flatMap((one) => (one.schools === 'all' ? [] : one.schools.map((urn) => ({ urn, ...one })))),
    ({ urn }) => urn,
  );
  const anywhere = new Set(everywhere.map(({ person }) => person));
  return (urn) => {
    const own = bySchool.get(urn) ?? [];
    return {
      writers: new Set([...anywhere, ...own.map(({ person }) => person)]),
      given: own.filter(({ role }) => given.some((one) => one === role)).map(({ person }) => person),
      otherwise,
    };
  };
}

/** The same with the names of their schools, the closed ones too. */
async function withSchools<Of extends { readonly urn: Urn }>(
  parts: PaperParts,
  authority: string,
  some: readonly Of[],
): Promise<readonly (Of & { readonly school: string })[]> {
  if (some.length === 0) return [];
  const urns = [...new Set(some.map(({ urn }) => urn))];
  const store = await parts.published();
  const asked = { asAt: parts.today(), authority, urns, includeClosed: true, withoutValues: true };
  const found = await store.evidence(asked);
  const names = new Map(found.map(({ school }) => [school.urn, school.name]));
  return some.map((one) => ({ ...one, school: names.get(one.urn) ?? `school ${one.urn}` }));
}
