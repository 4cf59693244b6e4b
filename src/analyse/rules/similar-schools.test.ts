import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReference } from '#/law/reference.ts';
import type { Intake } from '#/schools/rules/similar.ts';
import { intakeOf } from './intake.fixture.ts';
import { similarSchools } from './similar-schools.ts';

const settings = loadReference().similarSchools;
const fewest = { ...settings, neighbours: { ...settings.neighbours, number: 3 } };

const known = { pupils: 210, disadvantaged: 20, eal: 5, senSupport: 12, senPlan: 2 };
const county: readonly Intake[] = [
  intakeOf('900001', known),
  intakeOf('900002', { ...known, pupils: 200, disadvantaged: 22 }),
  intakeOf('900003', { ...known, pupils: 420, disadvantaged: 45, eal: 60 }),
  intakeOf('900004', { ...known, eal: 30 }),
];

test('the school with the most similar pupils comes first, and says why', () => {
  const [own] = county;
  assert.ok(own);
  const found = similarSchools(own, county, settings);
  assert.deepEqual(
    found.map(({ urn }) => urn),
    ['900002', '900004', '900003'],
  );
  assert.equal(
    found[1]?.why,
    'Alike in free school meals in the last six years (20% and 20%), special needs support (12% and 12%) and pupils on roll (210 and 210); furthest apart in first language not English (5% and 30%).',
  );
  assert.deepEqual(found[0]?.unknown, ['priorAttainment', 'idaciQuintile']);
});

test('a school of another phase is never similar, and neither is the school itself', () => {
  const [own] = county;
  assert.ok(own);
  const all = [...county, intakeOf('900009', known, { phase: 'secondary' })];
  assert.ok(similarSchools(own, all, settings).every(({ urn }) => urn !== '900009' && urn !== own.urn));
});

test('schools of which too little is known of both are not compared', () => {
  const blank = intakeOf('900005', { pupils: 210, disadvantaged: 20 });
  assert.deepEqual(similarSchools(blank, [...county, blank], settings), []);
  const own = county[0] ?? blank;
  assert.ok(similarSchools(own, [...county, blank], settings).every(({ urn }) => urn !== '900005'));
});

test('a fact that is not known never brings two schools nearer than the same fact alike would', () => {
  const own = intakeOf('900001', known);
  const same = intakeOf('900006', known);
  const silent = intakeOf('900007', { ...known, eal: null });
  const found = similarSchools(own, [...county, same, silent], settings);
  const at = (urn: string): number => found.find((one) => one.urn === urn)?.distance ?? Number.NaN;
  assert.ok(at('900006') < at('900007'));
});

test('equal distances stand in order of their reference numbers', () => {
  const twins = ['900008', '900006', '900007'].map((urn) => intakeOf(urn, known));
  const own = intakeOf('900001', known);
  const found = similarSchools(own, [...twins, ...county], fewest);
  assert.deepEqual(
    found.map(({ urn }) => urn),
    ['900006', '900007', '900008'],
  );
});

const percentage = fc.option(fc.integer({ min: 0, max: 100 }), { freq: 5 });
const anyFacts = fc.record({
  pupils: fc.option(fc.integer({ min: 10, max: 900 }), { freq: 8 }),
  disadvantaged: percentage,
  eal: percentage,
  senSupport: percentage,
  senPlan: percentage,
  priorAttainment: fc.option(fc.integer({ min: 100, max: 180 }), { freq: 2 }),
  idaciQuintile: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 3 }),
});
const anyCounty = fc
  .array(anyFacts, { minLength: 4, maxLength: 14 })
  .map((all) => all.map((facts, index) => intakeOf(String(900001 + index), facts)));
const all = { ...settings, neighbours: { ...settings.neighbours, number: 50 } };

function distances(schools: readonly Intake[]): ReadonlyMap<string, number> {
  return new Map(
    schools.flatMap((own) =>
      similarSchools(own, schools, all).map(({ urn, distance }) => [`${own.urn} ${urn}`, distance] as const),
    ),
  );
}

test('two schools are as near to each other from either side', () => {
  fc.assert(
    fc.property(anyCounty, (schools) => {
      const found = distances(schools);
      for (const [pair, distance] of found) {
        const back = found.get(pair.split(' ').toReversed().join(' ')) ?? Number.NaN;
        assert.ok(Math.abs(back - distance) < 1e-12);
      }
    }),
    { numRuns: 60 },
  );
});

test('the order in which schools come makes no difference, to the last digit', () => {
  fc.assert(
    fc.property(anyCounty, fc.integer({ min: 1, max: 12 }), (schools, turn) => {
      const [own] = schools;
      assert.ok(own);
      const turned = [...schools.slice(turn), ...schools.slice(0, turn)].toReversed();
      assert.deepEqual(similarSchools(own, turned, fewest), similarSchools(own, schools, fewest));
    }),
    { numRuns: 60 },
  );
});

test('the unit of a fact makes no difference: sizes in classes of 30, shares of one', () => {
  const inOtherUnits = (one: Intake): Intake => ({
    ...one,
    pupils: one.pupils && { ...one.pupils, number: one.pupils.number / 30 },
    eal: one.eal && { ...one.eal, number: one.eal.number / 100 },
  });
  fc.assert(
    fc.property(anyCounty, (schools) => {
      const [before, after] = [distances(schools), distances(schools.map(inOtherUnits))];
      assert.deepEqual([...before.keys()].toSorted(), [...after.keys()].toSorted());
      for (const [pair, distance] of before)
        assert.ok(Math.abs((after.get(pair) ?? Infinity) - distance) < 1e-9);
    }),
    { numRuns: 60 },
  );
});

test('the few nearest are the first of all: looking no further than needed loses none', () => {
  fc.assert(
    fc.property(anyCounty, (schools) => {
      const [own] = schools;
      assert.ok(own);
      assert.deepEqual(similarSchools(own, schools, fewest), similarSchools(own, schools, all).slice(0, 3));
    }),
    { numRuns: 60 },
  );
});
