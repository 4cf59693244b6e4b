import { papersNotOver, type PaperInBrief } from '#/papers/records/papers-in-brief.ts';
import { standingOf } from '#/papers/rules/standing.ts';
import { endsOf, ownersOf, turnOf, type Officers, type Turn } from '#/papers/rules/whose-turn.ts';
import { holdersOf, type RoleHolder } from '#/people/records/people-of-school.ts';
import { rolesWith } from '#/people/rules/decision-table.ts';
import { mayFor, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
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

/** What there is to do about papers for one person: on the side of the school, or of the authority where it is theirs. */
export async function readPaperWork(
  parts: PaperParts,
  person: Person,
  authority: string,
): Promise<readonly PaperTurn[]> {
  if (!mayFor(person, 'take part in papers', authority)) return [];
  const kinds = processesOf(parts);
  const kept = await ifAnyRecords(parts, person, authority, async (transaction) => ({
    papers: await papersNotOver(transaction, endsOf(kinds)),
    holders: await holdersOf(transaction, [...new Set([...writers, ...given])]),
  }));
  if (kept === null || kept.papers.length === 0) return [];
  const officersOf = officersBySchool(kept.holders);
  const { templates: _, ...calendar } = parts.reference();
  const turns = kept.papers.flatMap((paper) => {
    const process = kinds.find(({ kind }) => kind === paper.kind);
    if (process === undefined) return [];
    const turn = turnOf(process, standingOf(process, paper, calendar, parts.today()), paper.opened.on);
    if (turn === null) return [];
    const mine = isMine(paper, turn, person, authority, officersOf(paper.urn));
    return mine === null ? [] : [{ ...turn, paper: paper.id, urn: paper.urn, mine }];
  });
  const names = await namesOf(parts, authority, [...new Set(turns.map(({ urn }) => urn))]);
  return turns.map((one) => ({ ...one, school: names.get(one.urn) ?? `school ${one.urn}` }));
}

/** Whether it is the reader’s turn; `null` where the paper is a colleague’s affair, or the authority’s to a school. */
function isMine(
  paper: PaperInBrief,
  { by }: Turn,
  person: Person,
  authority: string,
  officers: Officers,
): boolean | null {
  const sides = sidesOf(person, authority, paper.urn);
  if (sides.includes('school')) return by === 'school' ? true : paper.side === 'school' ? false : null;
  if (!sides.includes('authority') || !ownersOf(paper, officers).includes(person.id)) return null;
  return by === 'authority';
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

async function namesOf(
  parts: PaperParts,
  authority: string,
  urns: readonly Urn[],
): Promise<ReadonlyMap<Urn, string>> {
  if (urns.length === 0) return new Map();
  const store = await parts.published();
  const asked = { asAt: parts.today(), authority, urns, includeClosed: true, withoutValues: true };
  return new Map((await store.evidence(asked)).map(({ school }) => [school.urn, school.name]));
}
