import type { SchoolAllocated } from '#/diagnose/actions/allocation-read.ts';
import { categoryTag, type CategoryTag } from '#/platform/web/category-tag.ts';
import { categoryOf, inBrief, type NamedScheme } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, percent, plural } from '#/platform/web/words.ts';

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

/** How many schools are without the person they should have, of concern and others; and how many have two. */
export function gapsInWords(schools: readonly Pick<SchoolAllocated, 'standing' | 'gap'>[]): {
  readonly concern: string;
  readonly others: string;
} {
  const concern = schools.filter(({ standing }) => standing?.ofConcern ?? false);
  const others = schools.filter(({ standing }) => !(standing?.ofConcern ?? false));
  return {
    concern:
      concern.length === 0
        ? 'No school is of concern.'
        : gapInWords(concern, 'school of concern', 'schools of concern', 'intervention officer'),
    others:
      others.length === 0 ? '' : gapInWords(others, 'other school', 'other schools', 'challenge partner'),
  };
}

/** `3 of 58 schools of concern (5%) have no intervention officer; 1 has two.` */
function gapInWords(
  schools: readonly Pick<SchoolAllocated, 'gap'>[],
  one: string,
  many: string,
  who: string,
): string {
  const without = schools.filter(({ gap }) => gap !== null && gap.gap !== 'two').length;
  const two = schools.filter(({ gap }) => gap?.gap === 'two').length;
  const all = schools.length;
  const have = (number: number) => (number === 1 ? 'has' : 'have');
  const first =
    without === 0
      ? `${all === 1 ? `The one ${one}` : `All ${count(all)} ${many}`} ${have(all)} an ${who}`.replace(
          'an c',
          'a c',
        )
      : `${count(without)} of ${plural(all, one, many)} (${percent(without, all)}) ${have(without)} no ${who}`;
  return two === 0 ? `${first}.` : `${first}; ${count(two)} ${have(two)} two.`;
}
