import { z } from 'zod';

const sourced = {
  basis: z.enum(['published', 'local convention']),
  source: z.string().trim().min(8, 'says where it comes from'),
};

const setting = z.strictObject({ number: z.number().positive(), words: z.string().min(1), ...sourced });

/** How alike the pupils of two schools are. Facts of intake only: an outcome cannot be named here. */
export const similarSchoolsSettings = z.strictObject({
  about: z.string().min(20),
  /** How many of the nearest are the similar ones. */
  neighbours: setting,
  /** Fewest facts that must be known of both. */
  leastDimensions: setting,
  /** How far apart an unknown fact counts, in standard deviations. */
  unknownApart: setting,
  /** Fewest schools of the phase with a known intake. */
  leastSchools: setting,
  dimensions: z
    .array(
      z.strictObject({
        id: z.enum([
          'pupils',
          'priorAttainment',
          'disadvantaged',
          'eal',
          'senSupport',
          'senPlan',
          'idaciQuintile',
        ]),
        title: z.string().min(1),
        unit: z.enum(['pupils', 'points', '%', 'fifth']),
        /** `log`: a school of 100 is as far from one of 200 as that from one of 400. */
        scale: z.enum(['plain', 'log']),
        weight: z.number().positive(),
        ...sourced,
      }),
    )
    .min(1),
});

export type SimilarSchoolsSettings = z.infer<typeof similarSchoolsSettings>;
