import { z } from 'zod';
import { dated, sourced } from './schemas.ts';
import { tone } from './scheme-schema.ts';

const source = sourced.source;

/** When a school has had too many officers, and when it has been without contact for too long. */
export const allocationSettings = z
  .strictObject({
    ...dated,
    continuity: z.strictObject({
      /** Years looked back. */
      years: z.int().positive(),
      /** More changes than so many in these years are too many. */
      mostChanges: z.int().nonnegative(),
      words: z.string().min(1),
      source,
    }),
    withoutContact: z
      .array(
        z.strictObject({
          /** Of the group the school is told, in its scheme; `null`: every other school. */
          tone: tone.nullable(),
          weeks: z.int().positive(),
          source,
        }),
      )
      .min(1),
    ...sourced,
  })
  .refine(
    ({ withoutContact }) => withoutContact.filter(({ tone: of }) => of === null).length === 1,
    'says once how long every other school may be without contact',
  );
