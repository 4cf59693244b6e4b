import { plural } from './words.ts';

/**
 * What is said above a list to whoever may not see every school: of how many it is, and that it says nothing of others.
 * `null` for whoever sees them all.
 */
export function reachInWords({
  whole,
  schools,
}: {
  readonly whole: boolean;
  readonly schools: number;
}): string | null {
  if (whole) return null;
  return schools === 0
    ? 'There is no school whose category you may read at present.'
    : `This is about ${plural(schools, 'school')}: yours, whose category you may read. It says nothing of any other school.`;
}

/** So many schools, as a reader may count them: `413 schools of Norfolk`, or `12 of your schools`. */
export function schoolsCounted(schools: number, authority: string, whole: boolean): string {
  return whole
    ? `${plural(schools, 'school')} of ${authority}`
    : plural(schools, 'of your schools', 'of your schools');
}
