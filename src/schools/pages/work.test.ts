import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person, RoleToday } from '#/people/rules/permissions.ts';
import type { RequestsRead } from '#/schools/actions/requests.ts';
import { requestItems } from './work.ts';

const at = '2026-05-01T09:00:00.000Z';
const request: RequestsRead['requests'][number] = {
  id: 'r1',
  urn: '900001',
  school: 'Sedge Primary School',
  what: 'Your plan, because the category is D1',
  why: 'The category is D1',
  dueOn: '2026-06-01',
  level: 'school and authority',
  asked: { person: 'officer', name: 'A Reed', at },
  named: [],
  steps: [],
  answers: [],
  state: 'asked',
  overdue: false,
};
const answered = {
  ...request,
  id: 'r2',
  state: 'answered' as const,
  steps: [
    { step: 'answered' as const, why: '', person: 'head', name: 'Jo Marsh', at: '2026-05-07T19:00:00.000Z' },
  ],
};
const read = (requests: RequestsRead['requests'], given: readonly string[] = []): RequestsRead => ({
  authority: { slug: 'fenshire', name: 'Fenshire', invented: true, schools: 1, newestKnownOn: '2026-05-01' },
  requests,
  officers: [{ person: 'other', name: 'B Sedge', schools: new Set(given) }],
});
const somebody = (id: string, role: RoleToday['role'], schools: RoleToday['schools']): Person => ({
  id,
  name: id,
  roles: [{ role, authority: 'fenshire', schools }],
});
const said = (person: Person, requests = [request, answered], given: readonly string[] = []) =>
  requestItems(read(requests, given), person).map(({ what, waitsFor, dueOn }) => [what, waitsFor, dueOn]);

test('head and chair have to answer what their school is asked, and nothing of another school', () => {
  const head = somebody('head', 'headteacher', ['900001']);
  assert.deepEqual(said(head), [['Answer what your school is asked', 'me', '2026-06-01']]);
  assert.deepEqual(said(somebody('head', 'chair', ['900002'])), []);
});

test('whoever asked, and whoever has the school, look at answers and wait for those that are not there', () => {
  const work = [
    ['Answer to what the school was asked', { somebody: 'the school' }, '2026-06-01'],
    ['Look at the school’s answer', 'me', null],
  ];
  assert.deepEqual(said(somebody('officer', 'intervention officer', 'all')), work);
  assert.deepEqual(said(somebody('other', 'challenge partner', ['900001']), undefined, ['900001']), work);
});

test('colleagues who neither asked nor have the school have nothing to do, and what is over is no work', () => {
  assert.deepEqual(said(somebody('colleague', 'intervention officer', 'all')), []);
  const over = [{ ...request, state: 'done' as const }];
  assert.deepEqual(said(somebody('officer', 'intervention officer', 'all'), over), []);
});

test('what is asked, and why, is not repeated in lists of work', () => {
  const texts = JSON.stringify(
    requestItems(read([request, answered]), somebody('officer', 'head of service', 'all')),
  );
  assert.doesNotMatch(texts, /D1/);
});
