import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allocationOf, leftOut, partners, type SchoolToGive } from './allocation.ts';

const phases = [
  'primary',
  'primary',
  'primary',
  'nursery',
  'secondary',
  'special',
  'pupil referral unit',
] as const;
const schools = Array.from({ length: 400 }, (_, index): SchoolToGive => ({
  urn: String(900_001 + index),
  phase: phases[index % phases.length] ?? 'primary',
  district: `District ${String(index % 5)}`,
  toOfficer: index % 20 === 0,
  isGiven: index % 40 === 0,
}));
const { rows, interest } = allocationOf(schools, new Map([['challenge-partner', 'Ann Other']]), '2026-11-22');
const now = rows.filter(({ to }) => to === '');

test('every school that nobody had is given once, but for those that are left to be found', () => {
  const free = schools.filter(({ isGiven }) => !isGiven);
  assert.equal(now.length, free.length - leftOut.ofConcern - leftOut.others);
  assert.equal(new Set(now.map((one) => one.for)).size, now.length);
  const toOfficer = new Map(schools.map((one) => [one.urn, one.toOfficer]));
  for (const one of now) assert.equal(one.role === 'Intervention officer', toOfficer.get(one.for), one.for);
});

test('partners have schools of phases that they know, about as many each, and one more than they can look after', () => {
  const phaseOf = new Map(schools.map(({ urn, phase }) => [urn, phase]));
  for (const { address, phases: known } of partners) {
    const own = now.filter(({ email }) => email.startsWith(`${address}@`));
    assert.ok(own.length > 0, address);
    for (const one of own)
      assert.ok(
        known.some((phase) => phase === phaseOf.get(one.for)),
        one.email,
      );
  }
});

test('a person has one name, and whoever is known keeps theirs', () => {
  const names = Map.groupBy(rows, ({ email }) => email);
  for (const some of names.values()) assert.equal(new Set(some.map(({ name }) => name)).size, 1);
  assert.equal(names.get('challenge-partner@larkshire.example')?.[0]?.name, 'Ann Other');
});

test('one school had four officers in three years, one after the other', () => {
  const [[urn, had] = ['', []]] = [...Map.groupBy(rows, (one) => one.for)].filter(
    ([, some]) => some.length > 1,
  );
  assert.match(urn, /^9/);
  assert.equal(new Set(had.map(({ email }) => email)).size, 4);
  for (const [index, one] of had.slice(1).entries()) assert.ok((had[index]?.to ?? '') < one.from);
  assert.ok(had.every(({ from }) => from >= '2023-11-22'));
});

test('whoever declares an interest in a school does not have it', () => {
  assert.ok(interest);
  const has = now.find((one) => one.for === interest.urn);
  assert.ok(has !== undefined && !has.email.startsWith(`${interest.address}@`));
});
