import { openGovernmentLicence, type Layout } from '#/published/layout.ts';
import { overallEffectiveness } from './grades.ts';
import { judgementsOfBothFrameworks } from './judgements.ts';
import { registerInManagementInformation } from './register-columns.ts';

/**
 * Management information in use from 2018 to August 2022: full inspections and, since the last of them, inspections
 * under section 8, which the first files call short ones.
 */
export const managementInformation2018: Layout = {
  id: 'ofsted-mi-2018',
  title: 'Ofsted management information: state-funded schools, latest inspections (2018 to 2022)',
  publisher: 'Ofsted',
  licence: openGovernmentLicence,
  source: 'ofsted',
  signature: [
    'URN',
    'LAESTAB',
    'School name',
    'Ofsted phase',
    'Type of education',
    'Local authority',
    'Inspection number of latest full inspection',
    'Overall effectiveness',
  ],
  anyOf: [],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: [
    'Publication date',
    ['Section 8 inspection publication date', 'Short inspection publication date'],
    'Previous publication date',
  ],
  register: registerInManagementInformation,
  inspections: [
    {
      kind: 'graded',
      slot: 'current',
      number: 'Inspection number of latest full inspection',
      startedOn: 'Inspection start date',
      publishedOn: 'Publication date',
      urnAtTime: 'URN at time of latest full inspection',
      nameAtTime: 'School name at time of latest full inspection',
      typeAtTime: 'School type at time of latest full inspection',
      inspectionType: 'Inspection type',
      overall: ['Overall effectiveness', overallEffectiveness],
      category: 'Category of concern',
      judgements: judgementsOfBothFrameworks('latest'),
      outcome: null,
      converted: null,
    },
    {
      kind: 'graded',
      slot: 'previous',
      number: ['Previous full inspection number', 'Previous inspection number'],
      startedOn: 'Previous inspection start date',
      publishedOn: 'Previous publication date',
      urnAtTime: ['URN at time of previous full inspection', 'URN at time of previous inspection'],
      nameAtTime: [
        'School name at time of previous full inspection',
        'School name at time of previous inspection',
      ],
      typeAtTime: [
        'School type at time of previous full inspection',
        'School type at time of previous inspection',
      ],
      inspectionType: null,
      overall: [
        ['Previous full inspection overall effectiveness', 'Previous overall effectiveness'],
        overallEffectiveness,
      ],
      category: 'Previous category of concern',
      judgements: judgementsOfBothFrameworks('previous'),
      outcome: null,
      converted: null,
    },
    {
      kind: 'ungraded',
      slot: 'current',
      number: [
        'Latest section 8 inspection number since last full inspection',
        'Latest short inspection number since last full inspection',
      ],
      startedOn: ['Date of latest section 8 inspection', 'Date of latest short inspection'],
      publishedOn: ['Section 8 inspection publication date', 'Short inspection publication date'],
      urnAtTime: ['URN at time of the section 8 inspection', 'URN at time of the short inspection'],
      nameAtTime: [
        'School name at time of the latest section 8 inspection',
        'School name at time of the section 8 inspection',
        'School name at time of the short inspection',
      ],
      typeAtTime: [
        'School type at time of the latest section 8 inspection',
        'School type at time of the section 8 inspection',
        'School type at time of the short inspection',
      ],
      inspectionType: null,
      overall: null,
      category: null,
      judgements: [],
      outcome: ['Section 8 inspection overall outcome', 'Short inspection overall outcome'],
      converted: [
        'Did the latest section 8 inspection convert to a full inspection?',
        'Did the latest short inspection convert to a full inspection?',
      ],
    },
  ],
};
