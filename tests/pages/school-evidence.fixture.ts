import {
  inventedInspection,
  inventedSchool,
  inventedSource,
  inventedSupplied,
} from '#/analyse/pages/invented.fixture.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { MeasureResults } from '#/schools/rules/results-by-year.ts';

/** Of a school of which hardly anything is known. */
export const bare: Evidence = {
  asAt: '2026-04-30',
  school: inventedSchool(),
  lineage: [],
  inspections: [],
  inspectionsKnownFrom: 'nothing',
  values: [],
  heads: [],
  supplied: [],
  similar: null,
};
const reportCard = inventedInspection({
  number: '3',
  kind: 'report card',
  startedOn: '2026-01-20',
  overall: null,
  judgements: [{ area: 'Inclusion', grade: 'Strong standard', gradedOn: null }],
});
/** Of a school of which much is. */
export const evidence: Evidence = {
  ...bare,
  supplied: [inventedSupplied('governor vacancies', 3)],
  inspections: [
    reportCard,
    inventedInspection({ number: '2', overall: 4, category: 'SM', judgements: [] }),
    inventedInspection({ number: '1', startedOn: '2011-03-01', ofThisSchool: false, urnAtTime: '900099' }),
  ],
  inspectionsKnownFrom: 'ofsted',
  lineage: [
    {
      urn: '900099',
      name: 'Sedge Lane Junior School',
      relation: 'predecessor',
      linkType: 'Predecessor',
      establishedOn: null,
      source: { source: inventedSource.id, row: 3 },
    },
  ],
};

export const results: readonly MeasureResults[] = [
  measure('ks2-rwm-expected', '%', 'proportion'),
  measure('ks2-reading-progress', 'score', 'progress'),
  measure('ks2-reading-score', 'score', 'mean'),
];

function measure(
  id: MeasureResults['measure'],
  unit: MeasureResults['unit'],
  kind: MeasureResults['kind'],
): MeasureResults {
  const shown = { why: null, pupils: 30, interval: [40, 74] as const, before: true, value: null };
  return {
    measure: id,
    title: `Measure ${id}`,
    words: 'did so',
    publication: 'key-stage-2',
    otherYears: [],
    unit,
    kind,
    years: [
      { ...shown, year: 2018, number: 58, england: kind === 'proportion' ? 65 : null },
      {
        ...shown,
        year: 2019,
        number: null,
        why: 'suppressed: too few pupils',
        interval: null,
        england: null,
        before: false,
      },
    ],
    breaks: [{ before: 2019, words: 'The measure changed' }],
  };
}
