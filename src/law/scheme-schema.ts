import { z } from 'zod';
import { indicatorId, indicatorSetting } from './indicator-schema.ts';
import { condition, standingId } from './scheme-conditions.ts';

const basis = z.enum(['published', 'local convention']);
const sourced = {
  /** `published`: printed in the authority's own document. `local convention`: our reading, for the authority to change. */
  basis,
  source: z.string().trim().min(8, 'says where it comes from'),
};

const setting = z.strictObject({ number: z.number(), words: z.string().min(1), ...sourced });

/** Where one, two and three points start. */
const steps = z.strictObject({
  numbers: z.array(z.number()).length(3),
  words: z.string().min(1),
  ...sourced,
});

/** What the authority printed of its own categories, to hold our own distribution against. */
const printed = z.strictObject({
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
});

/** The colour of a group’s tags, from most concern to least. The words beside it say the same. */
export const tone = z.enum(['high', 'raised', 'low', 'none']);

/** What schools are told: the scheme’s own words, most concern first. */
const group = z.strictObject({
  /** As in `causing concern`; a list says how many schools are proposed as it. */
  name: z.string().min(1),
  /** `school causing concern`, `schools causing concern`: for counting. */
  one: z.string().min(1),
  many: z.string().min(1),
  tone,
  ...sourced,
});

export const scheme = z.strictObject({
  /** Small letters, figures and hyphens: it is part of addresses and of every run’s record. */
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.string().min(1),
  authority: z.string().min(1),
  /** The scheme for authorities that have chosen none. Only one is in force at a time. */
  usual: z.literal(true).optional(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  /** What the authority published and what it did not, for whoever reads the table. */
  about: z.array(z.string().min(1)).min(1),
  /** Who is told what, in words: the group, the category, in confidence or not. */
  told: z.string().min(1),
  groups: z.array(group).min(1),
  categories: z
    .array(
      z.strictObject({
        code: z.string().min(1),
        meaning: z.string().min(1),
        /** Name of one of `groups`. */
        group: z.string().min(1),
        /** The overall grade the authority expects Ofsted to give, where the scheme predicts one. */
        predictedGrade: z.literal([1, 2, 3, 4]).optional(),
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
        /** Numbers the scheme sets otherwise than `reference/indicators.json`; the scale's words must say the same. */
        settings: z.record(z.string(), indicatorSetting).optional(),
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
  published: printed.optional(),
});

export type Scheme = z.infer<typeof scheme>;
export type Tone = z.infer<typeof tone>;
export type PrintedOfScheme = z.infer<typeof printed>;
