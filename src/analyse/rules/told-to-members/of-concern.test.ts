import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { groupsOfConcern, schoolsOfConcern } from './of-concern.ts';

const school = (urn: string, group: string | null) => ({
  urn,
  name: `School ${urn}`,
  phase: 'primary' as const,
  district: null,
  group,
});
const concern = ['causing concern'];
const run = (id: string, group: string | null, groups = concern) => ({
  id,
  groups,
  groupOf: new Map([['900001', group]]),
});

test('the scheme says itself which groups cause concern', () => {
  const groups = loadReference().schemes.map((scheme) => [scheme.id, groupsOfConcern(scheme)]);
  assert.deepEqual(Object.fromEntries(groups), {
    'norfolk-2013': ['causing concern'],
    'staffordshire-a-d': ['high concern', 'cause for concern'],
    'universal-to-intensive': ['needing intensive support'],
  });
});

test('only schools of those groups are of concern; a school without a group is not', () => {
  const schools = [
    school('900001', 'causing concern'),
    school('900002', 'system leaders'),
    school('900003', null),
  ];
  assert.deepEqual(
    schoolsOfConcern('7', schools, concern, []).map(({ urn }) => urn),
    ['900001'],
  );
});

test('a school is of concern since the first of the runs that said so without a break', () => {
  const since = (...earlier: ReturnType<typeof run>[]) =>
    schoolsOfConcern('7', [school('900001', 'causing concern')], concern, earlier)[0]?.since;
  assert.equal(since(), '7');
  assert.equal(since(run('6', 'causing concern'), run('5', 'causing concern')), '5');
  assert.equal(
    since(run('6', 'causing concern'), run('5', 'system leaders'), run('4', 'causing concern')),
    '6',
  );
  assert.equal(since(run('6', null), run('5', 'causing concern')), '7');
});

test('another scheme’s word for concern does not break it', () => {
  const [one] = schoolsOfConcern('7', [school('900001', 'causing concern')], concern, [
    run('6', 'needing intensive support', ['needing intensive support']),
  ]);
  assert.equal(one?.since, '6');
});
