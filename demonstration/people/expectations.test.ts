import assert from 'node:assert/strict';
import { test } from 'node:test';
import { presentDay } from '../calendar.ts';
import { isOpenOn } from '../county/lineage.ts';
import { liveThrough } from '../life/county-life.ts';
import { aimedAt, expectationsOf } from './expectations.ts';
import { peopleOfTheCounty } from './people-of-the-county.ts';

const life = liveThrough();
const people = peopleOfTheCounty(life, '2026-11-22');
const expectations = expectationsOf(life);

test('three officers wrote down some sixty expectations over the years, the same ones every time', () => {
  assert.equal(new Set(expectations.map(({ by }) => by)).size, 3);
  assert.equal(expectations.filter(({ expected }) => expected !== null).length, 62);
  assert.deepEqual(expectationsOf(liveThrough()), expectations);
  assert.deepEqual(
    expectations.map(({ on }) => on),
    expectations.map(({ on }) => on).toSorted(),
  );
});

test('whoever wrote something down held a role at the time, and the school was open', () => {
  const held = (email: string, on: string) =>
    people.some((one) => one.email === email && one.from <= on && (one.to === '' || one.to >= on));
  for (const { by, on, urn } of expectations) {
    assert.ok(held(by, on), `${by} on ${on}`);
    assert.ok(
      life.establishments.some((one) => one.urn === urn && isOpenOn(one, on)),
      urn,
    );
  }
  for (const { by, on } of aimedAt) assert.ok(held(by, on), `${by} on ${on}`);
});

/** Whether the last full inspection by a day found a school wanting, where the framework gave one grade to all. */
function belowBy(urn: string, day: string): boolean | null {
  const found = life.lives
    .flatMap(({ inspections }) => inspections)
    .filter((one) => one.establishment.urn === urn && one.kind === 'graded' && one.publishedOn <= day)
    .at(-1)?.overall;
  return typeof found === 'number' ? found > 2 : null;
}

test('officers are often right and sometimes wrong, one of them too kind and one too harsh', () => {
  const told = (address: string) =>
    expectations.flatMap(({ by, urn, expected }) => {
      const is = expected === null ? null : belowBy(urn, expected.by);
      if (is === null || expected === null || by !== `${address}@larkshire.example`) return [];
      return [{ is, said: expected.standing.includes('below') }];
    });
  const wrong = (address: string, said: boolean) =>
    told(address).filter((one) => one.said === said && one.is !== said).length;
  assert.ok(wrong('intervention-officer-3', true) > wrong('intervention-officer-2', true), 'too harsh');
  for (const address of ['intervention-officer', 'intervention-officer-2', 'intervention-officer-3']) {
    const right = told(address).filter(({ is, said }) => is === said).length;
    assert.ok(
      2 * right > told(address).length,
      `${address}: ${String(right)} of ${String(told(address).length)}`,
    );
  }
});

test('one expectation was withdrawn and two were changed, and none is newer than the county', () => {
  assert.equal(expectations.filter(({ expected }) => expected === null).length, 1);
  const keys = expectations.filter(({ expected }) => expected !== null).map(({ by, urn }) => `${by} ${urn}`);
  assert.ok(new Set(keys).size <= keys.length - 2);
  assert.ok(expectations.every(({ on }) => on <= presentDay));
});
