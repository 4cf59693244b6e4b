import type { SchoolYear } from '#/schools/rules/dates.ts';
import { columnsOf } from './csv.ts';
import { earlierYearsShown } from './key-stage-2-columns.ts';

/**
 * The official columns of a year's key stage 4 tables. 2017, 2018 and 2019 are the publisher's own lists. 2016 is the
 * list of 2017 before grades 9 to 1, under the names used then; 2022 to 2025 are the list of 2019 with their own years.
 */
export function keyStage4Columns(year: SchoolYear): readonly string[] {
  if (year === 2016) return columnsOf('key-stage-4-2016-17').flatMap(before2017);
  if (year <= 2019) return columnsOf(`key-stage-4-${year - 1}-${String(year).slice(2)}`);
  const [one, two] = earlierYearsShown(year).map((earlier) => String(earlier).slice(2));
  return columnsOf('key-stage-4-2018-19').map((column) => {
    if (column === 'ADMPOL_18') return 'ADMPOL_PT';
    return column.replace(/_(17|18)(?=_PTQ_EE$|$)/, (_, of: string) => `_${(of === '18' ? one : two) ?? ''}`);
  });
}

/** A column of 2017 as it was the year before; none where the year before had nothing like it. */
function before2017(column: string): readonly string[] {
  if (column === 'ADMPOL_2017' || column === 'PT5EM_94_17' || column.startsWith('AC5EM')) return [];
  if (column === 'PTL2BASICS_94') return ['PTL2BASICS_LL_PTQ_EE'];
  if (column === 'PT5EM_94') return ['PTAC5EM_PTQ_EE'];
  if (/_95(?=_|$)/.test(column)) return [];
  const renamed = column.replace(/_94(?=_|$)/, '');
  return [renamed.replace(/_(14|15|16)(?=_PTQ|$)/, (_, of: string) => `_${Number(of) - 1}`)];
}
