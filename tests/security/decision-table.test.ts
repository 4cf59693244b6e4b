import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readDecisions } from '#/people/actions/tell-permissions.ts';
import { permissions, rolesWith } from '#/people/rules/decision-table.ts';
import { roleNames, rolesToGive } from '#/people/rules/roles.ts';

const source = join(import.meta.dirname, '..', '..', 'src');
const sources = globSync('**/*.ts', { cwd: source })
  .filter((name) => !/\.(?:test|fixture)\.ts$/.test(name) && !name.endsWith('people/rules/decision-table.ts'))
  .map((name) => readFileSync(join(source, name), 'utf8'));

/** What asks for a permission: a route, an action, or a condition of rows. */
const asks = (permission: string): boolean => {
  const quoted = `'${permission}'`;
  const patterns = [
    `permission: ${quoted}`,
    `permission = ${quoted}`,
    `permit(person, ${quoted}`,
    `mayFor(person, ${quoted}`,
    `historyFor: ${quoted}`,
    `may: ${quoted}`,
  ];
  const rows = new RegExp(`(?:rowsFor|rowsForAnyWith)\\([^)]*${quoted}`);
  return sources.some((text) => patterns.some((pattern) => text.includes(pattern)) || rows.test(text));
};

test('every permission of the table is asked for by a route, an action or a row policy', () => {
  assert.ok(sources.length > 100, 'the sources were found');
  assert.ok(!asks('read the weather'), 'what nothing asks for is found out');
  assert.deepEqual(
    permissions.filter((permission) => !asks(permission)),
    [],
  );
});

test('every role may do something, and on one condition for each thing', () => {
  const conditions = ['all', 'own schools', 'own schools of concern'] as const;
  for (const role of roleNames) {
    const granted = permissions.filter((permission) =>
      conditions.some((condition) => rolesWith(permission, condition).includes(role)),
    );
    assert.ok(granted.length > 0, role);
  }
  for (const permission of permissions) {
    const roles = conditions.flatMap((condition) => rolesWith(permission, condition));
    assert.equal(new Set(roles).size, roles.length, `${permission} names a role twice`);
  }
});

test('what is in confidence to school and authority is for no member of the council, and the administrator reads none of it', () => {
  const confidential = readDecisions().filter(
    ({ level }) => level === 'school and authority' || level === 'authority',
  );
  const publicBodies = ['elected member', 'scrutiny member', 'board member'];
  for (const { permission, roles } of confidential) {
    assert.deepEqual(
      roles.filter(({ role }) => publicBodies.includes(role)),
      [],
      permission,
    );
  }
  const ofAdministrator = readDecisions('administrator').map(({ permission }) => permission);
  assert.ok(
    !ofAdministrator.some((permission) => /categor|concern|supplied|answered/.test(permission)),
    ofAdministrator.join(),
  );
});

test('the table that is printed is the table', () => {
  const printed = readDecisions();
  assert.deepEqual(
    printed.map(({ permission }) => permission),
    [...permissions],
  );
  assert.deepEqual(
    [...new Set(printed.flatMap(({ roles }) => roles.map(({ role }) => role)))].toSorted(),
    [...rolesToGive, 'operator'].toSorted(),
  );
});
