import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { phases } from '#/schools/rules/school.ts';
import { interestsOn, profileOn, type AdviserProfile, type DeclaredInterest } from './adviser.ts';
import { caseloadOf } from './caseload.ts';
import { continuityOf, type HadSchool } from './continuity.ts';
import { doubtsOf } from './fit.ts';
import { gapOf, gaps, type GivenTo } from './gaps.ts';
import { byNeed, type InNeed } from './need.ts';
import { challengers, wantedChallenger, type SchoolStanding } from './wanted-challenger.ts';

const standing: SchoolStanding = {
  category: 'D2',
  group: 'causing concern',
  ofConcern: true,
  tone: 'high',
  by: 'decided',
  on: '2026-09-10',
};
const given = (person: string, role: GivenTo['role']): GivenTo => ({
  ...{ person, role },
  name: person,
  since: '2025-09-01',
});
const window = { since: '2023-11-22', today: '2026-11-22', mostChanges: 1 };
const had = (person: string, from: string, last: string | null = null): HadSchool => ({ person, from, last });

test('a school of concern should have an intervention officer, every other a challenge partner, each with its reason', () => {
  assert.deepEqual(wantedChallenger(standing), {
    role: 'intervention officer',
    because: 'It causes concern: it is decided to be D2.',
  });
  assert.deepEqual(wantedChallenger({ ...standing, category: 'F1', ofConcern: false, by: 'proposed' }), {
    role: 'challenge partner',
    because: 'It does not cause concern: F1 is proposed for it.',
  });
  assert.equal(wantedChallenger(null).role, 'challenge partner');
});

test('a gap is nobody, the wrong kind, or two of the kind; somebody of the other kind besides is none', () => {
  const wanted = wantedChallenger(standing);
  const gap = (...some: readonly GivenTo[]) => gapOf(wanted, some)?.gap ?? null;
  assert.equal(gap(), 'nobody');
  assert.equal(gap(given('Ann', 'challenge partner')), 'wrong kind');
  assert.equal(gap(given('Ann', 'intervention officer')), null);
  assert.equal(gap(given('Ann', 'intervention officer'), given('Bea', 'challenge partner')), null);
  assert.equal(gap(given('Ann', 'intervention officer'), given('Bea', 'intervention officer')), 'two');
  assert.equal(gap(given('Ann', 'intervention officer'), given('Ann', 'intervention officer')), null, 'once');
  assert.match(
    gapOf(wanted, [given('Ann', 'challenge partner')])?.because ?? '',
    /Ann as a challenge partner/,
  );
});

test('whoever has a school, a gap is told exactly where it has not one person of the kind it should have', () => {
  const some = fc.array(
    fc.record({ person: fc.constantFrom('a', 'b', 'c'), role: fc.constantFrom(...challengers) }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(some, fc.boolean(), (holders, ofConcern) => {
      const wanted = wantedChallenger({ ...standing, ofConcern });
      const found = gapOf(
        wanted,
        holders.map(({ person, role }) => given(person, role)),
      );
      const right = new Set(holders.filter(({ role }) => role === wanted.role).map(({ person }) => person));
      assert.equal(found === null, right.size === 1);
      if (found !== null) assert.ok(found.because.length > 20);
    }),
  );
});

test('a school changes hands when somebody comes after somebody else has left', () => {
  const of = (...some: readonly HadSchool[]) => continuityOf(some, window);
  assert.deepEqual(of(), { people: 0, changes: 0, tooOften: false });
  assert.deepEqual(of(had('a', '2020-09-01')), { people: 1, changes: 0, tooOften: false });
  const once = [had('a', '2020-09-01', '2024-08-31'), had('b', '2024-09-01')];
  assert.deepEqual(of(...once), { people: 2, changes: 1, tooOften: false });
  const twice = [
    had('a', '2020-09-01', '2024-08-31'),
    had('b', '2024-09-01', '2025-12-31'),
    had('a', '2026-02-01'),
  ];
  assert.deepEqual(of(...twice), { people: 2, changes: 2, tooOften: true }, 'with a gap, and back again');
});

test('a partner besides an officer is no change, nor is a role that goes on with another number, nor what is long past', () => {
  const of = (...some: readonly HadSchool[]) => continuityOf(some, window).changes;
  assert.equal(of(had('a', '2020-09-01'), had('b', '2025-01-01')), 0);
  assert.equal(of(had('a', '2020-09-01', '2025-08-31'), had('a', '2025-09-01')), 0);
  assert.equal(of(had('a', '2020-09-01', '2021-08-31'), had('b', '2021-09-01')), 0);
  assert.equal(of(had('a', '2020-09-01', '2025-08-31'), had('b', '2025-09-01'), had('c', '2025-09-01')), 1);
  assert.equal(
    of(had('a', '2020-09-01', '2025-08-31'), had('b', '2027-09-01')),
    0,
    'who comes later has not come',
  );
});

test('changes are fewer than the times somebody was given the school, in whatever order they are told', () => {
  const day = fc
    .integer({ min: 2022, max: 2027 })
    .chain((year) =>
      fc.integer({ min: 1, max: 12 }).map((month) => `${year}-${String(month).padStart(2, '0')}-15`),
    );
  const span = fc.record({
    person: fc.constantFrom('a', 'b', 'c'),
    from: day,
    last: fc.option(day),
  });
  fc.assert(
    fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
      const found = continuityOf(spans, window);
      assert.ok(found.changes <= Math.max(0, spans.length - 1));
      assert.ok(found.people > 1 || found.changes === 0);
      assert.deepEqual(continuityOf(spans.toReversed(), window), found);
    }),
  );
});

const school = {
  urn: '900001',
  name: 'Sedge Secondary School',
  phase: 'secondary',
  wanted: wantedChallenger(standing),
} as const;
const adviser = {
  name: 'Ann Reed',
  role: 'intervention officer',
  profile: { phases: ['primary'], capacity: 10 },
  interests: [],
  has: 4,
} as const;

test('no secondary school goes to a primary adviser without a reason', () => {
  const [doubt, ...more] = doubtsOf([school], adviser);
  assert.deepEqual([doubt?.kind, doubt?.weight, more], ['phase', 'needs a reason', []]);
  assert.match(doubt?.text ?? '', /is a secondary school, and Ann Reed knows primary schools only/);
  assert.deepEqual(doubtsOf([school], { ...adviser, profile: { phases: ['secondary'], capacity: 5 } }), []);
  assert.deepEqual(doubtsOf([school], { ...adviser, profile: null }), [], 'nobody has said what they know');
});

test('an interest in the school forbids it; too many schools and another kind of challenger need a reason', () => {
  const knows = { phases: [...phases], capacity: 4 };
  const doubts = doubtsOf([school], {
    ...adviser,
    role: 'challenge partner',
    profile: knows,
    interests: [
      { urn: school.urn, what: 'Her son is a pupil' },
      { urn: '900009', what: 'Governor' },
    ],
  });
  assert.deepEqual(
    doubts.map(({ kind, weight }) => [kind, weight]),
    [
      ['interest', 'refused'],
      ['kind', 'needs a reason'],
      ['capacity', 'needs a reason'],
    ],
  );
  assert.match(doubts[2]?.text ?? '', /would have 5 schools and can look after 4/);
});

test('of profiles the newest that has begun holds; of interests the newest said of the school', () => {
  const said = { person: 'p', name: 'P', at: '2026-01-01T00:00:00.000Z' };
  const profile = (capacity: number, from: string): AdviserProfile => ({
    ...{
      person: 'p',
      organisation: '',
      independent: true,
      phases: ['primary'],
      qualifications: '',
      experience: '',
    },
    ...{ capacity, from, said },
  });
  const profiles = [profile(5, '2025-09-01'), profile(8, '2027-01-01'), profile(6, '2026-01-01')];
  assert.equal(profileOn(profiles, '2026-11-22')?.capacity, 6);
  assert.equal(profileOn(profiles, '2024-01-01'), null);
  const interest = (urn: string, until: string | null): DeclaredInterest => ({
    ...{ person: 'p', urn, what: 'Governor', from: '2025-09-01', until, said },
  });
  const interests = [interest('900001', null), interest('900002', null), interest('900001', '2026-08-31')];
  assert.deepEqual(
    interestsOn(interests, '2026-11-22').map(({ urn }) => urn),
    ['900002'],
  );
  assert.equal(interestsOn(interests, '2026-08-31').length, 2);
});

test('a caseload is held against what somebody can look after, where that is known', () => {
  const schools = [{ ofConcern: true }, { ofConcern: false }, { ofConcern: false }];
  assert.deepEqual(caseloadOf(schools, { capacity: 2 }), {
    ...{ schools: 3, ofConcern: 1, capacity: 2, over: 1, free: 0 },
  });
  assert.deepEqual(caseloadOf(schools, null), {
    schools: 3,
    ofConcern: 1,
    capacity: null,
    over: 0,
    free: null,
  });
});

test('greatest need comes first: of concern, then with nobody, then by category and points; and the order is one', () => {
  const need = (more: Partial<InNeed>): InNeed => ({
    ...{ name: 'A', ofConcern: false, concern: 1, points: 0, gap: null, wanted: 'challenge partner' },
    ...more,
  });
  const ordered = [
    need({ name: 'Z', ofConcern: true, gap: 'nobody', concern: 5 }),
    need({ name: 'Y', ofConcern: true, gap: 'wrong kind', concern: 9 }),
    need({ name: 'X', ofConcern: true, concern: 9 }),
    need({ name: 'W', gap: 'nobody', concern: 4, points: 2 }),
    need({ name: 'V', gap: 'nobody', concern: 4, points: 1 }),
    need({ name: 'A' }),
    need({ name: 'B' }),
  ];
  assert.deepEqual(ordered.toReversed().toSorted(byNeed), ordered);
  const any = fc.record({
    name: fc.constantFrom('a', 'b'),
    ofConcern: fc.boolean(),
    concern: fc.option(fc.integer({ min: 0, max: 3 })),
    points: fc.integer({ min: 0, max: 3 }),
    gap: fc.option(fc.constantFrom(...gaps)),
    wanted: fc.constantFrom(...challengers),
  });
  fc.assert(
    fc.property(any, any, (one, two) => Math.sign(byNeed(one, two)) === -Math.sign(byNeed(two, one)) + 0),
  );
});
