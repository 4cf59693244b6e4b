import { openGovernmentLicence, type JudgementFacts, type Layout } from '#/published/layout.ts';
import {
  grades1to4,
  overallEffectiveness,
  reportCardGrades,
  safeguardingEffective,
  safeguardingMet,
} from './grades.ts';
import { registerInManagementInformation } from './register-columns.ts';

/** An evaluation area. Its date was called `date of judgement` in the first files and `date of grade` in later ones. */
function area(name: string, column = name, grades = reportCardGrades): JudgementFacts {
  return { area: name, column, gradedOn: [`${name} - date of grade`, `${name} - date of judgement`], grades };
}

function earlier(name: string, words: string, grades = grades1to4): JudgementFacts {
  return { area: name, column: `Latest OEIF ${words}`, gradedOn: null, grades };
}

/** Management information in use since the report cards of November 2025. Old grades stay beside them, as they were given. */
export const managementInformationReportCards: Layout = {
  id: 'ofsted-mi-report-cards',
  title: 'Ofsted management information: state-funded schools, latest inspections (report cards)',
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
    'Safeguarding standards',
    'Inspection number of latest OEIF graded inspection',
  ],
  anyOf: [],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: [
    'Publication date',
    'Publication date of latest OEIF graded inspection',
    'Ungraded inspection publication date',
  ],
  register: { ...registerInManagementInformation, category: 'Most recent category of concern' },
  inspections: [
    {
      kind: 'report card',
      slot: 'current',
      number: 'Inspection number of latest full inspection',
      startedOn: 'Inspection start date',
      publishedOn: 'Publication date',
      urnAtTime: 'URN at time of latest full inspection',
      nameAtTime: 'School name at time of latest full inspection',
      typeAtTime: 'School type at time of latest full inspection',
      inspectionType: 'Inspection type',
      overall: null,
      category: 'Category of concern',
      judgements: [
        area('Safeguarding standards', 'Safeguarding standards', safeguardingMet),
        area('Inclusion'),
        area('Curriculum and teaching'),
        area('Achievement'),
        area('Attendance and behaviour'),
        area('Personal development and wellbeing'),
        area('Early years', 'Early years (where applicable)'),
        area('Post-16 provision', 'Post-16 provision (where applicable)'),
        area('Leadership and governance'),
      ],
      outcome: null,
      converted: null,
    },
    {
      kind: 'graded',
      slot: 'current',
      number: 'Inspection number of latest OEIF graded inspection',
      startedOn: 'Inspection start date of latest OEIF graded inspection',
      publishedOn: 'Publication date of latest OEIF graded inspection',
      urnAtTime: 'URN at time of latest OEIF graded inspection',
      nameAtTime: 'School name at time of latest OEIF graded inspection',
      typeAtTime: 'School type at time of latest OEIF graded inspection',
      inspectionType: 'Inspection type of latest OEIF graded inspection',
      overall: ['Latest OEIF overall effectiveness', overallEffectiveness],
      category: 'Latest OEIF category of concern',
      judgements: [
        earlier('Quality of education', 'quality of education'),
        earlier('Behaviour and attitudes', 'behaviour and attitudes'),
        earlier('Personal development', 'personal development'),
        earlier('Leadership and management', 'effectiveness of leadership and management'),
        earlier('Safeguarding', 'safeguarding is effective?', safeguardingEffective),
        earlier('Early years provision', 'early years provision (where applicable)'),
        earlier('Sixth form provision', 'sixth form provision (where applicable)'),
      ],
      outcome: null,
      converted: null,
    },
    {
      kind: 'ungraded',
      slot: 'current',
      number: 'Latest ungraded inspection number',
      startedOn: 'Date of latest ungraded inspection',
      publishedOn: 'Ungraded inspection publication date',
      urnAtTime: 'URN at time of the ungraded inspection',
      nameAtTime: 'School name at time of the ungraded inspection',
      typeAtTime: 'School type at time of the ungraded inspection',
      inspectionType: null,
      overall: null,
      category: null,
      judgements: [],
      outcome: 'Ungraded inspection overall outcome',
      converted: null,
    },
  ],
};
