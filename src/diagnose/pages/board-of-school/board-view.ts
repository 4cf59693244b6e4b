import type { OneBoardRead } from '#/diagnose/actions/boards.ts';
import {
  attendanceTable,
  chairOf,
  meetingsTold,
  nextWords,
  shareOrNone,
} from '#/diagnose/actions/tell-board.ts';
import { actionAddress, actionsOfSchoolAddress } from '#/platform/web/action-addresses.ts';
import { openPaperAddress, paperAddress, papersAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';

/** The board or core group of a school as both sides read it: when it meets, who comes, what was asked and agreed. */
export function boardView(read: OneBoardRead) {
  const { authority, school, board, actions, today } = read;
  const { slug } = authority;
  const { urn } = school;
  const open = actions.filter(({ stands }) => stands.state === 'open');
  return {
    school: school.name,
    lead: leadOf(read),
    links: linksOf(read),
    facts:
      board === null
        ? []
        : [
            { term: 'Chaired by', words: chairOf(board) },
            { term: 'Meets', words: `Every ${board.rhythm}` },
            { term: 'Next meeting', words: nextWords(board.stands.next) },
            {
              term: 'Governors came',
              words: shareOrNone(board.stands.governors.came, board.stands.governors.of),
            },
            { term: 'Head came', words: shareOrNone(board.stands.head.came, board.stands.head.of) },
            {
              term: 'Minutes with challenge',
              words: shareOrNone(board.stands.challenged.meetings, board.stands.challenged.of),
            },
          ],
    attendance: board === null ? null : attendanceTable(board),
    meetings: board === null ? [] : meetingsTold(board, slug),
    actions: open.map((one) => ({
      ...{ what: one.what, owner: one.owner, href: actionAddress(slug, urn, one.id) },
      due: one.stands.dueOn === null ? 'No day' : dateInWords(one.stands.dueOn),
      late: one.stands.daysLate > 0,
    })),
    actionsLead: `${someOf(open.length, actions.length, 'action')} agreed at its meetings ${open.length === 1 ? 'is' : 'are'} open, as at ${dateInWords(today)}.`,
    allActions: actionsOfSchoolAddress(slug, urn),
    before: read.before.map((one) => ({
      words: `${one.writtenBy.name}, opened ${dateInWords(one.opened.on)}, ended: ${one.steps.at(-1)?.words ?? ''}`,
      href: paperAddress(slug, urn, one.id),
    })),
    all: papersAddress(slug, urn),
  };
}

function leadOf({ board, ofConcern }: OneBoardRead): string {
  if (board === null) {
    return ofConcern
      ? 'This school was told that it is of concern, and has no improvement board or core group.'
      : 'This school has no improvement board or core group.';
  }
  const { name } = board.paper.writtenBy;
  const held = board.stands.held.length;
  return `${name}: ${board.paper.standing.words}. ${held === 0 ? 'No meeting has minutes yet.' : `${plural(held, 'meeting')} with minutes.`}`;
}

function linksOf({ authority, school, board, mayWrite }: OneBoardRead) {
  const { slug } = authority;
  if (board === null)
    return mayWrite
      ? [{ text: 'Set up a board or core group', href: openPaperAddress(slug, school.urn, 'board') }]
      : [];
  const own = {
    text: 'Its members and terms of reference',
    href: paperAddress(slug, school.urn, board.paper.id),
  };
  const plan = {
    text: 'Plan a meeting',
    href: openPaperAddress(slug, school.urn, 'meeting', board.paper.id),
  };
  return mayWrite && board.stands.next !== null ? [own, plan] : [own];
}
