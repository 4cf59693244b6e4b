import type { Missing } from '#/schools/rules/value.ts';

/** Codes of the school performance tables, key stages, pupils and absence alike: one publisher, one list. */
export const missingInTables: Readonly<Record<string, Missing>> = {
  SUPP: 'suppressed',
  SP: 'suppressed',
  C: 'suppressed',
  NE: 'not applicable',
  NA: 'not applicable',
  NEW: 'not applicable',
  Z: 'not applicable',
  NP: 'not published',
  LOWCOV: 'not published',
  X: 'not published',
  U: 'not published',
  '-': 'not published',
  NULL: 'not published',
  // Blank in an original file: no figure for that kind of row. In a reduced file suppressed cells were blanked too,
  // and nothing tells the two apart.
  '': 'not published',
  // Rows of schools that are new, or had no pupils in year 6, end before the results.
  absent: 'not applicable',
};
