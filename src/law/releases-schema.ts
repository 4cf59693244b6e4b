import { z } from 'zod';
import { publication, sourced } from './schemas.ts';

/** An official publication: where it is to be found, when it usually comes, and which layouts read it. */
export const officialPublication = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().min(1),
  page: z.strictObject({
    address: z.url({ protocol: /^https$/ }),
    /** Whether the address was seen in use. */
    status: sourced.status,
  }),
  /** Layouts that read its files; none where no file of it is read. */
  layouts: z.array(z.string().min(1)),
  rhythm: z.enum(['daily', 'monthly', 'yearly', 'when updated', 'ended']),
  /** What its figures are of, where they are of school years. */
  publication: publication.optional(),
  /** In which month each release of a school year comes, in the calendar year so many after the one the year ends in. */
  releases: z
    .array(
      z.strictObject({
        release: z.enum(['provisional', 'revised', 'final']),
        month: z.int().min(1).max(12),
        yearsAfter: z.int().min(0).max(2),
      }),
    )
    .min(1)
    .optional(),
  /** First and last school year there are files of; `null`: not by school year, or still published. */
  firstYear: z.int().min(1990).max(2100).nullable(),
  lastYear: z.int().min(1990).max(2100).nullable(),
  /** School years of which nothing was published. */
  withoutYears: z.array(z.int()),
  /** What the page calls the file. */
  lookFor: z.string().min(1),
  note: z.string().min(1).optional(),
  ...sourced,
});
