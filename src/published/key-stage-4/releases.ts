import type { Release } from '#/published/layout.ts';

const calendar = 'Department for Education release calendar: school performance tables, key stage 4';
const after = 'Usual month of release; the exact day has not been checked';

function released(year: number, provisional: string, final: string, source: string): readonly Release[] {
  return [
    { year, status: 'provisional', on: provisional, source, confirmed: false },
    { year, status: 'final', on: final, source, confirmed: false },
  ];
}

/** When each year's school tables could first be read: provisional in autumn, final after the new year. */
export const keyStage4Releases: readonly Release[] = [
  ...released(2016, '2016-10-13', '2017-01-19', calendar),
  ...released(2017, '2017-10-12', '2018-01-25', calendar),
  ...released(2018, '2018-10-16', '2019-01-24', calendar),
  ...released(2019, '2019-10-17', '2020-02-06', calendar),
  ...released(2022, '2022-10-20', '2023-02-02', after),
  ...released(2023, '2023-10-19', '2024-02-01', after),
  ...released(2024, '2024-12-05', '2025-02-27', after),
  ...released(2025, '2025-10-16', '2026-02-26', after),
];
