import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  holds,
  may,
  mayFor,
  mayForSchool,
  operator,
  reachOf,
  type Permission,
  type Person,
  type Role,
  type RoleToday,
} from './permissions.ts';
import { rolesToGive } from './roles.ts';

const person = (...roles: readonly RoleToday[]): Person => ({ id: 'p', name: 'P', roles });
const inNorfolk = (role: Role, schools: RoleToday['schools'] = ['900001']): RoleToday => ({
  role,
  authority: 'norfolk',
  schools,
});
const whoMay = (permission: Permission): readonly Role[] =>
  rolesToGive.filter((role) => may(person(inNorfolk(role)), permission));

test('only staff run an analysis, adopt a scheme or have to do with the files that services supplied', () => {
  assert.deepEqual(whoMay('run an analysis'), ['head of service', 'analyst']);
  assert.deepEqual(whoMay('adopt a scheme'), ['director', 'head of service']);
  for (const permission of ['read supplied files', 'supply files'] as const) {
    for (const role of ['headteacher', 'chair', 'challenge partner', 'elected member'] as const)
      assert.ok(!may(person(inNorfolk(role)), permission), `${role}: ${permission}`);
  }
  assert.ok(!may(person(inNorfolk('administrator')), 'read supplied files'));
});

test('heads and chairs may read the category of their own school, the administrator of none', () => {
  for (const role of ['headteacher', 'chair'] as const) {
    assert.equal(mayForSchool(person(inNorfolk(role)), 'read categories', 'norfolk', '900001'), true);
    assert.equal(mayForSchool(person(inNorfolk(role)), 'read categories', 'norfolk', '900002'), false);
    assert.ok(!may(person(inNorfolk(role)), 'read lists of categories'));
  }
  assert.ok(!may(person(inNorfolk('administrator', 'all')), 'read categories'));
});

test('the reading log is for the information officer, who reads no category, and for the auditor', () => {
  assert.deepEqual(whoMay('read the reading log'), ['information officer', 'auditor']);
  assert.ok(!may(person(inNorfolk('information officer', 'all')), 'read categories'));
});

test('an officer of one authority is nobody in another', () => {
  const officer = person(inNorfolk('intervention officer', 'all'));
  assert.ok(mayFor(officer, 'read categories', 'norfolk'));
  assert.ok(!mayFor(officer, 'read categories', 'suffolk'));
  assert.deepEqual(reachOf(officer, 'read categories', 'suffolk').all, false);
  assert.ok(mayFor(operator, 'read categories', 'suffolk'));
});

test('whoever holds several roles may do what any of them may, each for its own schools', () => {
  const both = person(
    inNorfolk('elected member', ['900001', '900002']),
    inNorfolk('headteacher', ['900003']),
  );
  const { all, schools, ifOfConcern } = reachOf(both, 'read concerns', 'norfolk');
  assert.deepEqual([all, [...schools], [...ifOfConcern]], [false, ['900003'], ['900001', '900002']]);
  assert.equal(mayForSchool(both, 'read concerns', 'norfolk', '900001'), 'if of concern');
  assert.equal(mayForSchool(both, 'read categories', 'norfolk', '900001'), false);
  assert.ok(holds(both, 'norfolk', 'headteacher'));
  assert.ok(!holds(both, 'suffolk', 'headteacher'));
});

test('an intervention officer with schools of their own still sees all, to cover for colleagues', () => {
  const officer = person(inNorfolk('intervention officer', ['900001']));
  assert.equal(mayForSchool(officer, 'read categories', 'norfolk', '900002'), true);
});

test('whoever holds nothing any more may do nothing', () => {
  assert.ok(!may(person(), 'read published data'));
});
