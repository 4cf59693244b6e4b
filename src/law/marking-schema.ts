import { z } from 'zod';

const setting = z.strictObject({
  number: z.number().positive(),
  words: z.string().min(1),
  basis: z.enum(['published', 'local convention']),
  source: z.string().trim().min(8, 'says where it comes from'),
});

/** How forecasts, categories and expectations are marked when outcomes arrive. */
export const markingSettings = z.strictObject({
  about: z.string().min(20),
  /** Working days for which the mark of a person is that person's alone. */
  shownToOthersAfter: setting,
  /** Fewest marks from which a lean is told of a person or a kind of school. */
  fewestMarks: setting,
  /** Fewest events from which it is told how well chances told schools apart. */
  fewestFalls: setting,
  /** From this chance on, 0 to 1, a chance counts as high. */
  highChance: setting,
  /** Most groups of a table of calibration. */
  bins: setting,
  /** Fewest schools of such a group. */
  fewestInBin: setting,
  /** Months for which a category is the authority's view. */
  categoryHeldFor: setting,
});

export type MarkingSettings = z.infer<typeof markingSettings>;
