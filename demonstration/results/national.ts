import type { SchoolYear } from '#/schools/rules/dates.ts';

/** One year of key stage 2 in England: published percentages, and where they cut a standard normal distribution. */
export interface NationalKeyStage2 {
  readonly expected: Readonly<Record<Ks2Subject, number>>;
  readonly cut: Readonly<Record<Ks2Subject, number>>;
  readonly together: number;
  readonly higherTogether: number | null;
  readonly hasProgress: boolean;
}

export const ks2Subjects = ['READ', 'WRITTA', 'MAT', 'GPS'] as const;
export type Ks2Subject = (typeof ks2Subjects)[number];

const ks2 = (
  expected: readonly [number, number, number, number],
  cut: readonly [number, number, number, number],
  together: number,
  higherTogether: number | null,
  hasProgress: boolean,
): NationalKeyStage2 => ({
  expected: { READ: expected[0], WRITTA: expected[1], MAT: expected[2], GPS: expected[3] },
  cut: { READ: cut[0], WRITTA: cut[1], MAT: cut[2], GPS: cut[3] },
  together,
  higherTogether,
  hasProgress,
});

/**
 * England's published percentages (reading, writing, maths, grammar punctuation and spelling; all three together).
 * Source: Department for Education, key stage 2 attainment, 2016 to 2019 and 2022 to 2025.
 */
export const nationalKeyStage2: Readonly<Record<SchoolYear, NationalKeyStage2>> = {
  2016: ks2([66, 74, 70, 72], [-0.412, -0.643, -0.524, -0.583], 53, 5, true),
  2017: ks2([72, 76, 75, 77], [-0.583, -0.706, -0.674, -0.739], 61, 9, true),
  2018: ks2([75, 78, 76, 78], [-0.674, -0.772, -0.706, -0.772], 64, 10, true),
  2019: ks2([73, 78, 79, 78], [-0.613, -0.772, -0.806, -0.772], 65, 11, true),
  2022: ks2([75, 69, 71, 72], [-0.674, -0.496, -0.553, -0.583], 59, 7, true),
  2023: ks2([73, 71, 73, 72], [-0.613, -0.553, -0.613, -0.583], 60, 8, true),
  2024: ks2([74, 72, 73, 72], [-0.643, -0.583, -0.613, -0.583], 61, null, false),
  2025: ks2([75, 72, 74, 73], [-0.674, -0.583, -0.643, -0.613], 62, null, false),
};

/** One year of key stage 4 in England, state-funded schools. */
export interface NationalKeyStage4 {
  readonly attainment8: number;
  /** Percentage with grades 9 to 4 (A* to C in 2016) and 9 to 5 in English and maths, and their cuts. */
  readonly standardPass: number | null;
  readonly strongPass: number | null;
  readonly standardCut: number;
  readonly strongCut: number;
  readonly progress8: number | null;
}

const ks4 = (
  attainment8: number,
  standardPass: number | null,
  strongPass: number | null,
  standardCut: number,
  strongCut: number,
  progress8: number | null,
): NationalKeyStage4 => ({ attainment8, standardPass, strongPass, standardCut, strongCut, progress8 });

/** Source: Department for Education, key stage 4 performance, revised, state-funded schools. */
export const nationalKeyStage4: Readonly<Record<SchoolYear, NationalKeyStage4>> = {
  2016: ks4(50.1, 63, null, -0.332, 0.202, -0.03),
  2017: ks4(46.3, 63.9, 42.7, -0.356, 0.184, -0.03),
  2018: ks4(46.5, 64.2, 43.3, -0.364, 0.169, -0.02),
  2019: ks4(46.7, 64.6, 43.2, -0.375, 0.171, -0.03),
  2022: ks4(48.8, 68.8, 49.8, -0.49, 0.005, -0.03),
  2023: ks4(46.2, 64.8, 45, -0.38, 0.126, -0.03),
  2024: ks4(45.9, 65, 45.9, -0.385, 0.103, -0.03),
  2025: ks4(46, null, null, -0.385, 0.121, null),
};
