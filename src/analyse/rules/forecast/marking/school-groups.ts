import type { SchoolHistory } from '#/schools/rules/history.ts';

/** How marks are split to see whether some schools are forecast, or seen, worse than others. */
export const splits = ['phase', 'deprivation', 'size'] as const;
export type Split = (typeof splits)[number];

/** What a split needs to know of a school. */
export type SchoolSplit = Pick<SchoolHistory, 'phase' | 'idaciQuintile' | 'pupils'>;

/** Most pupils of each band but the last: 210 and 420 are primary schools of one and of two classes a year. */
const sizes = [100, 210, 420, 1000];

const quintiles = [
  'fifth with the least deprivation',
  'second fifth',
  'middle fifth',
  'fourth fifth',
  'fifth with the most deprivation',
];

const notStated = 'not stated';

/** The groups of a split in their order, those of which nothing is stated last. */
export function groupsOf(split: Split): readonly string[] {
  switch (split) {
    case 'phase':
      return ['nursery', 'primary', 'secondary', 'special', 'pupil referral unit'];
    case 'deprivation':
      return [...quintiles, notStated];
    case 'size':
      return [...sizes.map((_, band) => sizeInWords(band)), sizeInWords(sizes.length), notStated];
  }
}

/** The group of a split that a school is in, by what its history says of it. */
export function groupOf(split: Split, school: SchoolSplit): string {
  switch (split) {
    case 'phase':
      return school.phase;
    case 'deprivation':
      return school.idaciQuintile === null ? notStated : (quintiles[school.idaciQuintile - 1] ?? notStated);
    case 'size': {
      const { pupils } = school;
      if (pupils === null) return notStated;
      const band = sizes.findIndex((most) => pupils <= most);
      return sizeInWords(band === -1 ? sizes.length : band);
    }
  }
}

function sizeInWords(band: number): string {
  const [from, to] = [sizes[band - 1], sizes[band]];
  if (from === undefined) return `up to ${String(to)} pupils`;
  if (to === undefined) return `more than ${from.toLocaleString('en-GB')} pupils`;
  return `${String(from + 1)} to ${to.toLocaleString('en-GB')} pupils`;
}
