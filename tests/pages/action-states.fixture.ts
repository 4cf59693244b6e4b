import type { BoardsRead, OneBoardRead } from '#/diagnose/actions/boards.ts';
import { boardView } from '#/diagnose/pages/board-of-school/board-view.ts';
import { boardsView } from '#/diagnose/pages/boards/boards-view.ts';
import { boardStands } from '#/diagnose/rules/boards/board-stands.ts';
import { inventedAuthority, inventedSchool } from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { actionRead } from '#/papers/actions/read-actions.ts';
import type { ActionRead, ActionsRead } from '#/papers/actions/actions-read.ts';
import { asRead } from '#/papers/actions/papers-known.ts';
import { actionView, nothingTyped } from '#/papers/pages/action/action-view.ts';
import { actionsAsked } from '#/papers/pages/actions/actions-asked.ts';
import { actionsView } from '#/papers/pages/actions/actions-view.ts';
import { agreedView } from '#/papers/pages/paper/agreed-view.ts';
import type { ActionKept, ActionStepKept } from '#/papers/records/actions.ts';
import { actionStands, doneInTime } from '#/papers/rules/agreed/action-stands.ts';
import { addDays } from '#/schools/rules/dates.ts';
import type { PageState } from './page-states.fixture.ts';

const today = '2026-05-11';
const school = inventedSchool();
const parts = { reference: loadReference, today: () => today };
const by = { person: 'p', name: 'A Reed', keptAt: `${today}T09:00:00.000Z` };
const step = (name: ActionStepKept['step'], dueOn: string | null = null): ActionStepKept => ({
  ...{ step: name, on: '2026-05-04', dueOn, for: 'authority', words: 'It was so\n\nand so' },
  ...{ person: 'p', name: 'A Reed' },
});
const nobody = { id: 'p', name: 'A Reed', roles: [] };

function action(id: string, steps: readonly ActionStepKept[], more: Partial<ActionKept> = {}): ActionRead {
  const kept: ActionKept = {
    ...{ id, paper: 'm1', urn: school.urn, side: 'authority', opened: true, row: `actions.${id}`, steps },
    ...{ what: `Read <b>every</b> day ${id}`, owner: 'Head', ownerSide: 'school', dueOn: '2026-05-01' },
    ...{ agreedOn: '2026-04-01', kind: 'meeting', aboutOn: '2026-03-30' },
    ...more,
  };
  return {
    ...actionRead(parts, nobody, inventedAuthority.slug, kept, school.name),
    stands: actionStands(kept, today),
    may: steps.length === 0 ? ['done', 'moved', 'dropped'] : ['reopened'],
  };
}

const late = action('1', []);
const actions = [
  late,
  action('2', [step('moved', '2026-06-01')]),
  action('3', [], { dueOn: null, owner: '' }),
  action('4', [step('done')]),
  action('5', [step('dropped')]),
];
const read: ActionsRead = {
  ...{ authority: inventedAuthority, today, school: null, actions },
  counts: doneInTime(
    actions.map(({ stands }) => stands),
    today,
  ),
};
const many = { ...read, actions: Array.from({ length: 120 }, (_, index) => action(`n${String(index)}`, [])) };

const content = {
  chair: 'A Reed',
  members: [{ key: 'h', name: 'Ash Reed', role: 'Headteacher' }],
};
const minutes = {
  attendance: [{ key: 'h', came: 'Came' }],
  challenge: [{ key: '1', asked: 'Why?', answered: 'So' }],
  papers: [
    { key: '1', what: 'The plan', address: '/x/papers/00000000-0000-4000-8000-000000000001' },
    { key: '2', what: 'A letter' },
  ],
};
const paper = (kind: string, id: string, last: string, aboutOn: string | null, says: object) =>
  asRead(
    parts,
    {
      ...{ id, urn: school.urn, kind, side: 'authority', partOf: kind === 'board' ? null : 'b1' },
      template: kind === 'board' ? 'core-group' : kind,
      opened: { ...by, on: '2026-01-12' },
      steps: [
        { ...by, step: last, on: '2026-01-12', words: 'Why', for: 'authority', opened: true, version: 1 },
      ],
      newest: { number: 1, aboutOn, content: says as never, person: 'p', name: 'A Reed', savedAt: by.keptAt },
    },
    school.name,
  );
const group = paper('board', 'b1', 'set-up', null, content);
const meetings = [paper('meeting', 'm1', 'share-minutes', '2026-03-30', minutes)].concat(
  paper('meeting', 'm2', 'invite', '2026-05-04', {}),
);
const told = [
  { id: 'm1', state: 'shared', aboutOn: '2026-03-30', content: minutes },
  { id: 'm2', state: 'invited', aboutOn: '2026-05-04', content: {} },
];
const stands = boardStands({ content, meetsSince: '2026-01-12' }, told, (from) => addDays(from, 42), today);
const board = { paper: group, meetings, stands, rhythm: '6 weeks' };
const boards: BoardsRead = {
  ...{ authority: inventedAuthority, today },
  schools: [
    { school, ofConcern: true, board },
    { school, ofConcern: true, board: null },
  ],
};
const one: OneBoardRead = {
  ...{ authority: inventedAuthority, today, school, ofConcern: true, board, actions, mayWrite: true },
  before: [paper('board', 'b0', 'end', null, content)],
};

const page = (template: string, title: string, view: object): PageState => ({
  template: `${template}.njk`,
  title,
  view: { page: view },
});
const typed = {
  ...{ ...nothingTyped, step: 'moved', dueOn: 'soon', on: 'never' },
  problems: ['due-on', 'words', 'on', 'step'].map((field) => ({ field, text: `Something about ${field}` })),
};

/** What was agreed in a paper, as its page shows it. */
export const agreedInAPaper = agreedView(read);

/** Agreed actions, boards and core groups: of many schools and of one, with and without any. */
export const actionStates: Readonly<Record<string, PageState>> = {
  'agreed actions': page(
    'papers/pages/actions/actions',
    'Agreed actions',
    actionsView(read, actionsAsked({})),
  ),
  'agreed actions, two pages of them': page(
    'papers/pages/actions/actions',
    'Agreed actions',
    actionsView(many, actionsAsked({ show: ['all'], page: ['2'] })),
  ),
  'agreed actions of one school, none': page(
    'papers/pages/actions/actions',
    'Agreed actions',
    actionsView({ ...read, school, actions: [] }, actionsAsked({ owner: ['nobody'] })),
  ),
  'an agreed action': page('papers/pages/action/action', 'Agreed action', actionView(read, late)),
  'an agreed action, not followed up as typed': page(
    'papers/pages/action/action',
    'Agreed action',
    actionView(read, late, typed),
  ),
  'an agreed action that is done': page(
    'papers/pages/action/action',
    'Agreed action',
    actionView(read, action('4', [step('moved', '2026-05-03'), step('done')])),
  ),
  'boards and core groups': page(
    'diagnose/pages/boards/boards',
    'Boards and core groups',
    boardsView(boards),
  ),
  'boards and core groups, none': page(
    'diagnose/pages/boards/boards',
    'Boards and core groups',
    boardsView({ ...boards, schools: [] }),
  ),
  'the board of a school': page(
    'diagnose/pages/board-of-school/board-of-school',
    'Board or core group',
    boardView(one),
  ),
  'the board of a school, none': page(
    'diagnose/pages/board-of-school/board-of-school',
    'Board or core group',
    boardView({ ...one, board: null, actions: [], before: [], ofConcern: false }),
  ),
};
