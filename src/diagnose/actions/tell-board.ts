import { showsChallenge } from '#/diagnose/rules/boards/board-stands.ts';
import { rowsIn } from '#/papers/rules/check-content.ts';
import { fieldsOfMembers } from '#/papers/rules/processes/board-asks.ts';
import { textOf } from '#/papers/rules/read-content.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords, plural, sentence, share } from '#/platform/web/words.ts';
import type { BoardRead } from './boards.ts';

/** A share with what it is of; in words where it is of nothing. */
export function shareOrNone(part: number, whole: number): string {
  return whole === 0 ? 'No meeting yet' : share(part, whole);
}

/** When a board meets next, and how late it is. */
export function nextWords(next: BoardRead['stands']['next']): string {
  if (next === null) return 'Being set up';
  const how = next.planned ? 'planned' : 'by the rhythm, none planned';
  const late = next.daysLate > 0 ? `, ${plural(next.daysLate, 'day')} late` : '';
  return `${dateInWords(next.on)}, ${how}${late}`;
}

/** Who chairs a board. */
export function chairOf({ paper }: BoardRead): string {
  return textOf(paper.newest?.content ?? {}, 'chair') || 'Not stated';
}

/** The meetings of a board, the latest first: how each stands, its papers, and whether its minutes show challenge. */
export function meetingsTold({ meetings, stands }: BoardRead, slug: string) {
  const minuted = new Set(stands.held.map(({ id }) => id));
  return meetings.toReversed().map(({ id, urn, newest, standing }) => {
    const content = newest?.content ?? {};
    const asked = showsChallenge(content)
      ? plural(rowsIn(content['challenge']).length, 'question')
      : 'None in the minutes';
    const on = newest?.aboutOn ?? null;
    return {
      day: on === null ? 'No day yet' : dateInWords(on),
      href: paperAddress(slug, urn, id),
      stands: sentence(standing.words),
      challenge: minuted.has(id) ? asked : 'No minutes yet',
      papers: rowsIn(content['papers']).map((row) => paperLink(slug, urn, row)),
    };
  });
}

/** Who came to which meeting, a row a member and a column a meeting; `null` where no meeting has minutes. */
export function attendanceTable(board: BoardRead) {
  if (board.stands.held.length === 0) return null;
  const { held, attendance } = board.stands;
  return {
    columns: held.map(({ aboutOn }) => dateInWords(aboutOn)),
    rows: attendance.map(({ key, name, role, came, of }) => ({
      ...{ name, role, total: of === 0 ? 'None' : `${String(came)} of ${String(of)}` },
      cells: held.map(
        ({ content }) =>
          rowsIn(content[fieldsOfMembers.came]).find((row) => row.key === key)?.['came'] ?? 'Not stated',
      ),
    })),
  };
}

/** A paper for a meeting: a link where its address is one of this school’s papers, else its words alone. */
function paperLink(slug: string, urn: string, row: Readonly<Record<string, string>>) {
  const id = /\/papers\/([0-9a-f-]{36})(?:[/?#]|$)/u.exec(row['address'] ?? '')?.[1];
  return { text: row['what'] ?? '', href: id === undefined ? null : paperAddress(slug, urn, id) };
}
