import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person, Role } from '#/people/rules/permissions.ts';
import { KnownError } from '#/platform/errors.ts';
import type { HomePanel } from '#/platform/web/home-panel.ts';
import { homeView } from './home-view.ts';
import { panelsFor, readPanels } from './read-panels.ts';

const fenshire = { name: 'Fenshire', slug: 'fenshire', invented: true };
const somebody = (...roles: Role[]): Person => ({
  id: 'p',
  name: 'P',
  roles: roles.map((role) => ({ role, authority: 'fenshire', schools: 'all' })),
});
const panel = (name: string, more: Partial<HomePanel> = {}): HomePanel => ({
  name,
  heading: `About ${name}`,
  for: { permission: 'read published data' },
  order: 100,
  read: () => Promise.resolve({ parts: [{ kind: 'sentence', text: `${name} is said` }] }),
  ...more,
});
const namesFor = (person: Person, ...panels: HomePanel[]): readonly string[] =>
  panelsFor(panels, person, 'fenshire').map(({ name }) => name);

test('a panel is for those whose roles it is for, or who may what it shows, in this authority only', () => {
  const panels = [
    panel('risk', { for: { permission: 'read lists of categories' } }),
    panel('school', { for: { roles: ['headteacher', 'clerk'] } }),
  ];
  assert.deepEqual(namesFor(somebody('analyst'), ...panels), ['risk']);
  assert.deepEqual(namesFor(somebody('clerk'), ...panels), ['school']);
  assert.deepEqual(namesFor(somebody('clerk', 'analyst'), ...panels), ['risk', 'school']);
  assert.deepEqual(panelsFor(panels, somebody('analyst'), 'elsewhere'), []);
});

test('each role has its own order; of two roles the one that puts a panel first counts', () => {
  const panels = [
    panel('data', { order: 20, orderFor: { director: 150 } }),
    panel('schools', { order: 110 }),
  ];
  assert.deepEqual(namesFor(somebody('analyst'), ...panels), ['data', 'schools']);
  assert.deepEqual(namesFor(somebody('director'), ...panels), ['schools', 'data']);
  const both = [panel('own', { order: 500, orderFor: { clerk: 5, director: 300 } }), panel('area')];
  assert.deepEqual(namesFor(somebody('director', 'clerk'), ...both), ['own', 'area']);
});

test('a panel that fails takes no other with it: it says that it cannot be shown, with the reference of the bug', async () => {
  const bug = new Error('of the program');
  const read = await readPanels(
    [
      panel('broken', { read: () => Promise.reject(bug) }),
      panel('told', {
        read: () => Promise.reject(new KnownError('nothing-imported', 'Nothing yet.', ['Import a file.'])),
      }),
      panel('empty', { read: () => Promise.resolve(null) }),
      panel('well'),
    ],
    somebody('analyst'),
    fenshire,
  );
  const { panels } = homeView({ name: 'P' }, [], read);
  assert.deepEqual(
    panels.map(({ id, failure, parts }) => [id, failure?.message ?? null, parts.length]),
    [
      ['broken', null, 0],
      ['told', 'Nothing yet.', 0],
      ['well', null, 1],
    ],
  );
  const [first] = read;
  assert.ok(first !== undefined && 'fault' in first.said && first.said.fault.error === bug);
  assert.match(panels[0]?.fault ?? '', /^[0-9a-f]{8}$/);
});

test('whoever signed out meanwhile is sent to sign in, as from every page', async () => {
  const over = new KnownError('signed-out', 'Over.');
  const read = readPanels(
    [panel('late', { read: () => Promise.reject(over) })],
    somebody('analyst'),
    fenshire,
  );
  await assert.rejects(read, over);
});

test('a role held for several schools is one line', () => {
  const role = (schoolName: string) => ({
    role: 'challenge partner' as const,
    scopeKind: 'school' as const,
    scopeName: '900001',
    schoolName,
    from: '2025-01-01',
    to: null,
    why: '',
    saidByName: '',
  });
  const { roles } = homeView({ name: 'P' }, ['A', 'B', 'C', 'D', 'E'].map(role), []);
  assert.deepEqual(
    roles.map(({ title }) => title),
    ['Education challenge partner: A, B, C and 2 more'],
  );
});
