import { openGovernmentLicence, type Layout } from '#/published/layout.ts';

/**
 * A compilation of every graded inspection since September 2005 of schools open in 2018: reference number, grade in
 * words, date. Not an official layout. It gives no inspection numbers, no publication dates and only the current
 * reference number, so an academy's earlier grade is not in it: that is under the predecessor, where that school is in.
 */
export const compiledInspections: Layout = {
  id: 'compiled-inspections',
  title: 'Graded inspections since 2005, compiled from Ofsted’s publications',
  publisher: 'Ofsted (compiled by others)',
  licence: openGovernmentLicence,
  source: 'compiled-inspections',
  signature: ['URN', 'Rating', 'Inspection Date'],
  anyOf: [],
  urn: 'URN',
  dates: '%Y%m%d',
  newest: ['Inspection Date'],
  inspections: [
    {
      kind: 'graded',
      slot: 'previous',
      number: null,
      startedOn: 'Inspection Date',
      publishedOn: null,
      urnAtTime: null,
      nameAtTime: null,
      typeAtTime: null,
      inspectionType: null,
      overall: [
        'Rating',
        {
          outstanding: '1',
          good: '2',
          satisfactory: '3',
          'requires improvement': '3',
          inadequate: '4',
        },
      ],
      category: null,
      judgements: [],
      outcome: null,
      converted: null,
    },
  ],
};
