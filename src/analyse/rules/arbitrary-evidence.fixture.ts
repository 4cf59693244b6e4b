import fc from 'fast-check';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Grade, Inspection } from '#/schools/rules/inspection.ts';
import type { MeasureValue } from '#/schools/rules/value.ts';
import { evidenceWith, inspected, result, schoolWith } from './evidence.fixture.ts';

const day = (from: string, to: string): fc.Arbitrary<string> =>
  fc
    .integer({ min: Date.parse(from) / 86_400_000, max: Date.parse(to) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

const oldGrade = fc.constantFrom<1 | 2 | 3 | 4>(1, 2, 3, 4);
const cardGrade = fc.constantFrom<Grade>(
  'Exceptional',
  'Strong standard',
  'Expected standard',
  'Needs attention',
  'Urgent improvement',
);

const withOverall = fc
  .tuple(day('2006-01-01', '2024-07-31'), oldGrade, fc.boolean())
  .map(([on, overall, ofThisSchool]) => inspected(on, overall, { ofThisSchool }));

const withoutOverall = fc
  .tuple(day('2024-09-10', '2025-07-20'), fc.tuple(oldGrade, oldGrade, oldGrade))
  .map(([on, [quality, behaviour, leadership]]) =>
    inspected(on, 'not judged', {
      judgements: [
        { area: 'Quality of education', grade: quality, gradedOn: on },
        { area: 'Behaviour and attitudes', grade: behaviour, gradedOn: on },
        { area: 'Leadership and management', grade: leadership, gradedOn: on },
      ],
    }),
  );

const reportCard = fc
  .tuple(day('2025-11-10', '2026-05-31'), fc.tuple(cardGrade, cardGrade))
  .map(([on, [achievement, leadership]]) =>
    inspected(on, null, {
      kind: 'report card',
      judgements: [
        { area: 'Achievement', grade: achievement, gradedOn: on },
        { area: 'Leadership and governance', grade: leadership, gradedOn: on },
      ],
    }),
  );

const ungraded = fc
  .tuple(
    day('2016-01-01', '2025-07-20'),
    fc.constantFrom(
      'School remains Good',
      'School remains Good (Concerns) - S5 Next',
      'Standards maintained',
    ),
  )
  .map(([on, outcome]) => inspected(on, null, { kind: 'ungraded', outcome }));

/** At most one inspection on a day, as the importer leaves them. */
export const inspections: fc.Arbitrary<readonly Inspection[]> = fc.uniqueArray(
  fc.oneof({ weight: 4, arbitrary: withOverall }, withoutOverall, reportCard, ungraded),
  { maxLength: 5, selector: ({ startedOn }) => startedOn },
);

const progress = ['ks2-reading-progress', 'ks2-writing-progress', 'ks2-maths-progress'] as const;

const yearOfKeyStage2 = (year: number): fc.Arbitrary<readonly MeasureValue[]> =>
  fc
    .record({
      pupils: fc.integer({ min: 1, max: 90 }),
      expected: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 4 }),
      scores: fc.option(fc.array(fc.integer({ min: -90, max: 60 }), { minLength: 3, maxLength: 3 })),
    })
    .map(({ pupils, expected, scores }) => [
      expected === null
        ? result('ks2-rwm-expected', year, 0, pupils, { value: { missing: 'suppressed', code: 'SUPP' } })
        : result('ks2-rwm-expected', year, expected, pupils),
      ...(scores ?? []).flatMap((score, index) => {
        const subject = progress[index];
        return subject === undefined ? [] : [result(subject, year, score / 10, pupils)];
      }),
    ]);

const values = fc
  .subarray([2016, 2017, 2018, 2019, 2022, 2023])
  .chain((years) => fc.tuple(...years.map(yearOfKeyStage2)))
  .map((years) => years.flat());

/** A primary school with any history, asked about on any day from 2013 to 2026. */
export const anyEvidence: fc.Arbitrary<Evidence> = fc
  .record({
    asAt: day('2013-01-01', '2026-06-30'),
    openedOn: fc.option(day('2010-01-01', '2026-01-01')),
    inspections,
    values,
  })
  .map(({ asAt, openedOn, ...known }) => evidenceWith({ asAt, school: schoolWith({ openedOn }), ...known }));
