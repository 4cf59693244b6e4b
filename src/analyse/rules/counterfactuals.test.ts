import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { analyseSchool, policyFrom } from './analyse-school.ts';
import { evidenceWith, inspected, keyStage2, schoolWith } from './evidence.fixture.ts';
import type { Proposal } from './proposal.ts';

const analyse = (evidence: Evidence): Proposal =>
  analyseSchool(evidence, policyFrom(loadReference(), 'norfolk-2013', evidence.asAt));

const changes = (evidence: Evidence): Readonly<Record<string, string>> =>
  Object.fromEntries(analyse(evidence).wouldChange.map(({ change, category }) => [change, category]));

test('a good school with strong results is told what another inspection would mean', () => {
  const evidence = evidenceWith({
    inspections: [inspected('2017-05-10', 2)],
    values: keyStage2(15, 30, 1.5),
  });
  assert.equal(analyse(evidence).category, 'E1');
  const told = changes(evidence);
  assert.equal(told['A full inspection now finds: outstanding'], 'F1');
  assert.equal(told['A full inspection now finds: requires improvement'], 'C3');
  assert.equal(told['A full inspection now finds: inadequate'], 'A4');
});

test('a change of points says what it would take, in the words of the scale', () => {
  const evidence = evidenceWith({
    inspections: [inspected('2017-05-10', 3)],
    values: keyStage2(-25, 60, -3),
  });
  assert.deepEqual(analyse(evidence).category, 'A4');
  assert.equal(
    changes(evidence)[
      'Attainment: clearly below England, and by at least half of the usual spread between schools (1 point, not 3)'
    ],
    'B3',
  );
});

test('outcomes that might come next are those of the framework of the day', () => {
  const inspections = [inspected('2023-05-10', 2)];
  const keys = (asAt: string): readonly string[] => Object.keys(changes(evidenceWith({ asAt, inspections })));
  assert.ok(keys('2025-02-01').includes('A full inspection now finds: every judgement requires improvement'));
  assert.ok(
    keys('2026-02-01').includes('A full inspection now finds: leadership and governance needs attention'),
  );
});

test('a new academy in place of a good school is in transition until inspected, and for a year at most', () => {
  const academy = (asAt: string): Proposal =>
    analyse(
      evidenceWith({
        asAt,
        school: schoolWith({ openedOn: '2018-09-01', sector: 'academy' }),
        inspections: [inspected('2016-05-10', 2, { ofThisSchool: false })],
      }),
    );
  assert.equal(academy('2019-01-31').category, 'D2');
  assert.match(academy('2019-01-31').decidedBy.because.join(' '), /Opened on 1 September 2018/);
  assert.equal(academy('2019-09-01').category, 'E2');
});

test('a new school with nothing behind it has insufficient evidence, which is an answer', () => {
  const proposal = analyse(evidenceWith({ school: schoolWith({ openedOn: '2018-09-01' }) }));
  assert.deepEqual(
    [proposal.category, proposal.concern, proposal.group, proposal.sureness.level],
    ['insufficient evidence', null, null, 'uncertain'],
  );
});

test('a predecessor’s category of concern ended with the predecessor', () => {
  const inspections = [inspected('2018-02-10', 4, { ofThisSchool: false, category: 'SM' })];
  const sponsored = evidenceWith({ school: schoolWith({ openedOn: '2018-09-01' }), inspections });
  assert.equal(analyse(sponsored).category, 'D3');
  const own = evidenceWith({ inspections: [inspected('2018-02-10', 4, { category: 'SM' })] });
  assert.equal(
    analyse(own).decidedBy.because[0],
    'Category of concern: special measures since the inspection of 10 February 2018.',
  );
});

test('the three strongest reasons come worst first, each with its number', () => {
  const evidence = evidenceWith({
    inspections: [inspected('2017-05-10', 3), inspected('2013-05-10', 3)],
    values: keyStage2(-16, 60, -0.5),
  });
  const { reasons } = analyse(evidence);
  assert.match(reasons[0] ?? '', /Below good twice running/);
  assert.match(reasons[1] ?? '', /last full inspection .* requires improvement/);
  assert.match(reasons[2] ?? '', /^43% of 180 pupils over three years/);
});

test('in a list the strongest reason is one line, with what a measure is held against', () => {
  const inspections = [inspected('2017-05-10', 2), inspected('2013-05-10', 2)];
  assert.match(
    analyse(evidenceWith({ inspections, values: keyStage2(-16, 60, -0.5) })).reasonInBrief ?? '',
    /^Attainment: 43% \(pooled, 180 pupils\), against England 59% \(.*\)$/,
  );
  assert.match(
    analyse(evidenceWith({ inspections: [inspected('2017-05-10', 3)] })).reasonInBrief ?? '',
    /^Last inspection: requires improvement, .* ago$/,
  );
  assert.equal(analyse(evidenceWith({})).reasonInBrief, null);
});
