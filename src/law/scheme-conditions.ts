import { z } from 'zod';
import { indicatorId } from './indicator-schema.ts';

/** Where a school stands by its last full inspection, from least to most concern. Names are ours, not grades. */
export const standingId = z.enum(['strongest', 'secure', 'partly below', 'below', 'serious', 'none']);

const yesOrNo = { is: z.boolean() };

/** One thing that a row of a decision table asks. */
export const condition = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('category of concern in force'), ...yesOrNo }),
  z.strictObject({ fact: z.literal('in transition'), ...yesOrNo }),
  z.strictObject({ fact: z.literal('standing'), oneOf: z.array(standingId).min(1) }),
  z.strictObject({ fact: z.literal('evidence is enough'), ...yesOrNo }),
  z.strictObject({ fact: z.literal('recently inspected'), ...yesOrNo }),
  z.strictObject({ fact: z.literal('confidently good'), ...yesOrNo }),
  z.strictObject({ fact: z.literal('making good progress'), ...yesOrNo }),
  z.strictObject({
    fact: z.literal('run by'),
    oneOf: z.array(z.enum(['maintained', 'academy', 'free school', 'non-maintained special'])).min(1),
  }),
  z.strictObject({
    fact: z.literal('phase'),
    oneOf: z.array(z.enum(['nursery', 'primary', 'secondary', 'special', 'pupil referral unit'])).min(1),
  }),
  z.strictObject({
    fact: z.literal('points'),
    /** Which indicators' points are added. */
    from: z.array(indicatorId).min(1),
    /** How the sum is called: `points from results`. */
    called: z.string().min(1),
    atLeast: z.int().positive(),
  }),
  /** Points of one indicator. */
  z.strictObject({ fact: z.literal('indicator'), id: indicatorId, atLeast: z.int().positive() }),
]);

export type SchemeCondition = z.infer<typeof condition>;
export type StandingId = z.infer<typeof standingId>;
