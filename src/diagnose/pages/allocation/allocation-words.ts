import type { SchoolAllocated } from '#/diagnose/actions/allocation-read.ts';
import { categoryTag, type CategoryTag } from '#/platform/web/category-tag.ts';
import { categoryOf, inBrief, type NamedScheme } from '#/platform/web/scheme-words.ts';
import { dateInWords, plural, someOf } from '#/platform/web/words.ts';

export const roleWords = {
  'intervention officer': 'Intervention officer',
  'challenge partner': 'Challenge partner',
} as const;

export const gapWords = { nobody: 'Nobody', 'wrong kind': 'Wrong kind', two: 'Two' } as const;

/** The category of a school as a tag, with what it is by; `null` where nothing is known. */
export function standingTag(
  scheme: NamedScheme | null,
  { standing }: Pick<SchoolAllocated, 'standing'>,
): (CategoryTag & { readonly by: string }) | null {
  if (standing === null) return null;
  const tag = categoryTag(categoryOf(scheme, standing.category));
  const by = `${standing.by === 'decided' ? 'decided on' : 'proposed as at'} ${dateInWords(standing.on)}`;
  return { ...tag, meaning: inBrief(tag.meaning), by };
}

/** `Ann Reed, intervention officer since 1 September 2025`. */
export function givenWords({ name, role, since }: SchoolAllocated['given'][number]): string {
  return `${name}, ${role} since ${dateInWords(since)}`;
}

/** `3 people, 2 changes in 3 years`. */
export function continuityWords({ continuity }: Pick<SchoolAllocated, 'continuity'>, years: number): string {
  if (continuity.people === 0) return `nobody in ${plural(years, 'year')}`;
  const people = plural(continuity.people, 'person', 'people');
  const changes = continuity.changes === 0 ? 'no change' : plural(continuity.changes, 'change');
  return `${people}, ${changes}`;
}

/** How many schools do not have one person of the kind they should have, of concern and others. */
export function gapsInWords(schools: readonly Pick<SchoolAllocated, 'standing' | 'gap'>[]): {
  readonly concern: string;
  readonly others: string;
} {
  const concern = schools.filter(({ standing }) => standing?.ofConcern ?? false);
  const others = schools.filter(({ standing }) => !(standing?.ofConcern ?? false));
  const gaps = (some: typeof schools) => some.filter(({ gap }) => gap !== null).length;
  return {
    concern:
      concern.length === 0
        ? 'No school is of concern.'
        : gaps(concern) === 0
          ? `${concern.length === 1 ? 'The one school' : `All ${plural(concern.length, 'school')}`} of concern ${concern.length === 1 ? 'has' : 'have'} one intervention officer each.`
          : `${someOf(gaps(concern), concern.length, 'school').replace(' (', ' of concern (')} ${gaps(concern) === 1 ? 'does' : 'do'} not have one intervention officer.`,
    others:
      others.length === 0
        ? ''
        : `${someOf(gaps(others), others.length, 'other school')} ${gaps(others) === 1 ? 'does' : 'do'} not have one challenge partner.`,
  };
}
