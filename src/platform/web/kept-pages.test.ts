import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import type { Person } from '#/people/rules/permissions.ts';
import { keepPages, type DrawnPage } from './kept-pages.ts';

const role = { role: 'analyst', authority: 'fenshire', schools: 'all' } as const;
const officer: Person = { id: '1', name: 'An officer', roles: [role] };

/** Pages of ten bytes each, and how often one was made. */
function keeping(mostBytes = 1000) {
  const pages = keepPages(mostBytes);
  let made = 0;
  const page = (more: Partial<DrawnPage> = {}): Promise<DrawnPage> => {
    made += 1;
    const body = Buffer.from(`page ${String(made)}`.padEnd(10));
    return Promise.resolve({ status: 200, headers: {}, mayBeKept: true, body, ...more });
  };
  const ask = async (
    address: string,
    more: { shows?: string; look?: string; person?: Person; make?: () => Promise<DrawnPage> } = {},
  ): Promise<string> => {
    const { shows = 'a', person = officer, make = () => page() } = more;
    const { body } = await pages.page({ person, address, shows }, make, () =>
      Promise.resolve(more.look ?? shows),
    );
    await turn();
    return body.toString().trimEnd();
  };
  return { ask, page, made: () => made };
}

test('a page is made once, and again when what it shows has changed', async () => {
  const { ask } = keeping();
  assert.equal(await ask('/x'), 'page 1');
  assert.equal(await ask('/x'), 'page 1');
  assert.equal(await ask('/x', { shows: 'b' }), 'page 2');
  assert.equal(await ask('/x', { shows: 'b' }), 'page 2');
  assert.equal(await ask('/x', { shows: 'a' }), 'page 3', 'what it showed before is not kept beside it');
});

test('whoever waits for the same page waits for one making', async () => {
  const { ask, made } = keeping();
  assert.deepEqual(await Promise.all([ask('/x'), ask('/x'), ask('/x')]), ['page 1', 'page 1', 'page 1']);
  assert.equal(made(), 1);
});

test('a page is one person’s, with their name, roles, authorities and schools', async () => {
  const { ask } = keeping();
  const readers: readonly Person[] = [
    officer,
    { ...officer, id: '2' },
    { ...officer, name: 'Another name' },
    { ...officer, roles: [] },
    { ...officer, roles: [{ ...role, role: 'headteacher' }] },
    { ...officer, roles: [{ ...role, authority: 'norfolk' }] },
    { ...officer, roles: [{ ...role, schools: ['900001'] }] },
    { ...officer, roles: [{ ...role, schools: ['900002'] }] },
    { ...officer, roles: [role, { ...role, role: 'headteacher' }] },
  ];
  const answers = new Set<string>();
  for (const person of readers) answers.add(await ask('/x', { person }));
  assert.equal(answers.size, readers.length);
});

test('a page made while what it shows changed is shown and not kept', async () => {
  const { ask } = keeping();
  assert.equal(await ask('/x', { look: 'b' }), 'page 1');
  assert.equal(await ask('/x'), 'page 2');
});

test('an error, or a page of something that goes on, is not kept', async () => {
  const { ask, page } = keeping();
  await assert.rejects(ask('/x', { make: () => Promise.reject(new Error('disk')) }), /disk/);
  assert.equal(await ask('/x', { make: () => page({ mayBeKept: false }) }), 'page 1');
  assert.equal(await ask('/x'), 'page 2');
});

test('of more bytes than are to be kept, the page that was not asked for longest goes', async () => {
  const { ask } = keeping(25);
  await ask('/1');
  await ask('/2');
  await ask('/1');
  await ask('/3');
  assert.equal(await ask('/1'), 'page 1');
  assert.equal(await ask('/2'), 'page 4');
});
