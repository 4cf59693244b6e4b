import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { analyseSchool, policyFrom } from '../analyse-school.ts';
import { evidenceWith, inspected, keyStage2, result } from '../evidence.fixture.ts';
import type { Proposal } from '../proposal.ts';
import { reasonsToWatch } from './watch-school.ts';
import { watchKinds } from './watch-reason.ts';

const policy = policyFrom(loadReference(), 'norfolk-2013', '2019-01-31');

function watch(evidence: Evidence, before: Proposal | null = null, changes: Partial<Proposal> = {}) {
  const proposal = { ...analyseSchool(evidence, policy), ...changes };
  return reasonsToWatch({ evidence, proposal, before }, policy);
}
const kinds = (...asked: Parameters<typeof watch>): readonly string[] =>
  watch(...asked).map(({ kind }) => kind);
const good = inspected('2017-03-01', 2);
const firm = { sureness: { level: 'firm', words: 'Firm.', couldBe: ['E2'] } } as const;

test('a good school with steady results and a recent inspection is not watched', () => {
  const evidence = evidenceWith({ inspections: [good], values: keyStage2(6, 60) });
  assert.deepEqual(kinds(evidence, null, firm), []);
});

test('a good school with more points than in the run before is declining; one that was not good then is not told so', () => {
  const now = evidenceWith({ inspections: [good], values: keyStage2(-20, 200) });
  const before = {
    ...analyseSchool(evidenceWith({ inspections: [good], values: keyStage2(6, 200) }), policy),
    asAt: '2018-01-31',
  };
  const [reason] = watch(now, before, firm);
  assert.equal(reason?.kind, 'declining');
  assert.match(reason.words, /^Attainment: .*; it was /);
  assert.ok(reason.sources.length > 0);
  const weak = evidenceWith({
    inspections: [inspected('2017-03-01', 3)],
    values: keyStage2(-20, 200),
  });
  assert.ok(!kinds(weak, before, firm).includes('declining'));
});

test('results that fall year by year are a decline, unless so few pupils could make them by chance', () => {
  const later = policyFrom(loadReference(), 'norfolk-2013', '2025-01-31');
  const falling = (pupils: number) => {
    const evidence = evidenceWith({
      asAt: later.asAt,
      inspections: [inspected('2023-03-01', 2)],
      values: [2022, 2023, 2024].map((year, index) =>
        result('ks2-rwm-expected', year, [70, 60, 50][index] ?? 0, pupils),
      ),
    });
    const proposal = { ...analyseSchool(evidence, later), ...firm };
    return reasonsToWatch({ evidence, proposal, before: null }, later);
  };
  assert.match(falling(200)[0]?.words ?? '', /the chance that the school is falling behind is/);
  assert.equal(falling(200)[0]?.kind, 'declining');
  assert.deepEqual(falling(5), []);
});

test('a good school that one reading could move to a group of more concern is watched; a borderline one is not', () => {
  const evidence = evidenceWith({ inspections: [good], values: keyStage2(6, 60) });
  const could = (level: 'uncertain' | 'borderline') =>
    kinds(evidence, null, { group: 'system leaders', sureness: { level, words: '', couldBe: ['E2', 'B3'] } });
  assert.deepEqual(could('uncertain'), ['could be worse']);
  assert.deepEqual(could('borderline'), []);
});

test('below good twice running is stuck, whatever else', () => {
  const evidence = evidenceWith({
    inspections: [inspected('2018-03-01', 3), inspected('2015-03-01', 3)],
  });
  const reason = watch(evidence, null, firm).find(({ kind }) => kind === 'stuck');
  assert.equal(reason?.on, '2018-03-01');
  assert.match(reason.words, /^Stuck\. Latest inspection \(2018\)/);
});

test('an inspection known since the run before is new evidence; one known before it is not', () => {
  const evidence = evidenceWith({ inspections: [good], values: keyStage2(6, 60) });
  const then = (asAt: string) => ({ ...analyseSchool(evidence, policy), asAt });
  const told = watch(evidence, then('2017-02-01'), firm).find(({ kind }) => kind === 'new evidence');
  assert.match(
    told?.words ?? '',
    /^New since the run as known on 1 February 2017: an inspection of 1 March 2017\.$/,
  );
  assert.deepEqual(kinds(evidence, then('2018-12-31'), firm), []);
});

test('an inspection that is overdue, or due within six months, is told with its day; a later one is not', () => {
  const due = (startedOn: string) =>
    watch(evidenceWith({ inspections: [inspected(startedOn, 2)], values: keyStage2(6, 60) }), null, firm);
  assert.match(due('2012-11-01')[0]?.words ?? '', /^The next inspection was due by 31 August 2018/);
  assert.equal(due('2012-11-01')[0]?.on, '2018-08-31');
  assert.deepEqual(due('2017-03-01'), []);
});

test('an uncertain proposal is thin evidence only with an old inspection or none', () => {
  const uncertain = { sureness: { level: 'uncertain', words: '', couldBe: ['B3'] } } as const;
  assert.deepEqual(kinds(evidenceWith({ inspections: [] }), null, uncertain), ['thin evidence']);
  assert.ok(
    kinds(evidenceWith({ inspections: [inspected('2010-03-01', 2)] }), null, uncertain).includes(
      'thin evidence',
    ),
  );
  assert.ok(!kinds(evidenceWith({ inspections: [good] }), null, uncertain).includes('thin evidence'));
  assert.ok(!kinds(evidenceWith({ inspections: [] }), null, firm).includes('thin evidence'));
});

test('two changes of head in three years and a roll that falls are each a question', () => {
  const head = (name: string, firstKnownOn: string) => ({
    name,
    firstKnownOn,
    source: { source: 'register', row: 2 },
  });
  const heads = [
    head('Ann Able', '2016-09-01'),
    head('Bob Best', '2017-09-01'),
    head('Cy Clay', '2018-09-01'),
  ];
  assert.deepEqual(
    kinds(evidenceWith({ inspections: [good], values: keyStage2(6, 60), heads }), null, firm),
    ['heads'],
  );
  const rolls = [result('pupils-on-roll', 2016, 200, 200), result('pupils-on-roll', 2018, 150, 150)];
  const [reason] = watch(
    evidenceWith({ inspections: [good], values: [...keyStage2(6, 60), ...rolls] }),
    null,
    firm,
  );
  assert.equal(reason?.kind, 'roll');
  assert.match(reason.words, /150 pupils in 2017\/18, 50 pupils fewer/);
});

test('each reason is told once, in one order', () => {
  const evidence = evidenceWith({ inspections: [inspected('2010-03-01', 2)], values: keyStage2(-20, 200) });
  const told = watch(evidence).map(({ kind }) => watchKinds.indexOf(kind));
  assert.deepEqual(
    told,
    [...new Set(told)].toSorted((a, b) => a - b),
  );
});
