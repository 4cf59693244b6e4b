import type { Release } from '#/published/layout.ts';

const calendar = 'Department for Education release calendar: school performance tables, key stage 2';
const after = 'Usual week of release; the exact day has not been checked';

/** When each year's school tables could first be read. */
export const keyStage2Releases: readonly Release[] = [
  { year: 2016, status: 'final', on: '2016-12-15', source: calendar, confirmed: false },
  { year: 2017, status: 'final', on: '2017-12-14', source: calendar, confirmed: false },
  { year: 2018, status: 'final', on: '2018-12-13', source: calendar, confirmed: false },
  { year: 2019, status: 'final', on: '2019-12-13', source: calendar, confirmed: false },
  { year: 2022, status: 'final', on: '2022-12-15', source: after, confirmed: false },
  { year: 2023, status: 'final', on: '2023-12-14', source: after, confirmed: false },
  {
    year: 2024,
    status: 'final',
    on: '2024-12-12',
    source: 'Key stage 2 attainment 2023/24 (revised), 12 December 2024, as reported by schools',
    confirmed: true,
  },
  { year: 2025, status: 'final', on: '2025-12-11', source: after, confirmed: false },
];
