import { z } from 'zod';

/** Every indicator there is a rule for. A scheme counts those it lists; the others are shown and not counted. */
export const indicatorId = z.enum([
  'last-inspection',
  'judgement-profile',
  'two-inspections',
  'overdue-inspection',
  'attainment',
  'progress',
  'trend',
  'disadvantage-gap',
  'attendance',
  'exclusions',
  'roll',
  'early-years',
  'finance',
  'leadership',
  'governance',
  'staffing',
]);

/** `published`: printed in the authority's own document. `local convention`: our reading, for the authority to change. */
const basis = z.enum(['published', 'local convention']);

/** Numbers an indicator turns on: where its points start, or how far back it looks. */
export const indicatorSetting = z.strictObject({
  numbers: z.array(z.number()).min(1),
  words: z.string().min(1),
  basis,
  source: z.string().trim().min(8, 'says where it comes from'),
});

/** An indicator as it stands where a scheme says nothing else of it. */
export const indicatorDefinition = z.strictObject({
  id: indicatorId,
  title: z.string().min(1),
  maximum: z.int().positive(),
  /** What earns how many points, for a reader who checks by hand. */
  scale: z.array(z.strictObject({ points: z.int().min(0), words: z.string().min(1) })).min(2),
  settings: z.record(z.string(), indicatorSetting),
  basis,
  source: z.string().trim().min(8, 'says where it comes from'),
});
