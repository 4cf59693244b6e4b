import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  inventedAuthority,
  inventedInspection,
  inventedRegister,
  inventedSchool,
} from '#/analyse/pages/invented.fixture.ts';
import type { Overview } from '#/schools/actions/overview.ts';
import { profileOf } from '#/schools/rules/profile.ts';
import { overviewView } from './overview-view.ts';

const school = (urn: string, overall: 1 | 2 | 3 | 4 | null, pupils: number | null) => ({
  asAt: '2025-08-31',
  school: inventedSchool({ urn, pupils }),
  lineage: [],
  inspections: overall === null ? [] : [inventedInspection({ number: urn, urnAtTime: urn, overall })],
  inspectionsKnownFrom: 'ofsted' as const,
  values: [],
  heads: [],
  supplied: [],
  similar: null,
});

const overview: Overview = {
  authority: inventedAuthority,
  asAt: '2025-08-31',
  own: {
    label: 'Fenshire',
    schools: 3,
    profile: profileOf([school('900001', 2, 300), school('900002', 3, 100), school('900003', null, null)]),
  },
  others: null,
  england: [
    {
      label: 'good or better',
      number: 90,
      unit: '%',
      asAt: '2024-08-31',
      source: 'https://example.org',
      status: 'unconfirmed',
    },
    {
      label: 'good',
      number: 77,
      unit: '%',
      asAt: '2024-08-31',
      source: 'https://example.org',
      status: 'unconfirmed',
    },
  ],
  stuck: [],
  sources: [],
  invented: true,
};

const view = overviewView(overview, 'Fenshire', 'fenshire', inventedRegister);

test('the first sentence has numerator, denominator, date and England beside it', () => {
  assert.equal(
    view.summary,
    '50% of the schools with an overall grade were good or outstanding: 1 of 2, as known on 31 August 2025. England: 90% (as published for 31 August 2024).',
  );
});

test('schools are shares of all schools, pupils shares of the pupils of schools that state them', () => {
  const good = view.profile.rows.find((row) => row.outcome === 'Good');
  assert.deepEqual(
    [good?.schools, good?.schoolsShare, good?.pupils, good?.pupilsShare, good?.england],
    ['1', '33%', '300', '75%', '77%'],
  );
  assert.match(view.withoutPupils ?? '', /not stated for 33% \(1 of 3\)/);
});

test('schools known only from a later register are told; where there are none nothing is said', () => {
  assert.equal(view.knownLater, null);
  const later = school('900003', null, null);
  const profile = profileOf([
    school('900001', 2, 300),
    { ...later, school: { ...later.school, registerKnownLater: true } },
  ]);
  const { knownLater } = overviewView(
    { ...overview, own: { ...overview.own, profile } },
    'Fenshire',
    'fenshire',
    null,
  );
  assert.match(knownLater ?? '', /^Of 2 schools, 1 is known only from a later register/);
});

test('schools that no inspection file lists have a row and a column of their own, only where there are any', () => {
  assert.equal(view.noInspectionFile, false);
  assert.ok(view.profile.rows.every((row) => !row.outcome.startsWith('Not known')));
  const unlisted = { ...school('900003', null, 50), inspectionsKnownFrom: 'nothing' as const };
  const own = { ...overview.own, profile: profileOf([school('900001', 2, 300), unlisted]) };
  const shown = overviewView({ ...overview, own }, 'Fenshire', 'fenshire', null);
  const row = shown.profile.rows.find(({ outcome }) => outcome.startsWith('Not known'));
  assert.deepEqual([row?.schools, row?.pupils], ['1', '50']);
  assert.equal(shown.profile.rows.find(({ outcome }) => outcome === 'Not yet inspected')?.schools, '0');
  assert.deepEqual(shown.phases[0]?.counts.slice(-2), ['0', '1']);
});

test('outcomes of all schools add up to all schools', () => {
  const sum = view.profile.rows.reduce((total, row) => total + Number(row.schools), 0);
  assert.equal(sum, 3);
});

test('where to look next counts each group and leads to exactly those schools', () => {
  const [concern] = view.next?.groups ?? [];
  assert.equal(concern?.text, '1 school causing concern');
  assert.equal(concern.share, '33% of 3 schools');
  assert.equal(concern.href, '/authorities/fenshire/risk-register?group=causing+concern');
  assert.match(view.next?.changed?.text ?? '', /^1 school changed since the run as known on 31 August 2024$/);
});

test('a reader who may not see categories gets no counts of them', () => {
  assert.equal(overviewView(overview, 'Fenshire', 'fenshire', null).next, null);
});

test('before the first analysis the page says how to run one', () => {
  const before = { ...inventedRegister, run: null, previous: null, rows: [] };
  const { next } = overviewView(overview, 'Fenshire', 'fenshire', before);
  assert.deepEqual([next?.run, next?.command], [null, 'npx middletier analyse --authority fenshire']);
});
