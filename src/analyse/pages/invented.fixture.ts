import { schoolWith } from '#/schools/rules/school.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import type { RegisterWithChances } from '#/analyse/actions/read-register-with-chances.ts';
import type { RegisterRow, Run } from '#/analyse/records/run.ts';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import type { Reading } from '#/analyse/rules/reading.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { Inspection } from '#/schools/rules/inspection.ts';
import type { SuppliedValue } from '#/schools/rules/supplied.ts';
import type { School } from '#/schools/rules/school.ts';

/** Invented facts in the shapes that the actions answer with, for the tests of pages. None is about a real school. */

export const inventedAuthority: AuthorityInStore = {
  name: 'Fenshire',
  slug: 'fenshire',
  schools: 3,
  invented: true,
  newestKnownOn: '2025-08-31',
};

export const inventedSource: Source = {
  id: 'abcdef012345',
  sha256: 'abcdef012345'.padEnd(64, '0'),
  fileName: 'management-information.csv',
  layout: 'ofsted-mi-2022',
  title: 'State-funded schools inspections and outcomes: management information',
  publisher: 'Ofsted',
  licence: 'Open Government Licence v3.0',
  year: null,
  yearBasis: null,
  status: 'not stated',
  asAt: '2025-08-31',
  knownOn: '2025-09-12',
  knownOnBasis: 'stated by the person',
  rowsRead: 4,
  rowsKept: 3,
  setAside: [{ reason: 'URN is not six digits', rows: 1 }],
  problems: 1,
  importedAt: '2025-09-12T08:00:00Z',
  invented: true,
};

export function inventedSchool(changes: Partial<School> = {}): School {
  return schoolWith({
    name: 'Sedge Lane Primary School',
    laestab: '9992001',
    authorityCode: '999',
    authority: 'Fenshire',
    region: 'East of England',
    district: 'North Fen',
    pupils: 208,
    idaciQuintile: 3,
    sources: [{ source: inventedSource.id, row: 2 }],
    ...changes,
  });
}

export function inventedReading(changes: Partial<Reading> = {}): Reading {
  return {
    indicator: 'last-inspection',
    title: 'Last inspection',
    state: 'read',
    shown: 'requires improvement',
    number: 3,
    unit: 'grade',
    threshold: 'good or better',
    points: 12,
    maximum: 20,
    pointsCouldBe: [12, 12],
    interval: null,
    period: '12 May 2022',
    sources: [{ source: inventedSource.id, row: 2 }],
    reason: 'The last graded inspection, on 12 May 2022, found that the school requires improvement.',
    ...changes,
  };
}

export function inventedProposal(changes: Partial<Proposal> = {}): Proposal {
  return {
    urn: '900001',
    asAt: '2025-08-31',
    scheme: 'norfolk-2013',
    category: 'A4',
    meaning: 'Schools of concern',
    group: 'causing concern',
    concern: 6,
    points: 31,
    maximum: 60,
    decidedBy: {
      rule: 'concern-by-points',
      words: 'Requires improvement with high risk',
      because: ['31 of 60 points'],
    },
    reasons: ['The last graded inspection, on 12 May 2022, found that the school requires improvement.'],
    reasonInBrief: 'Last inspection: requires improvement, 3 years ago',
    wouldChange: [{ change: 'Fewer than 25 points', category: 'B3' }],
    sureness: { level: 'borderline', words: 'Two points either way', couldBe: ['A4', 'B3'] },
    readings: [
      inventedReading(),
      inventedReading({
        indicator: 'progress',
        title: 'Progress',
        state: 'no evidence',
        shown: 'not published in 2020 to 2021',
        number: null,
        unit: null,
        points: 0,
        maximum: 0,
        pointsCouldBe: [0, 0],
        period: null,
        reason: 'No progress figure was published.',
      }),
    ],
    ...changes,
  };
}

export function inventedInspection(changes: Partial<Inspection> = {}): Inspection {
  return {
    number: '10000001',
    kind: 'graded',
    urnAtTime: '900001',
    nameAtTime: 'Sedge Lane Primary School',
    typeAtTime: null,
    ofThisSchool: true,
    inspectionType: 'S5 Inspection',
    startedOn: '2022-05-12',
    publishedOn: '2022-06-20',
    knownOn: '2022-06-20',
    knownOnIsAssumed: false,
    overall: 3,
    category: null,
    judgements: [{ area: 'Quality of education', grade: 3, gradedOn: null }],
    outcome: null,
    convertedToGraded: null,
    source: { source: inventedSource.id, row: 2 },
    ...changes,
  };
}

export const inventedRun: Run = {
  id: 'run-2',
  authority: 'fenshire',
  asAt: '2025-08-31',
  scheme: 'norfolk-2013',
  sources: [inventedSource.id],
  ranAt: '2025-09-12T09:00:00Z',
  ranBy: 'officer',
  schools: 3,
};

export const inventedRows: readonly RegisterRow[] = [
  {
    school: inventedSchool(),
    proposal: inventedProposal(),
    lastInspection: { words: 'requires improvement', startedOn: '2022-05-12', ageYears: 3 },
    was: 'B3',
  },
  {
    school: inventedSchool({
      urn: '900002',
      name: '=Reed Bank Academy',
      laestab: '9994002',
      phase: 'secondary',
      type: 'Academy converter',
      sector: 'academy',
      district: null,
      trust: 'Reed Trust',
    }),
    proposal: inventedProposal({
      urn: '900002',
      category: 'E2',
      meaning: 'Good',
      group: 'system leaders',
      concern: 1,
      points: 4,
      reasons: ['The last graded inspection, on 1 March 2018, found the school good, 7 years ago.'],
      reasonInBrief: 'Last inspection: good, 7 years ago',
      sureness: { level: 'firm', words: 'No figure is near a threshold', couldBe: ['E2'] },
    }),
    lastInspection: { words: 'good', startedOn: '2018-03-01', ageYears: 7 },
    was: null,
  },
  {
    school: inventedSchool({
      urn: '900003',
      name: 'St Withburga’s Special School',
      laestab: '9997003',
      phase: 'special',
      type: 'Free school special',
      sector: 'free school',
      district: 'South Fen',
    }),
    proposal: inventedProposal({
      urn: '900003',
      category: 'insufficient evidence',
      meaning: 'Insufficient evidence',
      group: null,
      concern: null,
      points: 0,
      maximum: 0,
      reasons: [],
      reasonInBrief: null,
      decidedBy: { rule: 'insufficient', words: 'No inspection and no results are known', because: [] },
      readings: [
        inventedReading({
          state: 'no evidence',
          shown: 'not yet inspected',
          number: null,
          unit: null,
          points: 0,
          pointsCouldBe: [0, 0],
          period: null,
          sources: [],
          reason: 'Ofsted lists the school without a full inspection, of itself or of a predecessor.',
        }),
      ],
      sureness: { level: 'uncertain', words: 'Nothing is known', couldBe: ['insufficient evidence'] },
    }),
    lastInspection: null,
    was: null,
  },
];

/** The scheme of the invented runs is the real one. */
const norfolk = loadReference().schemes.find(({ id }) => id === 'norfolk-2013');
if (norfolk === undefined) throw new RangeError('There is Norfolk’s scheme');
export const inventedScheme = norfolk;

export const inventedRegister: RegisterWithChances = {
  whole: true,
  authority: inventedAuthority,
  run: inventedRun,
  scheme: inventedScheme,
  previous: { ...inventedRun, id: 'run-1', asAt: '2024-08-31' },
  rows: inventedRows,
  sources: [inventedSource],
  chances: {
    ...{ asAt: '2025-08-31', target: 'any area below expected', sources: [inventedSource.id] },
    of: new Map([
      ['900001', { told: { chance: { chance: 0.3, low: 0.2, high: 0.4 } }, now: 'not good' }],
      ['900002', { told: { chance: { chance: 0.12, low: 0.08, high: 0.18 } }, now: 'not judged' }],
      ['900003', { told: { why: 'Not inspected yet, as far as the files imported tell.' }, now: null }],
    ]),
  },
};

/** What the authority's services told of the invented school. */
export function inventedSupplied(
  item: SuppliedValue['item'],
  value: SuppliedValue['value'],
  on = '2026-03-31',
): SuppliedValue {
  return { urn: '900001', item, value, on, knownOn: on, source: { source: inventedSource.id, row: 2 } };
}
