import { loadReference, type Reference } from '#/law/reference.ts';
import type { PaperParts } from '#/papers/actions/papers.ts';
import type { Process } from '#/papers/rules/process.ts';
import type { Records } from '#/platform/database/records.ts';
import { fenshire, storeOf } from './published.fixture.ts';
import { addPerson, startTestDatabase, type TestDatabase } from './records.fixture.ts';
import { other, own, slug, somebody } from './school-told.fixture.ts';

/** A note of the authority: written, signed by a second person, shared, answered by the school. */
export const note: Process<'written' | 'signed' | 'shared' | 'answered'> = {
  kind: 'note',
  name: 'note',
  names: 'notes',
  side: 'authority',
  begins: 'written',
  about: 'a day',
  states: {
    written: {
      words: 'being written',
      writtenBy: 'authority',
      clock: { rhythm: 'fifth-day', from: 'the day it is about', awaits: 'share it', owedBy: 'authority' },
    },
    signed: { words: 'signed, and not shared', writtenBy: 'authority' },
    shared: {
      words: 'waiting for the school’s answer',
      writtenBy: 'authority',
      clock: { rhythm: 'fifth-day', from: 'the last step', awaits: 'answer', owedBy: 'school' },
    },
    answered: { words: 'answered', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'sign',
      button: 'Sign',
      done: 'signed',
      from: ['written'],
      to: 'signed',
      by: 'authority',
      needsAll: true,
    },
    {
      ...{ step: 'share', button: 'Share', done: 'shared', from: ['signed'], to: 'shared', by: 'authority' },
      ...{ opens: true, notByWhoTook: 'sign', tells: 'school' },
    },
    { step: 'remind', button: 'Remind', done: 'reminded', from: ['shared'], to: 'shared', by: 'authority' },
    {
      ...{
        step: 'answer',
        button: 'Answer',
        done: 'answered',
        from: ['shared'],
        to: 'answered',
        by: 'school',
      },
      ...{ says: { label: 'Your answer', required: true }, tells: 'authority' },
    },
  ],
};

/** A view of the school’s own, one at a time, given to the authority. */
export const view: Process<'written' | 'given'> = {
  ...{
    kind: 'view',
    name: 'view of the school',
    names: 'views of schools',
    side: 'school',
    begins: 'written',
  },
  oneAtATime: true,
  states: {
    written: { words: 'being written', writtenBy: 'school' },
    given: { words: 'given to the authority', writtenBy: null, over: true },
  },
  steps: [
    {
      step: 'give',
      button: 'Give',
      done: 'given',
      from: ['written'],
      to: 'given',
      by: 'school',
      opens: true,
    },
  ],
};

const dated = { from: '2012-01-01', to: null, source: 'for the test', status: 'confirmed' } as const;

const templates: Reference['templates'] = [
  {
    ...{ kind: 'note', id: 'note', name: 'A note', about: 'A note for the tests of papers', ...dated },
    sections: [
      {
        heading: 'What was seen',
        fields: [
          { id: 'seen', label: 'Seen', type: 'words', required: true },
          { id: 'grade', label: 'Grade', type: 'choice', choices: ['Good', 'Not yet'] },
          { id: 'next', label: 'Next', type: 'day' },
          {
            ...{ id: 'present', label: 'Present', type: 'rows' },
            columns: [{ id: 'name', label: 'Name', type: 'line', required: true }],
          },
        ],
      },
    ],
  },
  {
    ...{ kind: 'view', id: 'view', name: 'A view', about: 'A view for the tests of papers', ...dated },
    sections: [{ heading: 'Our view', fields: [{ id: 'words', label: 'Words', type: 'words' }] }],
  },
];

/** Those who have to do with a school’s papers, and some who have not. */
export const people = {
  head: somebody('head', 'headteacher', [own]),
  chair: somebody('chair', 'chair', [own]),
  clerk: somebody('clerk', 'clerk', [own]),
  'head of another school': somebody('head of another school', 'headteacher', [other]),
  'challenge partner': somebody('challenge partner', 'challenge partner', [own]),
  'intervention officer': somebody('intervention officer', 'intervention officer', [own]),
  'head of service': somebody('head of service', 'head of service'),
  'elected member': somebody('elected member', 'elected member', [own]),
  auditor: somebody('auditor', 'auditor'),
} as const;

export type Who = keyof typeof people;

export const place = { authority: slug, urn: own };

export interface PapersAtHand {
  readonly database: TestDatabase;
  readonly records: Records;
  readonly parts: PaperParts;
}

/** An authority with people and two kinds of paper, on 26 June 2019, which is a Wednesday in term. */
export async function startPapers(): Promise<PapersAtHand> {
  const database = await startTestDatabase();
  const records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, slug, person);
  const store = storeOf({ [own]: [['2018-03-06', 4]], [other]: [['2016-10-11', 1]] }, '2018-12-31');
  const rhythm = {
    id: 'fifth-day',
    name: 'In five working days',
    amount: 5,
    unit: 'working days',
    ...dated,
  } as const;
  const parts: PaperParts = {
    published: () => Promise.resolve(store),
    records: () => Promise.resolve(records),
    reference: () => ({ ...loadReference(), templates, rhythms: [rhythm] }),
    today: () => '2019-06-26',
    processes: [note, view],
  };
  return { database, records, parts };
}
