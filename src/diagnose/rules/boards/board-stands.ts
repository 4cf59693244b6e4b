import { rowsIn } from '#/papers/rules/check-content.ts';
import { fieldsOfMembers } from '#/papers/rules/processes/board-asks.ts';
import { textOf } from '#/papers/rules/read-content.ts';
import type { Content } from '#/papers/rules/template.ts';
import { daysBetween, type IsoDate } from '#/schools/rules/dates.ts';

/** A meeting of a board, as its paper tells it. */
export interface MeetingTold {
  readonly id: string;
  /** A state of its process. */
  readonly state: string;
  readonly aboutOn: IsoDate | null;
  readonly content: Content;
}

/** How often somebody came, of the meetings that were held while they were a member. */
export interface Attendance {
  readonly key: string;
  readonly name: string;
  readonly role: string;
  /** Came themselves. */
  readonly came: number;
  readonly sentSomebody: number;
  readonly of: number;
}

export interface BoardStands {
  /** Meetings with minutes, the earliest first. */
  readonly held: readonly (MeetingTold & { readonly aboutOn: IsoDate })[];
  readonly attendance: readonly Attendance[];
  /** Of the governors, the chair of governors among them. */
  readonly governors: { readonly came: number; readonly of: number };
  readonly head: { readonly came: number; readonly of: number };
  /** Meetings whose minutes hold a question with its answer, of those with minutes. */
  readonly challenged: { readonly meetings: number; readonly of: number };
  /** `null`: it has ended, or is not set up. */
  readonly next: {
    readonly on: IsoDate;
    readonly planned: boolean;
    /** Whole days since it should have been, or was to be, and nothing was held. */
    readonly daysLate: number;
  } | null;
}

const minuted = ['shared', 'disputed', 'agreed'];
const toCome = ['planned', 'invited'];
const governors = ['Chair of governors', 'Governor'];

/**
 * How a board or core group stands: who came, whether minutes show challenge, and when it meets next. A meeting that is
 * planned is the next one; where none is, the rhythm says when it should be.
 *
 * @param rhythm the last day in time after a day
 */
export function boardStands(
  board: { readonly content: Content; readonly meetsSince: IsoDate | null },
  meetings: readonly MeetingTold[],
  rhythm: (from: IsoDate) => IsoDate,
  today: IsoDate,
): BoardStands {
  const dated = meetings
    .flatMap((one) => (one.aboutOn === null ? [] : [{ ...one, aboutOn: one.aboutOn }]))
    .toSorted((a, b) => a.aboutOn.localeCompare(b.aboutOn));
  const held = dated.filter(({ state }) => minuted.includes(state));
  const attendance = rowsIn(board.content[fieldsOfMembers.members]).map((row) => attendanceOf(row, held));
  const sum = (some: readonly Attendance[]) => ({
    came: some.reduce((total, { came }) => total + came, 0),
    of: some.reduce((total, one) => total + one.of, 0),
  });
  const last = dated.findLast(({ state }) => state === 'held' || minuted.includes(state));
  const planned = dated.find(({ state }) => toCome.includes(state));
  const nextOn =
    board.meetsSince === null ? null : (planned?.aboutOn ?? rhythm(last?.aboutOn ?? board.meetsSince));
  return {
    held,
    attendance,
    governors: sum(attendance.filter(({ role }) => governors.includes(role))),
    head: sum(attendance.filter(({ role }) => role === 'Headteacher')),
    challenged: { meetings: held.filter(({ content }) => showsChallenge(content)).length, of: held.length },
    next:
      nextOn === null
        ? null
        : {
            on: nextOn,
            planned: planned !== undefined,
            daysLate: Math.max(0, daysBetween(nextOn, today)),
          },
  };
}

function attendanceOf(
  member: Readonly<Record<string, string>> & { readonly key: string },
  held: readonly MeetingTold[],
): Attendance {
  const said = held
    .flatMap(({ content }) => rowsIn(content[fieldsOfMembers.came]).filter(({ key }) => key === member.key))
    .map((row) => row['came'] ?? '')
    .filter((came) => came !== '' && came !== 'Was no member then');
  return {
    ...{ key: member.key, name: member['name'] ?? '', role: member['role'] ?? '', of: said.length },
    came: said.filter((one) => one === 'Came').length,
    sentSomebody: said.filter((one) => one === 'Sent somebody').length,
  };
}

/** Evidence of challenge: at least one question that somebody asked, with what was answered. */
export function showsChallenge(content: Content): boolean {
  return rowsIn(content['challenge']).some(
    (row) => (row['asked'] ?? '') !== '' && (row['answered'] ?? '') !== '',
  );
}

/** Every how many weeks the board itself says that it meets; `null` where it leaves that to the rhythm of its kind. */
export function weeksSaid(content: Content): number | null {
  const weeks = Number(textOf(content, 'weeks'));
  return Number.isInteger(weeks) && weeks > 0 && weeks <= 52 ? weeks : null;
}
