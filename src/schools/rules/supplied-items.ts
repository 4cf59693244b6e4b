import type { SuppliedItem } from './supplied.ts';

/** How an authority's finance officers rate a school, from least to most concern. Norfolk's of 2013 has two ambers. */
export const financeRatings = ['green', 'amber', 'amber 2', 'amber 1', 'red'] as const;
export type FinanceRating = (typeof financeRatings)[number];

/** What may stand in a cell, and what it is kept as. */
export type ItemKind =
  | { readonly kind: 'number'; readonly whole: boolean; readonly least: number; readonly most: number }
  /** Kept as one of `financeRatings`. */
  | { readonly kind: 'rating' }
  /** Kept as `yyyy-mm-dd`. */
  | { readonly kind: 'date' }
  /** Kept as `yes` or `no`. */
  | { readonly kind: 'yes or no' };

/** One thing that an authority may tell of its schools. */
export type Item = {
  readonly item: SuppliedItem;
  readonly title: string;
  /** What it counts and of when, in words for whoever fills in a file. */
  readonly meaning: string;
  /** After the number; empty for what is only counted. */
  readonly unit: string;
  /** It may be of a day that is yet to come. */
  readonly ahead: boolean;
  /** The whole that it is a part of: more than it is impossible. */
  readonly partOf: SuppliedItem | null;
} & ItemKind;

const item = (
  name: SuppliedItem,
  title: string,
  meaning: string,
  kind: ItemKind,
  more: Partial<Pick<Item, 'unit' | 'ahead' | 'partOf'>> = {},
): Item => ({ item: name, title, meaning, unit: '', ahead: false, partOf: null, ...more, ...kind });

const upTo = (most: number, whole = true, least = 0): ItemKind => ({ kind: 'number', whole, least, most });
const date: ItemKind = { kind: 'date' };

/** Every item, in the order in which pages show them. Limits are far beyond any school, so that only slips meet them. */
export const items: readonly Item[] = [
  item('governor places', 'Governor places', 'Places on the governing body.', upTo(60)),
  item('governor vacancies', 'Governor vacancies', 'Places on the governing body that are empty.', upTo(60), {
    partOf: 'governor places',
  }),
  item(
    'governor training',
    'Governors trained',
    'Share of governors who came to the training expected of them, in the year up to the date.',
    upTo(100, false),
    { unit: '%' },
  ),
  item('finance rating', 'Finance rating', `One of: ${financeRatings.join(', ')}.`, { kind: 'rating' }),
  item(
    'balance',
    'Balance',
    'Money held at the date, in pounds; less than nothing is a deficit.',
    upTo(100_000_000, false, -100_000_000),
    { unit: 'pounds' },
  ),
  item('suspensions', 'Suspensions', 'Suspensions in the school year up to the date.', upTo(20_000)),
  item(
    'permanent exclusions',
    'Permanent exclusions',
    'Permanent exclusions in the school year up to the date.',
    upTo(500),
  ),
  item('teacher posts', 'Teacher posts', 'Posts for teachers, full-time equivalent.', upTo(1000, false)),
  item(
    'teacher vacancies',
    'Teacher vacancies',
    'Posts for teachers that are empty or held for less than a term.',
    upTo(1000, false),
    {
      partOf: 'teacher posts',
    },
  ),
  item(
    'teachers who left',
    'Teachers who left',
    'Teachers who left in the twelve months up to the date, full-time equivalent.',
    upTo(1000, false),
  ),
  item(
    'days of sickness',
    'Days of sickness',
    'Days lost to sickness in the twelve months up to the date, for each teacher.',
    upTo(366, false),
    { unit: 'days a teacher' },
  ),
  item('head appointed on', 'Head appointed on', 'First day of the head as head of this school.', date),
  item('head leaves on', 'Head leaves on', 'Last day of the head, where it is known.', date),
  item('head is acting', 'Head is acting', 'Whether the head is acting or interim.', { kind: 'yes or no' }),
  item(
    'early years good level',
    'Good level of development',
    'Share of children with a good level of development at the end of reception.',
    upTo(100, false),
    { unit: '%' },
  ),
  item(
    'phonics year 1',
    'Phonics in year 1',
    'Share of pupils who met the standard in phonics in year 1.',
    upTo(100, false),
    { unit: '%' },
  ),
  item(
    'pupils expected',
    'Pupils expected',
    'Pupils expected on roll on the date, from the roll forecast.',
    upTo(10_000),
    {
      unit: 'pupils',
      ahead: true,
    },
  ),
  item('places', 'Places', 'Places for pupils on the date.', upTo(10_000), { unit: 'places', ahead: true }),
];

const byName = new Map(items.map((one) => [one.item, one]));

/** Throws on a name that is no item: names from outside are checked before. */
export function itemNamed(name: SuppliedItem): Item {
  const found = byName.get(name);
  if (found === undefined) throw new RangeError(`No such item: ${name}`);
  return found;
}

export function isSuppliedItem(name: string): name is SuppliedItem {
  return byName.has(name as SuppliedItem);
}
