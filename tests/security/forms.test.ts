import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import type pg from 'pg';
import { openFormsTaken } from '#/people/actions/forms-taken.ts';
import type { Records } from '#/platform/database/records.ts';
import { rememberForms, type FormsTaken } from '#/platform/web/forms-taken.ts';
import { startTestDatabase, type TestDatabase } from './records.fixture.ts';

let database: TestDatabase;
let records: Records;
let intruder: pg.Client;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  intruder = await database.asIntruder();
});

after(() => database.end());

const formOf = (name: string) => createHash('sha256').update(name).digest('hex');

const kept: Readonly<Record<string, () => FormsTaken>> = {
  'kept in the records': () => openFormsTaken({ records: () => Promise.resolve(records) }),
  'remembered by one process': rememberForms,
};

for (const [how, open] of Object.entries(kept)) {
  describe(`which forms were sent, ${how}`, () => {
    test('a form that was done is not taken again, and it is told where it led', async () => {
      const [forms, form] = [open(), formOf('done')];
      assert.deepEqual(await forms.take(form), { kind: 'taken', attempt: 1 });
      assert.deepEqual(await forms.take(form), { kind: 'not answered' }, 'while it is worked on');
      await forms.end(form, 1, { done: true, ledTo: '/sources' });
      assert.deepEqual(await forms.take(form), { kind: 'already done', ledTo: '/sources' });
      assert.equal((await forms.take(formOf('another'))).kind, 'taken');
    });

    test('a form that did nothing may be sent again, and is done once all the same', async () => {
      const [forms, form] = [open(), formOf('wrong at first')];
      for (const attempt of [1, 2]) {
        assert.deepEqual(await forms.take(form), { kind: 'taken', attempt });
        await forms.end(form, attempt, { done: false, ledTo: null });
      }
      assert.deepEqual(await forms.take(form), { kind: 'taken', attempt: 3 });
      await forms.end(form, 3, { done: true, ledTo: null });
      assert.equal((await forms.take(form)).kind, 'already done');
    });

    test('of many that come at the same time one is taken', async () => {
      const [forms, form] = [open(), formOf('twenty clicks')];
      const all = await Promise.all(Array.from({ length: 20 }, () => forms.take(form)));
      assert.equal(all.filter(({ kind }) => kind === 'taken').length, 1);
      assert.equal(all.filter(({ kind }) => kind === 'not answered').length, 19);
    });
  });
}

test('another process of the site, or the same after a restart, knows the same forms', async () => {
  const form = formOf('before the restart');
  const first = kept['kept in the records']?.();
  await first?.take(form);
  await first?.end(form, 1, { done: true, ledTo: '/imports' });
  const again = await database.openRecords();
  const second = openFormsTaken({ records: () => Promise.resolve(again) });
  assert.deepEqual(await second.take(form), { kind: 'already done', ledTo: '/imports' });
});

test('which forms were sent is seen by nobody who does not have the form, and cannot be changed', async () => {
  const { rows } = await intruder.query<{ n: number }>(
    'select (select count(*) from middletier.form_used)::int + (select count(*) from middletier.form_ended)::int as n',
  );
  assert.equal(rows[0]?.n, 0);
  for (const statement of ['delete from', 'truncate']) {
    await assert.rejects(intruder.query(`${statement} middletier.form_used`), /permission denied/, statement);
  }
  await assert.rejects(intruder.query('update middletier.form_ended set done = false'), /permission denied/);
  await assert.rejects(
    intruder.query('insert into middletier.form_used (form, attempt) values ($1, 1)', [formOf('x')]),
    /row-level security/,
  );
});
