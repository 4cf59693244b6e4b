import { z } from 'zod';
import { sourced } from './schemas.ts';

const chance = z.number().gt(0).lt(1);

/** Chances of an inspection in half a year, by years since the last: steps that end with one for all longer times. */
const timingSteps = z
  .array(z.strictObject({ upToYears: z.number().positive().nullable(), chancePerHalfYear: chance }))
  .min(2)
  .refine(
    (steps) =>
      steps.every(({ upToYears }, index) => (upToYears === null) === (index === steps.length - 1)) &&
      steps.every(
        ({ upToYears }, index) =>
          index === 0 || upToYears === null || upToYears > (steps[index - 1]?.upToYears ?? 0),
      ),
    { message: 'years rise from step to step, and the last step has no end' },
  );

/** What a forecast is told of inspection because the record cannot show it yet. */
export const forecastRegimes = z.strictObject({
  about: z.string().min(20),
  paces: z.array(
    z.strictObject({
      id: z.string().min(1),
      announcedOn: z.iso.date(),
      seenFrom: z.iso.date(),
      standing: z.literal(3),
      chancePerQuarter: chance,
      words: z.string().min(20),
      ...sourced,
    }),
  ),
  catchUps: z.array(
    z.strictObject({
      id: z.string().min(1),
      from: z.iso.date(),
      by: z.iso.date(),
      words: z.string().min(20),
      ...sourced,
    }),
  ),
  reportCards: z.strictObject({
    from: z.iso.date(),
    timing: z.strictObject({ good: timingSteps, below: timingSteps, words: z.string().min(20), ...sourced }),
    outcomes: z.strictObject({
      anyBelow: chance,
      leadershipBelow: chance,
      countsAsSchools: z.number().positive(),
      belowBefore: z.number(),
      carried: z.number().min(0).max(1),
      words: z.string().min(20),
      ...sourced,
    }),
  }),
});
