import { z } from 'zod';
import { sourced } from './schemas.ts';

const dayOfYear = z.string().regex(/^[0-9]{2}-[0-9]{2}$/);

const halfTerm = z.strictObject({ from: z.iso.date(), to: z.iso.date() });

/** When schools are open: by a rule for every year, and by their own dates in years that have some. */
export const schoolTerms = z.strictObject({
  about: z.string().min(20),
  usual: z.strictObject({
    autumnFrom: dayOfYear,
    autumnHalfTermFrom: dayOfYear,
    autumnEndsBy: dayOfYear,
    springHalfTermFrom: dayOfYear,
    /** How the holiday lies around Easter Sunday, by the earliest day of Easter Sunday it applies to, the earliest first. */
    easter: z
      .array(
        z.strictObject({
          sundayFrom: dayOfYear,
          firstDayBefore: z.int().min(0).max(20),
          lastDayAfter: z.int().min(1).max(20),
          words: z.string().min(1),
        }),
      )
      .min(1),
    summerHalfTermFrom: dayOfYear,
    summerEndsBy: dayOfYear,
    ...sourced,
  }),
  years: z.array(
    z.strictObject({
      /** Named by the calendar year in which it ends. */
      schoolYear: z.int().min(1990).max(2100),
      halfTerms: z.array(halfTerm).length(6),
      ...sourced,
    }),
  ),
});

/** What is wrong with dates of terms beyond their shape: a year twice, half-terms out of order or outside their year. */
export function termProblems({ usual, years }: z.infer<typeof schoolTerms>): readonly string[] {
  const where = 'school-terms.json';
  const named = years.map(({ schoolYear }) => schoolYear);
  return [
    ...named
      .filter((year, index) => named.indexOf(year) !== index)
      .map((year) => `${where}: ${String(year)} is there twice`),
    ...years.flatMap(({ schoolYear, halfTerms }) => {
      const days = halfTerms.flatMap(({ from, to }) => [from, to]);
      const [first, last] = [`${String(schoolYear - 1)}-08-01`, `${String(schoolYear)}-08-31`];
      const inOrder = days.every((day, index) => index === 0 || (days[index - 1] ?? '') < day);
      const inside = days.every((day) => first <= day && day <= last);
      return inOrder && inside
        ? []
        : [`${where}: the half-terms of ${String(schoolYear)} are out of order or outside the school year`];
    }),
    ...(usual.easter.every(
      ({ sundayFrom }, index) => sundayFrom > (usual.easter[index - 1]?.sundayFrom ?? ''),
    ) && (usual.easter[0]?.sundayFrom ?? '') <= '03-22'
      ? []
      : [`${where}: the days of Easter are out of order, or leave out an early Easter (22 March)`]),
  ];
}
