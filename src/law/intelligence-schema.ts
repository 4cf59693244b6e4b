import { z } from 'zod';
import { dated, sourced } from './schemas.ts';

/** A kind of soft intelligence, and for how long an entry of it counts unless its teller says otherwise. */
export const intelligenceKind = z.strictObject({
  id: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/),
  name: z.string().min(1),
  covers: z.string().min(1),
  countsForDays: z.int().positive(),
  ...dated,
  ...sourced,
});

/** From how many entries about a school within how many months the register suggests a closer look. */
export const intelligenceRecurrence = z.strictObject({
  entries: z.int().min(2),
  months: z.int().positive(),
  suggests: z.string().min(1),
  ...dated,
  ...sourced,
});
