import type { BoardOfSchool, BoardsRead } from '#/diagnose/actions/boards.ts';
import { nextWords, shareOrNone } from '#/diagnose/actions/tell-board.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { boardOfSchoolAddress, boardsAddress } from '#/platform/web/board-addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';

/** Everything the list of boards and core groups shows. */
export function boardsView({ authority, schools, today }: BoardsRead) {
  const { slug } = authority;
  const concern = schools.filter(({ ofConcern }) => ofConcern);
  const boards = schools.flatMap(({ board }) => (board === null ? [] : [board]));
  const set = boards.filter(({ stands }) => stands.next !== null);
  const late = set.filter(({ stands }) => (stands.next?.daysLate ?? 0) > 0).length;
  const sum = (of: (one: (typeof boards)[number]['stands']) => number): number =>
    boards.reduce((total, { stands }) => total + of(stands), 0);
  return {
    lead:
      schools.length === 0
        ? 'No school was told that it is of concern, and none has an improvement board or core group.'
        : `Of ${plural(concern.length, 'school')} told that they are of concern, ${String(concern.filter(({ board }) => board !== null).length)} have an improvement board or core group; ${String(late)} of ${plural(set.length, 'board')} late with a meeting.`,
    asAt: dateInWords(today),
    files: downloadLinks(boardsAddress(slug), {}),
    figures: [
      {
        text: 'Boards late with a meeting, by the day planned or by their rhythm',
        number: someOf(late, set.length, 'board'),
      },
      {
        text: 'Governors who came themselves, of those expected at meetings with minutes',
        number: shareOrNone(
          sum(({ governors }) => governors.came),
          sum(({ governors }) => governors.of),
        ),
      },
      {
        text: 'Headteachers who came themselves, of those expected at meetings with minutes',
        number: shareOrNone(
          sum(({ head }) => head.came),
          sum(({ head }) => head.of),
        ),
      },
      {
        text: 'Minutes that show challenge: a question with its answer',
        number: shareOrNone(
          sum(({ challenged }) => challenged.meetings),
          sum(({ challenged }) => challenged.of),
        ),
      },
    ],
    rows: schools.toSorted((a, b) => lateBy(b) - lateBy(a)).map((one) => rowOf(one, slug)),
  };
}

function lateBy({ ofConcern, board }: BoardOfSchool): number {
  if (board === null) return ofConcern ? 1_000_000 : 0;
  return board.stands.next?.daysLate ?? 0;
}

function rowOf({ school, ofConcern, board }: BoardOfSchool, slug: string) {
  return {
    school: school.name,
    schoolAddress: schoolAddress(slug, school.urn),
    ofConcern,
    href: boardOfSchoolAddress(slug, school.urn),
    board: board === null ? null : `${board.paper.writtenBy.name}, every ${board.rhythm}`,
    next: board === null ? '' : nextWords(board.stands.next),
    late: (board?.stands.next?.daysLate ?? 0) > 0,
    governors: board === null ? '' : shareOrNone(board.stands.governors.came, board.stands.governors.of),
    head: board === null ? '' : shareOrNone(board.stands.head.came, board.stands.head.of),
    challenged:
      board === null ? '' : shareOrNone(board.stands.challenged.meetings, board.stands.challenged.of),
  };
}
