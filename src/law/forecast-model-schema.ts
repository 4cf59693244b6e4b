import { z } from 'zod';
import { sourced } from './schemas.ts';

const numbers = z.array(z.number());
const part = z.strictObject({
  intercept: z.number(),
  interceptError: z.number().min(0),
  jointShare: z.number().min(0),
  damping: z.number().positive(),
  terms: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        effects: numbers,
        errors: numbers,
        weights: numbers,
      }),
    )
    .min(1),
});

const earlyWarning = z.strictObject({
  deprivation: z.boolean(),
  timing: part,
  outcome: part,
  outcomeLevel: z.strictObject({
    longRun: z.number(),
    recent: z.number(),
    carriedOver: z.number().min(0).max(1),
  }),
  shocks: z.array(z.strictObject({ months: z.int().positive(), sd: z.number().positive() })),
  england: z.strictObject({ good: z.int().min(0), fell: z.int().min(0) }),
  fittedOn: z.strictObject({
    from: z.iso.date(),
    until: z.iso.date(),
    schools: z.int(),
    periods: z.int(),
    inspections: z.int(),
    falls: z.int(),
  }),
});

const four = z.tuple([z.number(), z.number(), z.number(), z.number()]);

const trajectory = z.strictObject({
  paths: z.strictObject({
    hazards: z.tuple([numbers, numbers, numbers, numbers]),
    outcomes: z.tuple([four, four, four, four]),
    firstHazards: numbers,
    firstOutcomes: four,
  }),
  missed: z.number().min(-1).max(1),
  shocks: z
    .array(
      z.strictObject({
        quarters: z.int().positive(),
        england: z.number().min(0),
        authority: z.number().min(0),
      }),
    )
    .min(1),
  fittedOn: z.strictObject({ schools: z.int(), inspections: z.int() }),
});

/** A fitted model, every number of it readable. Made by `npx middletier fit-model`, not by hand. */
export const forecastModel = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  about: z.string().min(20),
  /** Nothing that became known later went into it. */
  fittedAsAt: z.iso.date(),
  /** Official files it was fitted on. */
  fittedFrom: z.array(z.string().min(1)).min(1),
  ...sourced,
  /** What each level of a term says, in the order of its numbers. */
  levels: z.record(z.string(), z.array(z.string())),
  earlyWarning,
  withDeprivation: earlyWarning,
  trajectory,
});
