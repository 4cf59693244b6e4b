import { z } from 'zod';
import { sourced } from './schemas.ts';

const setting = {
  /** What the number decides, for whoever changes it. */
  words: z.string().min(20),
  /** Paragraph of `docs/decisions/0011-…` that it is the reading of. */
  rule: z.string().min(1),
  /** `printed`: the authority wrote it down. `ours`: our reading of its prose, for the authority to change. */
  reading: z.enum(['printed', 'ours']),
  ...sourced,
};

const months = z.strictObject({ months: z.int().min(1).max(120), ...setting });

/** How many inspections away a grade of good is: 1 is the next one. */
const away = z.int().min(1).max(4);

/**
 * One way of forecasting by rules, made computable: every reading of its prose is a setting with its source. An authority
 * that reads it otherwise adds a file with an identity of its own.
 */
export const forecastMethod = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
  title: z.string().min(1),
  authority: z.string().min(1),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  about: z.array(z.string().min(20)).min(1),
  settings: z.strictObject({
    belowGoodEarliest: months,
    belowGoodExpected: months,
    inadequateAway: z.strictObject({ inspections: away, ...setting }),
    inadequateExpected: months,
    newSchoolEarliest: months,
    newSchoolExpected: months,
    overdueExpected: months,
    goodSchools: z.strictObject({
      keepTheirGrade: z.enum(['always', 'unless they are expected to be below good']),
      expectedAfterMonths: z.int().min(1).max(120),
      ...setting,
    }),
    results: z.strictObject({
      years: z.int().min(2).max(5),
      /** Standard deviations between schools, over the years read. */
      change: z.number().positive(),
      risingAway: away,
      levelAway: away,
      fallingAway: away,
      ...setting,
    }),
    category: z.strictObject({
      /** Identity of the scheme by which categories are proposed. */
      scheme: z.string().min(1),
      /** By the digit of the category, the grade expected now. */
      awayByGrade: z.strictObject({ 1: away, 2: away, 3: away, 4: away }),
      ...setting,
    }),
    academies: z.strictObject({
      phases: z.array(z.enum(['nursery', 'primary', 'secondary', 'special', 'pupil referral unit'])),
      /** From the day of the forecast to the day by which every school of these phases is to be good. */
      deadlineMonths: z.int().min(1).max(120),
      /** From the day of the forecast to the opening of the sponsored academy. */
      opensMonths: z.int().min(1).max(120),
      ...setting,
    }),
  }),
});

/** What an authority printed of its own future, with its targets: percentages of schools good or better. */
export const printedForecast = z
  .strictObject({
    /** Slug of the authority. */
    authority: z.string().min(1),
    title: z.string().min(1),
    /** The last day of which it knew: a forecast made then knew what this one did. */
    knowing: z.iso.date(),
    publishedOn: z.iso.date(),
    /** The schools it counted on the last day of which it knew. */
    start: z.array(
      z.strictObject({
        phase: z.enum(['primary', 'secondary']),
        good: z.int().min(0),
        schools: z.int().positive(),
      }),
    ),
    figures: z
      .array(
        z.strictObject({
          phase: z.enum(['primary', 'secondary']),
          on: z.iso.date(),
          /** Whole percentages, as printed. */
          prediction: z.int().min(0).max(100),
          target: z.int().min(0).max(100).nullable(),
        }),
      )
      .min(1),
    note: z.string().optional(),
    ...sourced,
  })
  .refine(({ figures, publishedOn }) => figures.every(({ on }) => on > publishedOn), {
    message: 'a prediction is of a day after it was printed',
  });
