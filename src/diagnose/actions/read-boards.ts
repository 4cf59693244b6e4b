import { boardStands, weeksSaid } from '#/diagnose/rules/boards/board-stands.ts';
import { rhythmOn } from '#/law/templates.ts';
import { readActions } from '#/papers/actions/read-actions.ts';
import type { PaperParts, PaperRead } from '#/papers/actions/papers.ts';
import { readPapers } from '#/papers/actions/read-papers.ts';
import { settingAside } from '#/papers/rules/process.ts';
import { dayDue } from '#/papers/rules/standing.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { plural } from '#/platform/web/words.ts';
import { addDays } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { BoardRead, BoardsRead, OneBoardRead } from './boards.ts';
import { toldBySchool } from './told-by-school.ts';

const kinds = ['board', 'meeting'] as const;

/** Which schools of concern have an improvement board or core group, and how each stands. */
export async function readBoards(parts: PaperParts, person: Person, slug: string): Promise<BoardsRead> {
  permit(person, 'read papers', slug);
  const { authority, papers } = await readPapers(parts, person, { authority: slug, kinds });
  const written = Map.groupBy(papers, ({ urn }) => urn);
  const told = await toldBySchool(parts, person, authority.slug);
  const store = await parts.published();
  const today = parts.today();
  const evidence = await store.evidence({ asAt: today, authority: authority.slug, withoutValues: true });
  return {
    authority,
    today,
    schools: evidence
      .filter(({ school }) => mayForSchool(person, 'read papers', authority.slug, school.urn) === true)
      .map(({ school }) => ({
        school,
        ofConcern: told.get(school.urn)?.at(-1)?.ofConcern ?? false,
        board: boardIn(parts, written.get(school.urn) ?? []),
      }))
      .filter(({ ofConcern, board }) => ofConcern || board !== null)
      .toSorted(
        (a, b) =>
          a.school.name.localeCompare(b.school.name, 'en-GB') || a.school.urn.localeCompare(b.school.urn),
      ),
  };
}

/** The board or core group of one school with its meetings and what they agreed, for both sides. */
export async function readBoardOfSchool(
  parts: PaperParts,
  person: Person,
  slug: string,
  urn: Urn,
): Promise<OneBoardRead> {
  const { authority, papers } = await readPapers(parts, person, { authority: slug, urn, kinds });
  const store = await parts.published();
  const today = parts.today();
  const asked = { asAt: today, authority: authority.slug, urns: [urn], includeClosed: true };
  const [evidence] = await store.evidence({ ...asked, withoutValues: true });
  if (evidence === undefined) throw nothingThere();
  const told = await toldBySchool(parts, person, authority.slug, urn);
  const board = boardIn(parts, papers);
  const met = new Set(board?.meetings.map(({ id }) => id));
  const { actions } = await readActions(parts, person, { authority: authority.slug, urn });
  return {
    ...{ authority, today, school: evidence.school, board },
    ofConcern: told.get(urn)?.at(-1)?.ofConcern ?? false,
    before: papers
      .filter(({ kind, standing }) => kind === 'board' && standing.state === 'ended')
      .toReversed(),
    actions: actions.filter(({ paper }) => met.has(paper)),
    mayWrite: mayForSchool(person, 'write papers', authority.slug, urn) === true,
  };
}

/** The board that has not ended among the papers of a school, with its meetings. */
function boardIn(parts: PaperParts, papers: readonly PaperRead[]): BoardRead | null {
  const paper = papers.find(({ kind, standing }) => kind === 'board' && !standing.over);
  if (paper === undefined) return null;
  const meetings = papers
    .filter(({ partOf, standing }) => partOf === paper.id && standing.state !== settingAside.words)
    .toSorted((a, b) => (a.newest?.aboutOn ?? '').localeCompare(b.newest?.aboutOn ?? ''));
  const content = paper.newest?.content ?? {};
  const weeks = weeksSaid(content);
  // A rhythm is named as the form of the board is: core group, improvement board.
  const known = rhythmOn(parts.reference().rhythms, paper.template, parts.today());
  const due = (from: string): string =>
    weeks === null
      ? (dayDue({ rhythm: paper.template, owedBy: 'school' }, from, parts.reference()) ?? from)
      : addDays(from, 7 * weeks);
  return {
    paper,
    meetings,
    stands: boardStands(
      { content, meetsSince: paper.steps.find(({ step }) => step === 'set-up')?.on ?? null },
      meetings.map(({ id, standing, newest }) => ({
        ...{ id, state: standing.state, aboutOn: newest?.aboutOn ?? null, content: newest?.content ?? {} },
      })),
      due,
      parts.today(),
    ),
    rhythm: weeks === null ? plural(known?.amount ?? 0, 'week') : plural(weeks, 'week'),
  };
}
