import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadReference } from '#/law/reference.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { fullInspectionsKnown } from '#/schools/rules/inspection-words.ts';
import type { Grade, Inspection } from '#/schools/rules/inspection.ts';
import { analyseSchool, policyFrom } from './analyse-school.ts';
import { anyEvidence } from './arbitrary-evidence.fixture.ts';
import type { Proposal } from './proposal.ts';

const reference = loadReference();
const analyse = (evidence: Evidence): Proposal =>
  analyseSchool(evidence, policyFrom(reference, 'norfolk-2013', evidence.asAt));

/** Insufficient evidence has no place in the order of concern. */
function notLower(before: Proposal, after: Proposal): void {
  if (before.concern === null || after.concern === null) return;
  assert.ok(
    after.concern >= before.concern,
    `${before.category} (${before.decidedBy.rule}) became ${after.category} (${after.decidedBy.rule})`,
  );
}

test('the order of inspections, values and links in the evidence does not matter', () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const turned: Evidence = {
        ...evidence,
        inspections: evidence.inspections.toReversed(),
        values: evidence.values.toReversed(),
        lineage: evidence.lineage.toReversed(),
      };
      assert.deepEqual(analyse(turned), analyse(evidence));
    }),
    { numRuns: 150 },
  );
});

test('nothing that became known after the date is used', () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const then: Evidence = {
        ...evidence,
        inspections: evidence.inspections.filter(({ knownOn }) => knownOn <= evidence.asAt),
        values: evidence.values.filter(({ knownOn }) => knownOn <= evidence.asAt),
      };
      assert.deepEqual(analyse(evidence), analyse(then));
    }),
    { numRuns: 150 },
  );
});

const worse: Readonly<Partial<Record<Grade, Grade>>> = {
  1: 2,
  2: 3,
  3: 4,
  Exceptional: 'Strong standard',
  'Strong standard': 'Expected standard',
  'Expected standard': 'Needs attention',
  'Needs attention': 'Urgent improvement',
};

function worsen(inspection: Inspection, area: number): Inspection {
  if (typeof inspection.overall === 'number') {
    const overall = inspection.overall === 4 ? 4 : ((inspection.overall + 1) as 2 | 3 | 4);
    return { ...inspection, overall };
  }
  return {
    ...inspection,
    judgements: inspection.judgements.map((judgement, index) =>
      index === area % inspection.judgements.length
        ? { ...judgement, grade: worse[judgement.grade] ?? judgement.grade }
        : judgement,
    ),
  };
}

test('a worse grade at the last inspection never gives a lower concern', () => {
  fc.assert(
    fc.property(anyEvidence, fc.nat(), (evidence, area) => {
      const [latest] = fullInspectionsKnown(evidence, evidence.asAt);
      fc.pre(latest !== undefined);
      const inspections = evidence.inspections.map((inspection) =>
        inspection === latest ? worsen(inspection, area) : inspection,
      );
      notLower(analyse(evidence), analyse({ ...evidence, inspections }));
    }),
    { numRuns: 300 },
  );
});

// The newest year only: a worse early year is at once a lower level and a better direction.
test('worse results of the newest year never give a lower concern', () => {
  fc.assert(
    fc.property(anyEvidence, fc.integer({ min: 1, max: 60 }), (evidence, by) => {
      const known = evidence.values.filter(
        ({ knownOn, value }) => knownOn <= evidence.asAt && 'number' in value,
      );
      const newest = (measure: string): number =>
        Math.max(...known.filter((value) => value.measure === measure).map(({ year }) => year));
      const values = evidence.values.map((value) =>
        'number' in value.value && value.year === newest(value.measure)
          ? {
              ...value,
              value: {
                number: value.measure.endsWith('progress')
                  ? value.value.number - by / 10
                  : Math.max(0, value.value.number - by),
              },
            }
          : value,
      );
      notLower(analyse(evidence), analyse({ ...evidence, values }));
    }),
    { numRuns: 300 },
  );
});

test('missing values never add points', () => {
  const results = ['attainment', 'progress', 'trend'];
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const values = evidence.values.map((value) => ({
        ...value,
        value: { missing: 'suppressed' as const, code: 'SUPP' },
      }));
      const proposal = analyse({ ...evidence, values });
      const read = proposal.readings.filter(({ indicator }) => results.includes(indicator));
      assert.ok(read.every(({ state, points }) => state === 'no evidence' && points === 0));
      assert.ok(proposal.points <= analyse(evidence).points);
    }),
    { numRuns: 100 },
  );
});

test('every proposal hangs together', () => {
  fc.assert(
    fc.property(anyEvidence, (evidence) => {
      const proposal = analyse(evidence);
      for (const { state, points, maximum, pointsCouldBe, reason, sources } of proposal.readings) {
        const [fewest, most] = pointsCouldBe;
        assert.ok(0 <= fewest && fewest <= points && points <= most && most <= maximum, reason);
        assert.ok(reason.length > 10 && (state === 'no evidence' || sources.length > 0), reason);
        assert.ok(!/undefined|NaN|null|Infinity/.test(reason), reason);
      }
      assert.equal(proposal.readings.length, 7);
      assert.ok(proposal.sureness.couldBe.includes(proposal.category));
      assert.ok(proposal.wouldChange.every(({ category }) => category !== proposal.category));
      assert.ok(proposal.reasons.length <= 3);
    }),
    { numRuns: 200 },
  );
});
