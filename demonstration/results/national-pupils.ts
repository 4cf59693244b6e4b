import type { SchoolYear } from '#/schools/rules/dates.ts';

/** The kinds of school for which the tables have a row of England. */
export const kindsOfSchool = ['primary', 'secondary', 'special'] as const;
export type KindOfSchool = (typeof kindsOfSchool)[number];

/** Percentages of sessions missed, and of pupils persistently absent (10% of sessions), as published for England. */
export interface NationalAbsence {
  readonly overall: number;
  readonly persistent: number;
}

const year = (
  primary: readonly [number, number],
  secondary: readonly [number, number],
  special: readonly [number, number],
): Readonly<Record<KindOfSchool, NationalAbsence>> => ({
  primary: { overall: primary[0], persistent: primary[1] },
  secondary: { overall: secondary[0], persistent: secondary[1] },
  special: { overall: special[0], persistent: special[1] },
});

/** The figures of `reference/phase-figures.json`; a test compares the two. */
export const nationalAbsence: ReadonlyMap<
  SchoolYear,
  Readonly<Record<KindOfSchool, NationalAbsence>>
> = new Map([
  [2016, year([4, 8.2], [5.2, 13.1], [9.1, 26.9])],
  [2017, year([4, 8.3], [5.4, 13.5], [9.7, 28.5])],
  [2018, year([4.2, 8.7], [5.5, 13.9], [10.2, 29.6])],
  [2019, year([4, 8.2], [5.5, 13.7], [10.1, 28.8])],
  [2022, year([6.3, 17.7], [9, 27.7], [13.1, 40.4])],
  [2023, year([5.9, 16.2], [9, 26.5], [13, 38.5])],
  [2024, year([5.5, 14.6], [8.9, 25.6], [13, 37.1])],
]);

/** Percentages of pupils in England with another first language and with free school meals: primary, secondary. */
export const nationalPupils: ReadonlyMap<
  SchoolYear,
  { readonly otherLanguage: readonly [number, number]; readonly freeMeals: readonly [number, number] }
> = new Map([
  [2016, { otherLanguage: [20.1, 15.7], freeMeals: [14.5, 13.2] }],
  [2017, { otherLanguage: [20.6, 16.2], freeMeals: [14.1, 12.9] }],
  [2018, { otherLanguage: [21.2, 16.6], freeMeals: [13.7, 12.4] }],
  [2019, { otherLanguage: [21.2, 16.9], freeMeals: [15.8, 14.1] }],
  [2022, { otherLanguage: [21.2, 17.5], freeMeals: [23.1, 20.9] }],
  [2023, { otherLanguage: [22, 18.1], freeMeals: [24, 22.7] }],
  [2024, { otherLanguage: [22.8, 18.6], freeMeals: [24.3, 24.1] }],
  [2025, { otherLanguage: [23.4, 19.2], freeMeals: [24.7, 25.8] }],
]);
