import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roleNamed } from '#/people/rules/giving-roles.ts';
import { roleMeaning, rolesToGive } from '#/people/rules/roles.ts';
import { presentDay } from '../calendar.ts';
import { isMaintained, isOpenOn } from '../county/lineage.ts';
import { liveThrough } from '../life/county-life.ts';
import { divisionOf } from './divisions.ts';
import { registeredHead } from './names.ts';
import {
  federation,
  headBefore,
  leave,
  peopleOfTheCounty,
  schoolsWithPeople,
} from './people-of-the-county.ts';

const life = liveThrough();
const today = '2026-11-22';
const people = peopleOfTheCounty(life, today);
const schools = new Map(
  life.establishments.filter((one) => isOpenOn(one, presentDay)).map((one) => [one.urn, one]),
);
const of = (address: string) => people.filter(({ email }) => email === `${address}@larkshire.example`);
const schoolOf = (urn: string) => {
  const school = schools.get(urn);
  assert.ok(school, urn);
  return school;
};

test('there is somebody of every role, and the first has the role’s name for an address and no other role', () => {
  for (const role of rolesToGive) {
    const roles = new Set(of(role.replaceAll(' ', '-')).map((one) => roleNamed(one.role)));
    assert.deepEqual([...roles], [role]);
  }
});

test('every role is held for what it can be held for, and says that it is invented', () => {
  for (const one of people) {
    const role = roleNamed(one.role);
    assert.ok(role, one.role);
    const { scopes } = roleMeaning(role);
    const held =
      one.for === ''
        ? 'authority'
        : /^\d{6}$/.test(one.for)
          ? 'school'
          : scopes.find((kind) => kind !== 'school' && kind !== 'authority');
    assert.ok(held && scopes.includes(held), `${one.email}: ${one.role} for ${one.for}`);
    if (held === 'school') schoolOf(one.for);
    assert.match(one.why, /invented for the demonstration/);
    assert.match(one.email, /^[a-z0-9.-]+@larkshire\.example$/);
  }
});

test('an address is one person’s, and no two people share a name', () => {
  const names = new Map(people.map(({ email, name }) => [email, name]));
  for (const { email, name } of people) assert.equal(name, names.get(email));
  assert.equal(new Set(names.values()).size, names.size);
});

test('heads are called what the register calls them, and came in the year in which it first does', () => {
  for (const one of people.filter(({ role, to }) => role === 'Headteacher' && to === '')) {
    const urn = one.for === federation.name ? federation.infant : one.for;
    const { lineage } = schoolOf(urn);
    assert.equal(one.name, registeredHead(lineage));
    assert.equal(registeredHead(lineage, `${one.from.slice(0, 4)}-09-02`), one.name);
    assert.notEqual(registeredHead(lineage, `${one.from.slice(0, 4)}-08-31`), one.name);
  }
});

test('at one school a head left last summer, and another came with the new school year', () => {
  const urn = schoolsWithPeople['good, with a new head'];
  const heads = people.filter((one) => one.for === urn && one.role === 'Headteacher');
  assert.deepEqual(
    heads.map(({ from, to }) => [from, to]),
    [
      [headBefore.from, '2025-08-31'],
      ['2025-09-01', ''],
    ],
  );
});

test('the schools are of every phase and kind, and lie where members and partners are', () => {
  const kinds = new Set(Object.values(schoolsWithPeople).map((urn) => schoolOf(urn).lineage.kind));
  for (const kind of ['primary', 'secondary', 'special', 'nursery', 'pupil referral unit'] as const)
    assert.ok(kinds.has(kind), kind);
  assert.equal(schoolOf(schoolsWithPeople['good and declining']).lineage.story, 'declining');
  assert.ok(!isMaintained(schoolOf(schoolsWithPeople['causing concern, secondary academy']).running));
  for (const urn of [federation.infant, federation.junior]) {
    assert.equal(schoolOf(urn).lineage.federation, federation.name);
    assert.ok(
      isMaintained(schoolOf(urn).running),
      'the register gives federations of maintained schools only',
    );
  }
  const [member] = of('elected-member');
  assert.equal(member?.for, divisionOf(schoolOf(schoolsWithPeople['causing concern, primary']).lineage));
});

test('officers share the schools out: none has two', () => {
  const officers = people.filter(({ role }) => role === 'Intervention officer');
  const given = officers.filter((one) => one.to === '').map((one) => one.for);
  assert.equal(new Set(given).size, given.length);
  assert.ok(given.length > 20);
});

test('who supports other schools does so until the summer of the next school year, whenever the county is loaded', () => {
  for (const [on, until] of [
    ['2026-08-31', '2027-08-31'],
    ['2026-09-01', '2028-08-31'],
    ['2031-01-10', '2032-08-31'],
  ] as const) {
    const supports = peopleOfTheCounty(life, on).filter(({ role }) => role === 'System leader');
    assert.deepEqual(
      supports.map(({ to }) => to),
      [until, until],
    );
    assert.ok(leave(on).until > on);
  }
});

test('somebody is a member and a governor', () => {
  assert.deepEqual(
    of('elected-member-2').map(({ role }) => role),
    ['Elected member', 'Governor'],
  );
});
