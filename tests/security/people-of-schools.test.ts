import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addProposals } from '#/analyse/records/risk-proposals.ts';
import { addRun } from '#/analyse/records/risk-runs.ts';
import { importDivisions } from '#/people/actions/import-divisions.ts';
import { refreshEverySchoolList } from '#/people/actions/school-lists-hourly.ts';
import { replaceLeader } from '#/people/actions/replace-leader.ts';
import { whoActs } from '#/people/records/acting.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { PeopleParts } from '#/people/actions/people-context.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { acting, fenshire, invited, partsWith, registerOfSedge } from './people.fixture.ts';
import { proposalFor, startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;
let records: Records;
let parts: PeopleParts;
const register = registerOfSedge();
const authority = fenshire.slug;
before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  parts = partsWith(records, register);
});

after(() => database.end());

test('a trust sees the schools it has now: of one that left for another it sees nothing from then on', async () => {
  const jan = await invited(parts, 'Jan Trust', 'trust officer', 'trust: REED TRUST');
  const ken = await invited(parts, 'Ken Trust', 'trust officer', 'trust: REED TRUST');
  const reached = async (person: Person) =>
    (await records.inAuthority(authority, person, whoActs)).roles.flatMap(({ schools }) => schools);
  assert.deepEqual(await reached(jan), ['900001', '900002']);
  const lists = async () =>
    (
      await database.owner.query<{ n: string }>(
        `select count(*) n from authority_fenshire.school_list where kind = 'trust'`,
      )
    ).rows[0]?.n;
  const before = await lists();
  register['900002'] = { ...register['900002'], trust: 'MARSH TRUST' };
  await invited(parts, 'Lil Marsh', 'trust officer', 'MARSH TRUST');
  assert.deepEqual(await reached(jan), ['900001']);
  assert.deepEqual(await reached(ken), ['900001']);
  assert.equal(await lists(), String(Number(before) + 1), 'the list before stays');
  await invited(parts, 'Mia Fen', 'analyst');
  assert.equal(await lists(), String(Number(before) + 1), 'a list that says the same is no new list');
});

test('a trust that loses a school sees nothing of it once the lists are brought up to date, without anybody of the authority', async () => {
  const nan = await invited(parts, 'Nan Dyke', 'trust officer', 'trust: REED TRUST');
  const reached = async () =>
    (await records.inAuthority(authority, nan, whoActs)).roles.flatMap(({ schools }) => schools);
  const before = register['900001'];
  assert.deepEqual(await reached(), ['900001']);
  register['900001'] = { ...before, trust: 'MARSH TRUST' };
  assert.deepEqual(await reached(), ['900001'], 'the register alone changes nothing');
  await refreshEverySchoolList(parts);
  assert.deepEqual(await reached(), []);
  const { rows } = await database.owner.query<{ person: string }>(
    `select person from authority_fenshire.change_log where about_kind = 'school list' order by number desc limit 1`,
  );
  assert.equal(rows[0]?.person, operator.id);
  register['900001'] = before ?? {};
  await refreshEverySchoolList(parts);
  assert.deepEqual(await reached(), ['900001']);
});

test('which school lies in which division is said by the authority: whole or not at all', async () => {
  const asked = { authority, source: 'Democratic services' };
  const wrong = await importDivisions(parts, operator, {
    ...asked,
    text: 'URN,Division\n900001,Northfen\n900001,Southfen\n900099,Northfen\n900002,\n',
  });
  assert.deepEqual(
    wrong.problems.map(({ row, text }) => [row, text.split(':')[0]]),
    [
      [3, 'The school lies in Northfen by line 2'],
      [4, '“900099” is no school of the authority'],
      [5, 'Say which division the school lies in, or leave the line out.'],
    ],
  );
  const text = 'URN,Division\n900001,Northfen\n900002,Southfen\n';
  const taken = await importDivisions(parts, operator, { ...asked, text });
  assert.deepEqual([taken.applied, taken.missing.map(({ urn }) => urn)], [true, ['900003']]);
  assert.ok((await importDivisions(parts, operator, { ...asked, text })).sameAsBefore);
  const may = await invited(parts, 'May Fen', 'elected member', 'northfen');
  const { roles } = await records.inAuthority(authority, may, whoActs);
  assert.deepEqual(roles[0]?.schools, ['900001']);
});

test('a school has a new head: the one who left sees nothing from then on, the new one sees the history', async () => {
  const left = await invited(parts, 'Nan Leaves', 'headteacher', '900003');
  const analyst = await invited(parts, 'Ned Analyst', 'analyst');
  const reads = (person: Person) =>
    records.inAuthority(authority, person, (transaction) =>
      transaction.selectFrom('risk_proposal').select('urn').execute(),
    );
  await records.inAuthority(authority, analyst, async (transaction) => {
    const run = await addRun(transaction, authority, {
      asAt: '2025-08-31',
      scheme: 's',
      sources: [],
      schools: 1,
      fingerprint: 'f',
      ranAt: '2025-09-01T09:00:00.000Z',
      ranByName: analyst.name,
    });
    await addProposals(transaction, run, [proposalFor('900003')]);
    await logChange(transaction, {
      act: 'ran an analysis',
      about: { kind: 'analysis', key: run.id },
      aboutName: 'a',
      urn: null,
      from: null,
      to: 'one school',
      why: null,
    });
  });
  assert.deepEqual(
    (await reads(left)).map(({ urn }) => urn),
    ['900003'],
  );
  const outcome = await replaceLeader(parts, operator, {
    authority,
    urn: '900003',
    role: 'headteacher',
    name: 'Oda Comes',
    email: 'o.comes@fenshire.example',
    from: '',
    why: 'Appointed by the governors',
  });
  assert.ok('left' in outcome, JSON.stringify(outcome));
  assert.deepEqual(outcome.left, [left.id]);
  assert.deepEqual(await reads(left), []);
  assert.deepEqual(
    (await reads(acting(outcome.person, 'Oda Comes', 'headteacher'))).map(({ urn }) => urn),
    ['900003'],
  );
});
