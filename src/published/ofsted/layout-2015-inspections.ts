import { openGovernmentLicence, type Layout } from '#/published/layout.ts';
import { overallEffectiveness } from './grades.ts';
import { judgementsOfCommonFramework } from './judgements.ts';

const outcome = 'Outcomes for short inspections that did not convert';

/** Every inspection of a year, one row each, full and short, in use to August 2018. It lists no schools, only inspections. */
export const inspectionsOfYear2015: Layout = {
  id: 'ofsted-inspections-2015',
  title: 'Ofsted management information: all inspections of a year (to 2017/18)',
  publisher: 'Ofsted',
  licence: openGovernmentLicence,
  source: 'ofsted',
  signature: [
    'URN',
    'LAESTAB',
    'School name',
    'Local authority',
    'Inspection number',
    'Inspection start date',
    'Inspection type',
    'Overall effectiveness',
    outcome,
    'Publication date',
  ],
  anyOf: [],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: ['Publication date'],
  inspections: [
    {
      kind: 'graded',
      slot: 'current',
      given: 'Overall effectiveness',
      number: 'Inspection number',
      startedOn: 'Inspection start date',
      publishedOn: 'Publication date',
      urnAtTime: null,
      nameAtTime: 'School name',
      typeAtTime: 'Type of education',
      inspectionType: 'Inspection type',
      overall: ['Overall effectiveness', overallEffectiveness],
      category: 'Category of concern',
      judgements: judgementsOfCommonFramework('latest'),
      outcome: null,
      converted: null,
    },
    {
      kind: 'ungraded',
      slot: 'current',
      given: outcome,
      number: 'Inspection number',
      startedOn: 'Inspection start date',
      publishedOn: 'Publication date',
      urnAtTime: null,
      nameAtTime: 'School name',
      typeAtTime: 'Type of education',
      inspectionType: 'Inspection type',
      overall: null,
      category: null,
      judgements: [],
      outcome,
      converted: null,
    },
  ],
};
