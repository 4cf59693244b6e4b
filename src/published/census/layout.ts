import { openGovernmentLicence, type Layout, type MeasureFacts } from '#/published/layout.ts';
import { missingInTables } from '#/published/missing-in-tables.ts';
import type { MeasureId } from '#/schools/rules/value.ts';

/** Pupils of a kind, out of those on roll. */
const count = (
  measure: MeasureId,
  column: string,
  cohort: MeasureFacts['cohort'] = ['NOR'],
): MeasureFacts => ({ measure, group: 'all', column, cohort, interval: null, range: [0, 10_000_000] });

/**
 * Pupils of each school in the January census of the year, in the school performance tables. Counts are read and shares
 * computed; the columns of shares changed their print (`%` since 2024/25) and one its name (`PNUMUNCFL`, `PNUMUNCLF`).
 */
export const census: Layout = {
  id: 'census',
  title: 'School performance tables: pupils in the school census',
  publisher: 'Department for Education',
  licence: openGovernmentLicence,
  source: 'census',
  signature: ['URN', 'LA', 'ESTAB', 'SCHOOLTYPE', 'NOR'],
  anyOf: ['NUMEAL', 'NUMFSM', 'TSENELK'],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: [],
  results: {
    publication: 'census',
    recordType: 'ESTAB',
    levels: { pri: 'England, primary', sec: 'England, secondary', spe: 'England, special' },
    otherwise: 'school',
    notStateFunded: ['SCHOOLTYPE', ['independent school', 'independent special school']],
    authorityCode: 'LA',
    measures: [
      count('pupils-on-roll', 'NOR'),
      count('pupils-free-meals', 'NUMFSM'),
      // Of pupils from reception to year 11 only; earlier tables print that number as a share alone.
      count('pupils-free-meals-ever', 'NUMFSMEVER', [
        'NORFSMEVER',
        { pupils: 'NUMFSMEVER', share: 'PNUMFSMEVER' },
        'NOR',
      ]),
      count('pupils-eal', 'NUMEAL'),
      count('pupils-sen-support', 'TSENELK'),
      count('pupils-sen-plan', 'TSENELSE'),
    ],
    missing: missingInTables,
    year: {
      years: [2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025],
      suffixed: [],
      signs: [],
      england: null,
      kinds: {
        compared: (['pupils-eal', 'pupils-free-meals'] as const).flatMap((measure) =>
          (['primary', 'secondary'] as const).map((kind) => [measure, kind] as const),
        ),
        shareOf: 'NOR',
        // Published with one decimal, computed here from counts.
        tolerance: 0.06,
      },
    },
  },
};
