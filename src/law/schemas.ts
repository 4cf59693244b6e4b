import { z } from 'zod';

/** Where a dated fact comes from, and how sure it is. A fact without a source does not load. */
export const sourced = {
  source: z.string().trim().min(8, 'says where it comes from'),
  status: z.enum(['confirmed', 'unconfirmed']),
};

const isoDate = z.iso.date();
const schoolYear = z.int().min(1990).max(2100);

/** First day in force; last day in force, or `null` while it is. */
export const dated = { from: isoDate, to: isoDate.nullable() };

/** The official tables with a school year in which measures are published, by the folder that reads them. */
export const publication = z.enum([
  'key-stage-2',
  'key-stage-4',
  'absence',
  'census',
  'early-years',
  'phonics',
  'exclusions',
]);

const grade = z.union([z.literal([1, 2, 3, 4]), z.string().min(1)]);

/** One framework of inspection: its scale, the words of its grades, and what it judges. */
export const inspectionFramework = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  ...dated,
  kind: z.enum(['graded', 'report card']),
  /** Whether it gives an overall grade. */
  overall: z.boolean(),
  grades: z.array(z.strictObject({ grade, words: z.string().min(1) })).min(2),
  areas: z
    .array(
      z.strictObject({
        area: z.string().min(1),
        whereApplicable: z.boolean(),
        /** About teaching, achievement or leadership: a weakness here weighs more. Our reading, not the framework's. */
        decisive: z.boolean(),
      }),
    )
    .min(1),
  categories: z.array(z.strictObject({ category: z.enum(['SM', 'SWK', 'RSI', 'NTI']), words: z.string() })),
  note: z.string().optional(),
  ...sourced,
});

/** How long a school may wait for its next inspection. `null`: no maximum is known, so nothing is overdue. */
export const inspectionInterval = z.strictObject({
  id: z.string().min(1),
  ...dated,
  /** Standing of the last inspection it applies to. */
  appliesTo: z.enum(['outstanding', 'good', 'requires improvement', 'inadequate', 'without overall grade']),
  maximum: z
    .union([
      z.strictObject({ schoolYearsAfterEndOfYear: z.int().positive() }),
      z.strictObject({ months: z.int().positive() }),
    ])
    .nullable(),
  /** Nothing is overdue before this day: the end of a transition. */
  notBefore: isoDate.optional(),
  words: z.string().min(1),
  ...sourced,
});

/** A pause that lengthens every interval running through it. */
export const inspectionPause = z.strictObject({
  id: z.string().min(1),
  from: isoDate,
  to: isoDate,
  extendsByMonths: z.int().positive(),
  words: z.string().min(1),
  ...sourced,
});

const estimated = z.strictObject({ number: z.number().positive(), how: z.string().min(1), ...sourced });

/** What is measured, in which years it can be compared, and how much schools differ. */
export const measure = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** How it goes in a sentence: `reached the expected standard in reading, writing and maths`. */
  words: z.string().min(1),
  publication,
  unit: z.enum(['%', 'score', 'points', 'pupils']),
  kind: z.enum(['proportion', 'mean', 'progress', 'count']),
  /** `neither`: who the pupils are, never how the school did. */
  better: z.enum(['higher', 'lower', 'neither']),
  /** Years in which the measure was published for schools, without a break in its line inside a span. */
  spans: z
    .array(
      z.strictObject({
        from: schoolYear,
        to: schoolYear.nullable(),
        /** What broke the line at the start of this span. */
        breakBefore: z.string().nullable(),
        /**
         * Whether years of this span may be pooled with those of the span before, when both are held against England in
         * the same years: a change that fell on every school alike then cancels.
         */
        poolWithSpanBefore: z.boolean(),
        ...sourced,
      }),
    )
    .min(1),
  /** What took its place, where it is measured no more. */
  ended: z.strictObject({ words: z.string().min(1), ...sourced }).optional(),
  /** Beta-Binomial prior strength: the England figure counts as so many pupils. Proportions only. */
  priorPupils: estimated.optional(),
  /** Standard deviation between schools of their underlying value. Means and progress only. */
  schoolSd: estimated.optional(),
  /** Standard deviation between pupils of one school. Means and progress only. */
  pupilSd: estimated.optional(),
  /** Correlation of a school's underlying value with itself a year later. */
  yearlyPersistence: estimated.optional(),
  /** Standard deviation between schools of the change of their underlying value from one year to the next. */
  yearlyChangeSd: estimated.optional(),
  /** The same when schools are held beside those with the most similar pupils instead of England. */
  besideSimilar: z
    .strictObject({
      priorPupils: z.number().positive().optional(),
      schoolSd: z.number().positive().optional(),
      yearlyPersistence: z.number().positive().max(1),
      how: z.string().min(1),
      ...sourced,
    })
    .optional(),
  /** Standard of the day below which a school was of concern, for progress. */
  floor: z.strictObject({ number: z.number(), ...sourced }).optional(),
});

/** One side of a comparison that the tables publish: the groups of `schools/rules/value.ts` but for all pupils. */
const group = z.enum([
  'disadvantaged',
  'not disadvantaged',
  'girls',
  'boys',
  'EAL',
  'SEN support',
  'SEN plan',
  'low prior attainment',
  'middle prior attainment',
  'high prior attainment',
]);

/** England's figure for a measure in a year; `number: null` says that none was published, and why. */
export const nationalFigure = z.strictObject({
  measure: z.string().min(1),
  year: schoolYear,
  /** Left out for the figure of all pupils. */
  group: group.optional(),
  number: z.number().nullable(),
  note: z.string().optional(),
  ...sourced,
});

/** England's figure for one kind of school, where the tables have a row for each: a percentage. */
export const phaseFigure = z.strictObject({
  measure: z.string().min(1),
  year: schoolYear,
  phase: z.enum(['primary', 'secondary', 'special']),
  number: z.number().min(0).max(100),
  ...sourced,
});

/** England's schools by latest inspection grade on a date: rounded percentages as published. */
export const inspectionProfile = z.strictObject({
  asAt: isoDate,
  figures: z
    .array(
      z.strictObject({
        outcome: z.enum(['outstanding', 'good', 'good or better', 'requires improvement', 'inadequate']),
        percentage: z.number().min(0).max(100),
      }),
    )
    .min(1),
  note: z.string().optional(),
  ...sourced,
});

export const stuckRuleVersion = z.strictObject({
  version: z.enum(['overall grade', 'no overall grade', 'report card']),
  ...dated,
  words: z.string().min(1),
  ...sourced,
});

/** The day a year's school-level results became known. */
export const releaseDate = z.strictObject({
  publication,
  year: schoolYear,
  release: z.enum(['provisional', 'revised', 'final']),
  on: isoDate,
  ...sourced,
});

/** A bank holiday of England and Wales that a proclamation added in one year, or a day that one made a working day. */
export const proclaimedDay = z.strictObject({
  on: isoDate,
  is: z.enum(['a bank holiday', 'a working day']),
  words: z.string().min(1),
  ...sourced,
});

/** What schools may count on from a day to a day, by the group they are told under a scheme; `null` is every school. */
export const entitlementsOfGroup = z.strictObject({
  /** Identity of one of `reference/schemes/`. */
  scheme: z.string().min(1),
  group: z.string().min(1).nullable(),
  ...dated,
  /** Where the entry is more, or less, than its source says. */
  note: z.string().min(1).optional(),
  entitlements: z
    .array(
      z.strictObject({
        /** A sentence that a head reads. */
        what: z.string().min(1),
        /** The service that owes it. */
        by: z.string().min(1),
        ...sourced,
      }),
    )
    .min(1),
});
