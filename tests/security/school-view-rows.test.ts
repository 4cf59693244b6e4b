import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { sql } from 'kysely';
import {
  other,
  own,
  people,
  rowsOf as rowsFrom,
  slug,
  startSchoolTold,
  type SchoolTold,
  type Who,
} from './school-told.fixture.ts';
import type { Person } from '#/people/rules/permissions.ts';

let told: SchoolTold;

before(async () => {
  told = await startSchoolTold();
});

after(() => told.database.end());

const rowsOf = (who: Pick<Person, 'id'>, columns: string, table: string) =>
  rowsFrom(told, who, columns, table);

describe('the rows that each role reads', () => {
  const both = ['Answer, named people', 'Answer, school and authority'];
  const [shared, notes, personal] = ['Your improvement plan', 'A note for colleagues', 'A personnel matter'];
  const none = { receipts: 0, replies: 0, requests: [], answers: [], steps: 0 };
  const officer = { receipts: 1, replies: 1, requests: [notes, shared], answers: both.slice(1), steps: 1 };
  const expected: Readonly<Record<Who, Readonly<Record<keyof typeof none, unknown>>>> = {
    head: { receipts: 1, replies: 1, requests: [personal, shared], answers: both, steps: 2 },
    chair: { receipts: 1, replies: 1, requests: [shared], answers: both.slice(1), steps: 1 },
    governor: { ...none, requests: [shared], steps: 1 },
    clerk: { ...none, requests: [shared], steps: 1 },
    'head of another school': none,
    'challenge partner': { receipts: 1, replies: 1, requests: [shared], answers: both.slice(1), steps: 1 },
    'system leader': none,
    'trust officer': none,
    'diocese officer': none,
    'elected member': none,
    'scrutiny member': none,
    'head of service': officer,
    'intervention officer': { ...officer, requests: [notes, personal, shared], answers: both, steps: 2 },
    director: officer,
    auditor: officer,
    'data officer': none,
    administrator: none,
    'information officer': none,
  };
  for (const who of Object.keys(people) as Who[]) {
    test(`a ${who}`, async () => {
      const person = people[who];
      assert.deepEqual(
        {
          receipts: (await rowsOf(person, 'read_by', 'category_receipt')).length,
          replies: (await rowsOf(person, 'words', 'school_reply')).length,
          requests: await rowsOf(person, 'what', 'school_request'),
          answers: await rowsOf(person, 'words', 'school_request_answer'),
          steps: (await rowsOf(person, 'step', 'school_request_step')).length,
        },
        expected[who],
      );
    });
  }

  test('nobody at all', async () => {
    const intruder = await told.database.asIntruder();
    for (const table of [
      'category_receipt',
      'school_reply',
      'school_request',
      'school_request_reader',
      'school_request_step',
      'school_request_answer',
    ])
      assert.deepEqual((await intruder.query(`select * from authority_fenshire.${table}`)).rows, [], table);
  });
});

describe('what the database refuses, whatever the pages do', () => {
  const name = `(select acting_name())`;
  const newest = `(select max(number) from risk_run)`;
  const receipt = (urn: string, as: string) =>
    `insert into category_receipt (run, urn, read_as, read_by_name) values (coalesce(${newest}, 1), '${urn}', '${as}', coalesce(${name}, ''))`;
  const said = (side: string) =>
    `insert into school_reply (run, urn, side, words, said_by_name) values (coalesce(${newest}, 1), '${own}', '${side}', 'x', coalesce(${name}, ''))`;
  const asking = (more: { urn?: string; level?: string; by?: string }) =>
    `insert into school_request (id, urn, what, why, due_on, level, asked_by_name) values (gen_random_uuid(), '${more.urn ?? own}', 'x', 'x', '2030-01-01', '${more.level ?? 'school and authority'}', ${more.by ?? name})`;
  const step = (which: keyof SchoolTold['asked'], what: string) =>
    `insert into school_request_step (request, step, why, taken_by_name) values ('${told.asked[which]}', '${what}', 'x', ${name})`;
  const tries: readonly (readonly [Who, string, () => string])[] = [
    ['chair', 'a receipt as somebody they are not', () => receipt(own, 'headteacher')],
    ['governor', 'a receipt', () => receipt(own, 'chair')],
    [
      'head of another school',
      'a receipt for a school that is not theirs',
      () => receipt(own, 'headteacher'),
    ],
    ['head of service', 'a receipt in the place of the school', () => receipt(own, 'headteacher')],
    ['head', 'a reply as if the authority had said it', () => said('authority')],
    ['head of service', 'a reply as if the school had said it', () => said('school')],
    ['auditor', 'a reply', () => said('authority')],
    ['clerk', 'a reply', () => said('school')],
    ['head', 'a request', () => asking({})],
    ['director', 'a request', () => asking({})],
    ['challenge partner', 'a request to a school that is not theirs', () => asking({ urn: other })],
    [
      'challenge partner',
      'a request that would be hidden from themselves',
      () => asking({ level: 'authority' }),
    ],
    ['intervention officer', 'a request in another’s name', () => asking({ by: `'Somebody'` })],
    [
      'head of service',
      'who else may know of a request of a colleague',
      () =>
        `insert into school_request_reader (request, person) values ('${told.asked['named people']}', 'head of service')`,
    ],
    ['head of service', 'the end of a request they do not know of', () => step('named people', 'withdrawn')],
    ['clerk', 'an answer', () => step('school and authority', 'answered')],
    ['head', 'the end of a request', () => step('school and authority', 'done')],
    ['intervention officer', 'an answer for the school', () => step('school and authority', 'answered')],
    ['head', 'another text for a reply', () => `update school_reply set words = 'y'`],
    ['head', 'no reply any more', () => `delete from school_reply`],
    ['head', 'no receipt any more', () => `delete from category_receipt`],
    [
      'intervention officer',
      'another day for a request',
      () => `update school_request set due_on = '2030-01-01'`,
    ],
  ];
  for (const [who, what, statement] of tries) {
    test(`${who}: ${what}`, async () => {
      const undo = new Error('it was let through');
      await assert.rejects(
        told.records.inAuthority(slug, people[who], async (transaction) => {
          await sql.raw(statement()).execute(transaction);
          throw undo;
        }),
        (error) => error !== undo && /do not let this person|violates|permission denied/.test(String(error)),
      );
    });
  }

  test('the same is let through for whom it is', async () => {
    const done = new Error('done');
    const right: readonly (readonly [Who, string])[] = [
      ['chair', receipt(own, 'chair')],
      ['head', said('school')],
      ['head of service', said('authority')],
      ['challenge partner', asking({})],
      ['head', step('school and authority', 'answered')],
      ['head of service', step('school and authority', 'done')],
    ];
    for (const [who, statement] of right)
      await assert.rejects(
        told.records.inAuthority(slug, people[who], async (transaction) => {
          await sql.raw(statement).execute(transaction);
          throw done;
        }),
        (error) => error === done || assert.fail(`${who}: ${String(error)}`),
      );
  });
});
