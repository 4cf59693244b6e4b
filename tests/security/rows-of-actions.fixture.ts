import type { Person } from '#/people/rules/permissions.ts';
import { schools } from './everybody.fixture.ts';
import { rowsOfPapers } from './rows-of-papers.fixture.ts';
import { toSchool, type Row, type RowsOfTable } from './rows-tried.fixture.ts';

const uuid = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const papers: Readonly<Record<string, Row>> = rowsOfPapers.paper.rows;

/** Of every paper one action of each side. */
const actions: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(papers).flatMap(([kind, { id, urn, side }], index) =>
    (['authority', 'school'] as const).map((owner, at) => [
      `${kind}, to be done by the ${owner}`,
      {
        ...{ id: uuid(2000 + 2 * index + at), paper: id, urn, side, owner_side: owner },
        ...{ opened: String(kind.includes(', opened')), row_key: 'actions.1', what: 'x' },
      },
    ]),
  ),
);

const read: RowsOfTable['read'] = (person, { side, urn, opened }) => {
  const staff = toSchool(person, 'read papers', urn);
  const school = toSchool(person, 'read the school’s papers', urn);
  return (side === 'authority' ? staff : school) || (String(opened) === 'true' && (staff || school));
};

const writes = (person: Person): boolean => toSchool(person, 'write papers', schools.own);
const answers = (person: Person): boolean => toSchool(person, 'answer for the school', schools.own);

const ofOwn = (kind: string): Row => papers[`${kind}, of a school: own`] ?? {};
const actionOfOwn = (kind: string, owner: string): Row =>
  actions[`${kind}, of a school: own, to be done by the ${owner}`] ?? {};

const newAction =
  (kind: string, number: number) =>
  (person: Person): Row => ({
    ...{ id: uuid(3000 + number), paper: ofOwn(kind)['id'], urn: schools.own, side: ofOwn(kind)['side'] },
    ...{ opened: String(kind.endsWith('s, opened')), row_key: 'actions.9', what: 'x', owner_side: 'school' },
    agreed_by_name: person.name,
  });

const newStep =
  (kind: string, owner: string, takenFor: string) =>
  (person: Person): Row => {
    const { id, paper, urn, side, opened } = actionOfOwn(kind, owner);
    return {
      ...{ action: id, paper, urn, side, opened, step: 'done', due_on: null, taken_for: takenFor },
      taken_by_name: person.name,
    };
  };

/** What was agreed in papers, and what became of it: read as the paper is, followed up by the authority and by whose it is. */
export const rowsOfActions = {
  agreed_action: {
    rows: actions,
    read,
    add: {
      'in a paper of the authority that both read': {
        row: newAction('the authority’s, opened', 1),
        may: (person) => writes(person) || answers(person),
      },
      'in a paper of the authority that the school does not read': {
        row: newAction('the authority’s, not opened', 2),
        may: (person) => writes(person),
      },
      'in another’s name': {
        row: (person) => ({
          ...newAction('the authority’s, opened', 3)(person),
          agreed_by_name: 'Somebody else',
        }),
        may: () => false,
      },
    },
  },
  agreed_action_step: {
    rows: Object.fromEntries(
      Object.entries(actions).map(([kind, { id, paper, urn, side, opened }]) => [
        kind,
        { action: id, paper, urn, side, opened, step: 'done', due_on: null, taken_for: side },
      ]),
    ),
    read,
    add: {
      'by the authority, with what the school does': {
        row: newStep('the authority’s, opened', 'school', 'authority'),
        may: writes,
      },
      'by the school, with what the school does': {
        row: newStep('the authority’s, opened', 'school', 'school'),
        may: answers,
      },
      'by the school, with what the authority does': {
        row: newStep('the authority’s, opened', 'authority', 'school'),
        may: () => false,
      },
      'by the school, in a paper that it does not read': {
        row: newStep('the authority’s, not opened', 'school', 'school'),
        may: () => false,
      },
    },
  },
} as const satisfies Readonly<Record<string, RowsOfTable>>;
