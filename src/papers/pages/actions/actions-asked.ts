import type { ActionRead, ActionsRead } from '#/papers/actions/actions-read.ts';
import type { Query } from '#/platform/web/addresses.ts';

const shown = {
  open: ['Open', ({ stands }) => stands.state === 'open'],
  late: ['Open and late', ({ stands }) => stands.daysLate > 0],
  authority: ['Open, for the authority to do', (one) => isOpenOf(one, 'authority')],
  school: ['Open, for schools to do', (one) => isOpenOf(one, 'school')],
  moved: ['Open, and moved at least twice', ({ stands }) => stands.state === 'open' && stands.timesMoved > 1],
  done: ['Done', ({ stands }) => stands.state === 'done'],
  dropped: ['Dropped', ({ stands }) => stands.state === 'dropped'],
  all: ['All', () => true],
} as const satisfies Readonly<Record<string, readonly [string, (one: ActionRead) => boolean]>>;

export type ActionsShown = keyof typeof shown;

function isOpenOf({ stands, ownerSide }: ActionRead, side: ActionRead['ownerSide']): boolean {
  return stands.state === 'open' && ownerSide === side;
}

/** What the address asks for; what is not understood is left out, so that old links work. */
export interface ActionsAsked {
  readonly show: ActionsShown;
  /** A part of the name of whoever does it; empty: anybody. */
  readonly owner: string;
  /** A part of the school’s name; empty: any. */
  readonly school: string;
  readonly page: number;
}

export function actionsAsked(query: Query): ActionsAsked {
  const one = (name: string): string => (query[name]?.at(-1) ?? '').trim().slice(0, 100);
  const show = one('show');
  return {
    show: show in shown ? (show as ActionsShown) : 'open',
    owner: one('owner'),
    school: one('school'),
    page: /^[1-9]\d{0,3}$/.test(one('page')) ? Number(one('page')) : 1,
  };
}

export function queryOf({ show, owner, school, page }: ActionsAsked): Query {
  const some = (value: string): readonly string[] => (value === '' ? [] : [value]);
  return {
    show: show === 'open' ? [] : [show],
    owner: some(owner),
    school: some(school),
    page: page === 1 ? [] : [String(page)],
  };
}

export function choicesToShow(chosen: ActionsShown, { actions }: ActionsRead) {
  return Object.entries(shown).map(([value, [text, is]]) => ({
    ...{ value, text, chosen: value === chosen },
    count: actions.filter(is).length,
  }));
}

/** The actions that are asked for, in the order in which they were read: the latest first. */
export function chosenActions({ actions }: ActionsRead, asked: ActionsAsked): readonly ActionRead[] {
  const has = (text: string, part: string): boolean =>
    text.toLocaleLowerCase('en-GB').includes(part.toLocaleLowerCase('en-GB'));
  return actions.filter(
    (one) => shown[asked.show][1](one) && has(one.owner, asked.owner) && has(one.school, asked.school),
  );
}
