import type { SchoolYear } from '#/schools/rules/dates.ts';
import { columnsOf } from './csv.ts';

/** Columns of earlier years end in the year they are of: the two years with results before this one. */
const earlierYears: Readonly<Record<SchoolYear, readonly SchoolYear[]>> = {
  2016: [],
  2017: [2016],
  2018: [2017, 2016],
  2019: [2018, 2017],
  2022: [2019, 2018],
  2023: [2022, 2019],
  2024: [2023, 2022],
  2025: [2024, 2023],
};

/** The results shown beside a year's own, newest first. */
export function earlierYearsShown(year: SchoolYear): readonly SchoolYear[] {
  return earlierYears[year] ?? [];
}

/**
 * The official columns of a year's key stage 2 tables. 2017, 2018, 2019 and 2025 are the publisher's own lists; 2016 is
 * the list of 2017 without the columns of an earlier year, and 2022 to 2024 are the list of 2025 with their own years.
 */
export function keyStage2Columns(year: SchoolYear): readonly string[] {
  if (year === 2016) return columnsOf('key-stage-2-2016-17').filter((column) => !column.endsWith('_16'));
  if (year <= 2019) return columnsOf(`key-stage-2-${year - 1}-${String(year).slice(2)}`);
  const [one, two] = earlierYearsShown(year);
  return columnsOf('key-stage-2-2024-25').map((column) =>
    column
      .replace(/_24$/, `_${String(one).slice(2)}`)
      .replace(/_23$/, `_${String(column.endsWith('_24') ? one : two).slice(2)}`),
  );
}
