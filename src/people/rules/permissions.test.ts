import assert from 'node:assert/strict';
import { test } from 'node:test';
import { may, mayFor, type Permission, type Person, type Role } from './permissions.ts';

const person = (role: Role, authority: string | null): Person => ({
  id: 'p',
  name: 'P',
  role,
  authority,
  schools: ['900001'],
});

test('only an officer reads any category, runs an analysis, or has to do with what services supplied', () => {
  const roles: Role[] = ['officer', 'head', 'chair', 'administrator', 'information officer'];
  const permissions: Permission[] = [
    'read any category',
    'run an analysis',
    'read supplied files',
    'supply files',
  ];
  for (const permission of permissions) {
    assert.deepEqual(
      roles.filter((role) => may(person(role, 'norfolk'), permission)),
      ['officer'],
    );
  }
});

test('heads and chairs may read the category of their own school, the administrator of none', () => {
  assert.ok(may(person('head', 'norfolk'), 'read own category'));
  assert.ok(may(person('chair', 'norfolk'), 'read own category'));
  assert.ok(!may(person('administrator', 'norfolk'), 'read own category'));
});

test('the reading log is for the information officer, who reads no category', () => {
  assert.ok(may(person('information officer', 'norfolk'), 'read the reading log'));
  assert.ok(!may(person('officer', 'norfolk'), 'read the reading log'));
  assert.ok(!may(person('information officer', 'norfolk'), 'read own category'));
});

test('an officer of one authority is nobody in another', () => {
  assert.ok(mayFor(person('officer', 'norfolk'), 'read any category', 'norfolk'));
  assert.ok(!mayFor(person('officer', 'norfolk'), 'read any category', 'suffolk'));
  assert.ok(mayFor(person('officer', null), 'read any category', 'suffolk'));
});
