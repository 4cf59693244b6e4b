import { openGovernmentLicence, type InspectionFacts, type Layout } from '#/published/layout.ts';
import { overallEffectiveness } from './grades.ts';
import { judgementsOfCommonFramework } from './judgements.ts';
import { registerInManagementInformation } from './register-columns.ts';

/**
 * An academy goes by its predecessor's inspection until its own. The file names no reference number at the time of the
 * inspection, but the predecessor and the day the academy opened.
 */
const before: InspectionFacts['before'] = { opened: 'Provider open date - QA', urn: 'Predecessor URN' };

/** Management information in use to August 2018. */
export const managementInformation2015: Layout = {
  id: 'ofsted-mi-2015',
  title: 'Ofsted management information: state-funded schools, latest inspections (to 2017/18)',
  publisher: 'Ofsted',
  licence: openGovernmentLicence,
  source: 'ofsted',
  signature: [
    'URN',
    'LAESTAB',
    'School name',
    'Phase of education',
    'Type of education',
    'Local authority',
    'Inspection number',
    'Overall effectiveness',
    'Previous inspection number',
  ],
  anyOf: [],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: ['Publication date', 'Previous publication date'],
  register: {
    ...registerInManagementInformation,
    text: {
      name: 'School name',
      laestab: 'LAESTAB',
      authority: 'Local authority',
      region: 'Region',
      constituency: 'Parliamentary constituency',
      postcode: 'Postcode',
      type: 'Type of education',
    },
    dates: { openedOn: 'Provider open date - QA' },
    numbers: { pupils: 'Total number of pupils' },
    phase: registerInManagementInformation.phase.map(([, words]) => ['Phase of education', words]),
    blankMeansNone: [],
  },
  inspections: [
    {
      kind: 'graded',
      slot: 'current',
      number: 'Inspection number',
      startedOn: 'Inspection start date',
      publishedOn: 'Publication date',
      urnAtTime: null,
      before,
      nameAtTime: null,
      typeAtTime: null,
      inspectionType: 'Inspection type',
      overall: ['Overall effectiveness', overallEffectiveness],
      category: 'Category of concern',
      judgements: judgementsOfCommonFramework('latest'),
      outcome: null,
      converted: null,
    },
    {
      kind: 'graded',
      slot: 'previous',
      number: 'Previous inspection number',
      startedOn: 'Previous inspection start date',
      publishedOn: 'Previous publication date',
      urnAtTime: 'URN at time of previous inspection',
      before,
      nameAtTime: 'School name at time of previous inspection',
      typeAtTime: 'School type at time of previous inspection',
      inspectionType: null,
      overall: ['Previous overall effectiveness', overallEffectiveness],
      category: 'Previous category of concern',
      judgements: judgementsOfCommonFramework('previous'),
      outcome: null,
      converted: null,
    },
  ],
};
