import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { importShared, needsSharedData } from './published.fixture.ts';

const file = 'ofsted/mi-2025-08-31/latest_inspections_half_of_authorities.csv';

/** The latest graded inspection of each school, counted by its overall effectiveness, as the file's own column has it. */
function countLatestGraded(evidence: readonly Evidence[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { inspections } of evidence) {
    const latest = inspections.find((inspection) => inspection.kind === 'graded');
    const key = latest === undefined ? 'not yet inspected' : String(latest.overall);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

describe('Ofsted management information as at 31 August 2025', needsSharedData, () => {
  let shared: Awaited<ReturnType<typeof importShared>>;
  let all: readonly Evidence[];

  before(async () => {
    shared = await importShared([file]);
    all = await shared.store.evidence({ asAt: '2025-09-30' });
  });
  after(() => shared.remove());

  test('every one of the 10,014 schools is kept and none is dropped', () => {
    const [report] = shared.report.files;
    assert.ok(report?.outcome === 'imported');
    assert.equal(report.source.rowsRead, 10_014);
    assert.equal(report.source.rowsKept, 10_014);
    assert.deepEqual(report.source.setAside, []);
    assert.equal(report.source.problems, 0);
    assert.equal(all.length, 10_014);
    assert.equal(new Set(all.map(({ school }) => school.urn)).size, 10_014);
  });

  test('it could be known from the day of the newest publication in it', () => {
    const [report] = shared.report.files;
    assert.ok(report?.outcome === 'imported');
    assert.equal(report.source.knownOn, '2025-09-29');
  });

  test('overall effectiveness of the latest graded inspection', () => {
    assert.deepEqual(countLatestGraded(all), {
      '1': 909,
      '2': 6901,
      '3': 537,
      '4': 98,
      'not judged': 1510,
      'not yet inspected': 59,
    });
  });

  test('72 schools in special measures and 47 with serious weaknesses, as Ofsted states them', () => {
    const categories = all.map(
      ({ inspections }) => inspections.find((inspection) => inspection.kind === 'graded')?.category,
    );
    assert.equal(categories.filter((category) => category === 'SM').length, 72);
    assert.equal(categories.filter((category) => category === 'SWK').length, 47);
  });

  test('1,386 schools whose latest graded inspection was under another reference number', () => {
    const under = all.filter(({ inspections }) => {
      const latest = inspections.find((inspection) => inspection.kind === 'graded');
      return latest !== undefined && !latest.ofThisSchool;
    });
    assert.equal(under.length, 1386);
    for (const { school, lineage, inspections } of under) {
      const then = inspections.find((inspection) => inspection.kind === 'graded')?.urnAtTime;
      assert.ok(
        lineage.some((link) => link.relation === 'predecessor' && link.urn === then),
        `${school.urn} is not tied to ${String(then)}`,
      );
    }
  });

  test('a section 8 inspection that became a graded one is one inspection, marked as converted', () => {
    const converted = all.flatMap(({ inspections }) =>
      inspections.filter((each) => each.convertedToGraded === true),
    );
    assert.equal(converted.length, 25);
    assert.ok(converted.every((inspection) => inspection.kind === 'graded'));
  });

  test('Norfolk has 421 schools, of which 346 primary', async () => {
    const norfolk = await shared.store.evidence({ asAt: '2025-09-30', authority: 'norfolk' });
    assert.equal(norfolk.length, 421);
    const primary = norfolk.filter(({ school }) => school.phase === 'primary');
    assert.equal(primary.length, 346);
    assert.deepEqual(countLatestGraded(primary), {
      '1': 16,
      '2': 228,
      '3': 25,
      '4': 4,
      'not judged': 71,
      'not yet inspected': 2,
    });
  });

  test('the list of authorities counts the schools that evidence is given for', async () => {
    const authorities = await shared.store.authorities();
    assert.equal(authorities.length, 70);
    assert.equal(authorities.find(({ slug }) => slug === 'norfolk')?.schools, 421);
    assert.equal(
      authorities.reduce((sum, authority) => sum + authority.schools, 0),
      10_014,
    );
    assert.ok(authorities.every((authority) => !authority.invented));
  });

  test('no letter is lost in reading Windows-1252', () => {
    const words = JSON.stringify(all.map(({ school }) => school));
    assert.doesNotMatch(words, /[\u0080-\u009f\ufffd]|\\u00[89]/);
  });

  test('as at an earlier date nothing published later is known', async () => {
    const then = await shared.store.evidence({ asAt: '2019-08-31', authority: 'norfolk' });
    assert.ok(then.length > 300);
    for (const { school, inspections } of then) {
      assert.ok(school.openedOn === null || school.openedOn <= '2019-08-31');
      for (const inspection of inspections) assert.ok(inspection.knownOn <= '2019-08-31');
    }
  });
});
