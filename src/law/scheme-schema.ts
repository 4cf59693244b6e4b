import { z } from 'zod';

const basis = z.enum(['published', 'local convention']);
const sourced = {
  /** `published`: printed in the authority's own document. `local convention`: our reading, for the authority to change. */
  basis,
  source: z.string().trim().min(8, 'says where it comes from'),
};

const indicatorId = z.enum([
  'last-inspection',
  'judgement-profile',
  'two-inspections',
  'overdue-inspection',
  'attainment',
  'progress',
  'trend',
]);

/** Where a school stands by its last full inspection, from least to most concern. Names are ours, not grades. */
const standingId = z.enum(['strongest', 'secure', 'partly below', 'below', 'serious', 'none']);

const condition = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('category of concern in force'), is: z.boolean() }),
  z.strictObject({ fact: z.literal('in transition'), is: z.boolean() }),
  z.strictObject({ fact: z.literal('standing'), oneOf: z.array(standingId).min(1) }),
  z.strictObject({ fact: z.literal('evidence is enough'), is: z.boolean() }),
  z.strictObject({ fact: z.literal('recently inspected'), is: z.boolean() }),
  z.strictObject({ fact: z.literal('confidently good'), is: z.boolean() }),
  z.strictObject({ fact: z.literal('making good progress'), is: z.boolean() }),
  z.strictObject({
    fact: z.literal('points'),
    /** Which indicators' points are added. */
    from: z.array(indicatorId).min(1),
    /** How the sum is called: `points from results`. */
    called: z.string().min(1),
    atLeast: z.int().positive(),
  }),
]);

const setting = z.strictObject({ number: z.number(), words: z.string().min(1), ...sourced });

/** Where one, two and three points start. */
const steps = z.strictObject({
  numbers: z.array(z.number()).length(3),
  words: z.string().min(1),
  ...sourced,
});

export const scheme = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  authority: z.string().min(1),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  /** What the authority published and what it did not, for whoever reads the table. */
  about: z.array(z.string().min(1)).min(1),
  categories: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        meaning: z.string().min(1),
        group: z.enum(['causing concern', 'requiring improvement', 'system leaders']),
        predictedGrade: z.literal([1, 2, 3, 4]),
        /** 0 least concern; each higher number is more. The letters are not in order of quality. */
        concern: z.int().min(0),
        ...sourced,
      }),
    )
    .min(2),
  standings: z
    .array(
      z.strictObject({
        id: standingId,
        meaning: z.string().min(1),
        /** What it takes, in the words of each kind of inspection. */
        inWords: z.strictObject({
          'overall grade': z.string(),
          'no overall grade': z.string(),
          'report card': z.string(),
        }),
        ...sourced,
      }),
    )
    .min(1),
  indicators: z
    .array(
      z.strictObject({
        id: indicatorId,
        title: z.string().min(1),
        maximum: z.int().positive(),
        /** What earns how many points, for a reader who checks by hand. */
        scale: z.array(z.strictObject({ points: z.int().min(0), words: z.string().min(1) })).min(2),
        ...sourced,
      }),
    )
    .min(1),
  settings: z.strictObject({
    goodInspectionAgesAfterYears: setting,
    evidenceWithinYears: setting,
    resultsWithinYears: setting,
    transitionWithinYears: setting,
    pooledYears: setting,
    intervalLevel: setting,
    attainmentStepsSd: steps,
    progressStepsToFloor: steps,
    trendProbabilities: steps,
  }),
  /** First row that holds decides. Overrides come first, and no row below may be of more concern for the same standing. */
  rules: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        /** Code of a category, or `insufficient evidence`. */
        category: z.string().min(1),
        words: z.string().min(1),
        /** All must hold; an empty list always holds. */
        when: z.array(condition),
        ...sourced,
      }),
    )
    .min(1),
  /** What the authority printed, to hold our own distribution against. */
  published: z.strictObject({
    asAt: z.iso.date(),
    source: z.string().min(8),
    categories: z.array(
      z.strictObject({
        phase: z.string(),
        code: z.string(),
        schools: z.int().min(0),
        printedPercentage: z.number(),
      }),
    ),
    profile: z.array(
      z.strictObject({
        phase: z.string(),
        outcome: z.string(),
        schools: z.int().min(0),
        printedPercentage: z.number(),
        englandPercentage: z.number(),
      }),
    ),
  }),
});

export type Scheme = z.infer<typeof scheme>;
export type SchemeCondition = z.infer<typeof condition>;
export type StandingId = z.infer<typeof standingId>;
