import type { Level } from '#/published/layout.ts';
import { literal } from '#/published/facts/sql.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import type { Group, MeasureId, Missing } from '#/schools/rules/value.ts';
import { openReader } from './open.ts';
import { numberOrNull, readRows, text, textOrNull } from './read-rows.ts';

/** One row of a table of results, whoever it is of: a school, an authority or England. */
export interface Result {
  readonly level: Level;
  readonly urn: string | null;
  /** Three digits, for rows of authorities. */
  readonly authorityCode: string | null;
  readonly number: number | null;
  readonly missing: Missing | null;
  readonly cohort: number | null;
  readonly source: string;
  readonly row: number;
}

/**
 * Everything the files say of one measure and group in one year, schools in no register included: to hold an authority's own
 * figure against its schools'.
 */
export async function readResults(
  dataFolder: string,
  measure: MeasureId,
  year: SchoolYear,
  group: Group = 'all',
): Promise<readonly Result[]> {
  const reader = openReader(dataFolder);
  const condition = `measure = ${literal(measure)} and grp = ${literal(group)} and year = ${year}`;
  try {
    const rows = await reader.read((connection) =>
      readRows(
        connection,
        `select 'school', urn, null, number, missing, cohort, source, row_ from value where ${condition}
union all select level, null, authority_code, number, missing, cohort, source, row_ from aggregate where ${condition}
order by 7, 8`,
      ),
    );
    return (rows ?? []).map((row) => ({
      level: text(row, 0) as Level,
      urn: textOrNull(row, 1),
      authorityCode: textOrNull(row, 2),
      number: numberOrNull(row, 3),
      missing: textOrNull(row, 4) as Missing | null,
      cohort: numberOrNull(row, 5),
      source: text(row, 6),
      row: Number(row[7]),
    }));
  } finally {
    reader.close();
  }
}
