import { openGovernmentLicence, type JudgementFacts, type Layout } from '#/published/layout.ts';
import { grades1to4, overallEffectiveness, safeguardingEffective } from './grades.ts';
import { registerInManagementInformation } from './register-columns.ts';

/** The judgements of the education inspection framework, under the column names of the latest or the previous block. */
function judgements(named: (words: string) => string): readonly JudgementFacts[] {
  const graded = (area: string, words: string): JudgementFacts => ({
    area,
    column: named(words),
    gradedOn: null,
    grades: grades1to4,
  });
  return [
    graded('Quality of education', 'Quality of education'),
    graded('Behaviour and attitudes', 'Behaviour and attitudes'),
    graded('Personal development', 'Personal development'),
    graded('Leadership and management', 'Effectiveness of leadership and management'),
    {
      area: 'Safeguarding',
      column: named('Safeguarding is effective?'),
      gradedOn: null,
      grades: safeguardingEffective,
    },
    graded('Early years provision', 'Early years provision (where applicable)'),
    graded('Sixth form provision', 'Sixth form provision (where applicable)'),
  ];
}

const latest = judgements((words) => words);
const previous = judgements((words) => `Previous ${words.slice(0, 1).toLowerCase()}${words.slice(1)}`);

/** Management information in use from September 2022 (graded, ungraded) to August 2025, the last with a previous inspection. */
export const managementInformation2022: Layout = {
  id: 'ofsted-mi-2022',
  title: 'Ofsted management information: state-funded schools, latest inspections (2022 to August 2025)',
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
    'Inspection number of latest graded inspection',
    'Overall effectiveness',
  ],
  anyOf: [],
  urn: 'URN',
  dates: '%d/%m/%Y',
  newest: ['Publication date', 'Ungraded inspection publication date', 'Previous publication date'],
  register: registerInManagementInformation,
  inspections: [
    {
      kind: 'graded',
      slot: 'current',
      number: 'Inspection number of latest graded inspection',
      startedOn: 'Inspection start date',
      publishedOn: 'Publication date',
      urnAtTime: 'URN at time of latest graded inspection',
      nameAtTime: 'School name at time of latest graded inspection',
      typeAtTime: 'School type at time of latest graded inspection',
      inspectionType: 'Inspection type',
      overall: ['Overall effectiveness', overallEffectiveness],
      category: 'Category of concern',
      judgements: latest,
      outcome: null,
      converted: null,
    },
    {
      kind: 'graded',
      slot: 'previous',
      number: ['Previous graded inspection number', 'Previous inspection number'],
      startedOn: 'Previous inspection start date',
      publishedOn: 'Previous publication date',
      urnAtTime: 'URN at time of previous graded inspection',
      nameAtTime: 'School name at time of previous graded inspection',
      typeAtTime: 'School type at time of previous graded inspection',
      inspectionType: null,
      overall: ['Previous graded inspection overall effectiveness', overallEffectiveness],
      category: 'Previous category of concern',
      judgements: previous,
      outcome: null,
      converted: null,
    },
    {
      kind: 'ungraded',
      slot: 'current',
      number: 'Latest ungraded inspection number since last graded inspection',
      startedOn: 'Date of latest ungraded inspection',
      publishedOn: 'Ungraded inspection publication date',
      urnAtTime: 'URN at time of the ungraded inspection',
      nameAtTime: [
        'School name at time of the latest ungraded inspection',
        'School name at time of the ungraded inspection',
      ],
      typeAtTime: [
        'School type at time of the latest ungraded inspection',
        'School type at time of the ungraded inspection',
      ],
      inspectionType: null,
      overall: null,
      category: null,
      judgements: [],
      outcome: 'Ungraded inspection overall outcome',
      converted: 'Did the latest ungraded inspection convert to a graded inspection?',
    },
  ],
};
