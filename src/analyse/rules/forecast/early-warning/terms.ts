import type { Facts } from './facts.ts';
import { crossed, kinds, steps, type Scale } from './scales.ts';

/** What terms are about: reasons are told by theme, so that two terms about one thing are one reason. */
export const themes = [
  'time since the last inspection',
  'earlier inspections',
  'kind of school',
  'progress at key stage 2',
  'attainment at key stage 2',
  'progress 8',
  'attainment 8',
  'absence',
  'size',
  'academy',
  'authority',
  'deprivation',
] as const;
export type Theme = (typeof themes)[number];

export interface Term {
  readonly id: string;
  readonly theme: Theme;
  readonly scale: Scale;
}

const fineYears = [
  0.5, 1, 1.5, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 3.75, 4, 4.25, 4.5, 4.75, 5, 5.5, 6, 7, 8, 9, 10,
];
const finePlaces = [-2, -1.5, -1.2, -1, -0.8, -0.6, -0.4, -0.2, 0, 0.2, 0.4, 0.6, 0.8, 1, 1.3, 1.6];
const coarsePlaces = [-1.2, -0.7, -0.35, 0, 0.4, 0.9];

const years = steps(({ years }) => years, [2, 3, 4, 5, 6.5, 9], ' years');
const standing = kinds(
  ({ standing }) => Math.min(2, standing),
  [
    [1, 'outstanding'],
    [2, 'good'],
  ],
);
const stage = kinds(
  ({ phase }) => (phase === 'primary' || phase === 'secondary' ? phase : 'other'),
  [
    ['primary', 'primary'],
    ['secondary', 'secondary'],
    ['other', 'other'],
  ],
);
const earlier = (of: (facts: Facts) => number): Scale =>
  kinds(of, [
    [0, 'none'],
    [1, 'outstanding'],
    [2, 'good'],
    [3, 'satisfactory or requires improvement'],
    [4, 'inadequate'],
  ]);
const before = earlier(({ before }) => before);
const academy = kinds(
  ({ academy }) => academy,
  [
    [0, 'maintained'],
    [1, 'academy or free school'],
    [2, 'sponsored academy'],
  ],
);
const places = (of: (facts: Facts) => number): Scale => steps(of, finePlaces);
const broadly = (of: (facts: Facts) => number): Scale => steps(of, coarsePlaces);
const progress = broadly((facts) => facts.progress);
const attainment = broadly((facts) => facts.attainment);

const general: readonly Term[] = [
  { id: 'years', theme: 'time since the last inspection', scale: steps((f) => f.years, fineYears, ' years') },
  { id: 'standing-years', theme: 'time since the last inspection', scale: crossed(standing, years) },
  { id: 'stage-years', theme: 'time since the last inspection', scale: crossed(stage, years) },
  {
    id: 'years-between',
    theme: 'earlier inspections',
    scale: steps((f) => f.yearsBetween, [1.5, 2, 2.5, 3, 3.5, 4, 5, 6]),
  },
  {
    id: 'years-since-below',
    theme: 'earlier inspections',
    scale: steps((f) => f.yearsSinceBelow, [2, 3, 4, 5, 6, 7, 8, 9, 10]),
  },
  { id: 'before-standing', theme: 'earlier inspections', scale: crossed(before, standing) },
  { id: 'before-that', theme: 'earlier inspections', scale: earlier((f) => f.beforeThat) },
  {
    id: 'last-three',
    theme: 'earlier inspections',
    scale: crossed(
      crossed(standing, before),
      earlier((f) => f.beforeThat),
    ),
  },
  { id: 'inspections', theme: 'earlier inspections', scale: steps((f) => f.inspections, [1, 2, 3, 4, 5]) },
  {
    id: 'ever-below',
    theme: 'earlier inspections',
    scale: kinds(
      (f) => (f.everLowest ? 'lowest' : f.everBelow ? 'below' : 'never'),
      [
        ['never', 'never below good'],
        ['below', 'once below good'],
        ['lowest', 'once inadequate'],
      ],
    ),
  },
  { id: 'best', theme: 'earlier inspections', scale: earlier((f) => f.best) },
  { id: 'stage-standing', theme: 'kind of school', scale: crossed(stage, standing) },
  {
    id: 'phase',
    theme: 'kind of school',
    scale: kinds(
      (f) => f.phase,
      [
        ['primary', 'primary'],
        ['secondary', 'secondary'],
        ['nursery', 'nursery'],
        ['special', 'special'],
        ['pupil referral unit', 'pupil referral unit'],
      ],
    ),
  },
  {
    id: 'primary-without-results',
    theme: 'kind of school',
    scale: kinds(
      (f) => (f.phase === 'primary' && f.cohort === 0 ? 'yes' : 'no'),
      [
        ['no', 'no'],
        ['yes', 'yes'],
      ],
    ),
  },
  { id: 'progress', theme: 'progress at key stage 2', scale: places((f) => f.progress) },
  { id: 'progress-last', theme: 'progress at key stage 2', scale: places((f) => f.progressLast) },
  { id: 'progress-weakest', theme: 'progress at key stage 2', scale: places((f) => f.progressWeakest) },
  { id: 'progress-change', theme: 'progress at key stage 2', scale: places((f) => f.progressChange) },
  { id: 'years-progress', theme: 'progress at key stage 2', scale: crossed(years, progress) },
  { id: 'standing-progress', theme: 'progress at key stage 2', scale: crossed(standing, progress) },
  { id: 'before-progress', theme: 'progress at key stage 2', scale: crossed(before, progress) },
  {
    id: 'cohort-progress',
    theme: 'progress at key stage 2',
    scale: crossed(
      steps((f) => f.cohort, [15, 25, 40, 60]),
      broadly((f) => f.progressLast),
    ),
  },
  { id: 'attainment', theme: 'attainment at key stage 2', scale: places((f) => f.attainment) },
  { id: 'attainment-last', theme: 'attainment at key stage 2', scale: places((f) => f.attainmentLast) },
  { id: 'higher', theme: 'attainment at key stage 2', scale: places((f) => f.higher) },
  { id: 'levels-2013', theme: 'attainment at key stage 2', scale: places((f) => f.levels2013) },
  { id: 'years-attainment', theme: 'attainment at key stage 2', scale: crossed(years, attainment) },
  { id: 'standing-attainment', theme: 'attainment at key stage 2', scale: crossed(standing, attainment) },
  { id: 'progress-attainment', theme: 'attainment at key stage 2', scale: crossed(progress, attainment) },
  { id: 'progress-8', theme: 'progress 8', scale: places((f) => f.progress8) },
  { id: 'progress-8-last', theme: 'progress 8', scale: places((f) => f.progress8Last) },
  { id: 'progress-8-change', theme: 'progress 8', scale: broadly((f) => f.progress8Change) },
  {
    id: 'years-progress-8',
    theme: 'progress 8',
    scale: crossed(
      years,
      broadly((f) => f.progress8),
    ),
  },
  { id: 'attainment-8', theme: 'attainment 8', scale: places((f) => f.attainment8) },
  { id: 'ebacc', theme: 'attainment 8', scale: broadly((f) => f.ebacc) },
  { id: 'absence', theme: 'absence', scale: places((f) => f.absence) },
  { id: 'cohort', theme: 'size', scale: steps((f) => f.cohort, [0, 8, 12, 16, 22, 28, 40, 55, 75, 100]) },
  {
    id: 'pupils',
    theme: 'size',
    scale: steps((f) => f.pupils, [60, 100, 150, 200, 250, 300, 400, 500, 700, 900, 1200]),
  },
  { id: 'academy', theme: 'academy', scale: academy },
  {
    id: 'years-as-academy',
    theme: 'academy',
    scale: steps((f) => f.yearsAsAcademy, [0, 1, 2, 3, 4, 5, 6, 7]),
  },
  { id: 'academy-years', theme: 'academy', scale: crossed(academy, years) },
  {
    id: 'authority-falls',
    theme: 'authority',
    scale: steps((f) => f.authorityFalls, [-0.6, -0.4, -0.25, -0.1, 0, 0.1, 0.25, 0.4, 0.6]),
  },
];

const fifths = kinds(
  ({ deprivation }) => deprivation,
  [
    [0, 'not known'],
    [1, 'least deprived fifth'],
    [2, 'second fifth'],
    [3, 'third fifth'],
    [4, 'fourth fifth'],
    [5, 'most deprived fifth'],
  ],
);

/** Only where an authority chooses them. Ethnicity and religion are nowhere among the facts. */
const ofDeprivation: readonly Term[] = [
  { id: 'deprivation', theme: 'deprivation', scale: fifths },
  { id: 'deprivation-years', theme: 'deprivation', scale: crossed(fifths, years) },
  { id: 'deprivation-attainment', theme: 'deprivation', scale: crossed(fifths, attainment) },
];

export function termsFor({ deprivation }: { readonly deprivation: boolean }): readonly Term[] {
  return deprivation ? [...general, ...ofDeprivation] : general;
}
