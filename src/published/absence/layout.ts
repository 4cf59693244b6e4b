import { openGovernmentLicence, type Layout, type MeasureFacts } from '#/published/layout.ts';
import { missingInTables } from '#/published/missing-in-tables.ts';
import type { MeasureId } from '#/schools/rules/value.ts';

/** A rate of a school. The tables do not say how many pupils are behind it. */
const rate = (measure: MeasureId, column: string): MeasureFacts => ({
  measure,
  group: 'all',
  column,
  cohort: [],
  interval: null,
  range: [0, 100],
});

/**
 * Absence in the school performance tables. Until 2014/15 a pupil was a persistent absentee who missed as much as a
 * pupil with 15% typically would, since 2015/16 one who missed 10% of his or her own sessions: two measures, never joined.
 */
export const absence: Layout = {
  id: 'absence',
  title: 'School performance tables: absence',
  publisher: 'Department for Education',
  licence: openGovernmentLicence,
  source: 'absence',
  signature: ['LA', 'ESTAB', 'URN', 'PERCTOT'],
  anyOf: ['PPERSABS10', 'PPERSABS15'],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: [],
  results: {
    publication: 'absence',
    // Rows of England say `NAT` for the authority and the kind of school for the number.
    recordType: 'ESTAB',
    levels: { pri: 'England, primary', sec: 'England, secondary', spe: 'England, special' },
    otherwise: 'school',
    authorityCode: 'LA',
    measures: [
      rate('absence-overall', 'PERCTOT'),
      rate('absence-persistent-15', 'PPERSABS15'),
      rate('absence-persistent-10', 'PPERSABS10'),
    ],
    missing: missingInTables,
    year: {
      years: [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025],
      suffixed: [],
      signs: [
        { column: 'PPERSABS15', when: 'there', years: [2011, 2012, 2013, 2014, 2015] },
        {
          column: 'PPERSABS10',
          when: 'there',
          years: [2016, 2017, 2018, 2019, 2022, 2023, 2024, 2025],
        },
      ],
      england: null,
      kinds: {
        compared: (['absence-overall', 'absence-persistent-15', 'absence-persistent-10'] as const).flatMap(
          (measure) => (['primary', 'secondary', 'special'] as const).map((kind) => [measure, kind] as const),
        ),
        // Both are printed with one decimal.
        tolerance: 0.05,
      },
    },
  },
};
