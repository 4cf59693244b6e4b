import type { ConcernWithFacts, ForMembers } from '#/analyse/actions/for-members.ts';
import {
  inventedAuthority,
  inventedInspection,
  inventedRun,
  inventedScheme,
  inventedSchool,
} from '#/analyse/pages/invented.fixture.ts';
import { profileOf } from '#/schools/rules/profile.ts';
import type { MembersRead } from './members-view.ts';

const evidence = (urn: string, overall: 1 | 2 | 3 | 4 | null, phase: 'primary' | 'secondary') => ({
  asAt: '2025-08-31',
  school: inventedSchool({ urn, phase, pupils: 100 }),
  lineage: [],
  inspections: [
    inventedInspection({
      number: urn,
      urnAtTime: urn,
      overall,
      ...(overall === null ? { startedOn: '2025-01-14' } : {}),
    }),
  ],
  inspectionsKnownFrom: 'ofsted' as const,
  values: [],
  heads: [],
  supplied: [],
  similar: null,
});
const profile = profileOf([
  evidence('900001', 2, 'primary'),
  evidence('900002', 3, 'primary'),
  evidence('900003', null, 'primary'),
  evidence('900004', 1, 'secondary'),
]);

export const inventedConcern: ConcernWithFacts = {
  urn: '900002',
  name: 'Sedge Lane Primary School',
  phase: 'primary',
  district: 'Marshland',
  group: 'causing concern',
  since: '2024-08-31',
  decided: false,
  pupils: 100,
  lastInspection: { words: 'requires improvement', startedOn: '2023-03-06', ageYears: 2 },
};

/** A summary of 130 schools, in which the numbers of the special schools are left out. */
export const inventedForMembers: ForMembers = {
  authority: inventedAuthority,
  told: {
    run: inventedRun,
    state: null,
    scheme: inventedScheme,
    summary: {
      groups: ['causing concern', 'requiring improvement', 'system leaders'],
      rows: [
        { kind: 'all', name: '', schools: 130, counted: [23, 31, 76] },
        { kind: 'phase', name: 'primary', schools: 120, counted: [null, 25, null] },
        { kind: 'phase', name: 'special', schools: 10, counted: [null, null, null] },
        { kind: 'district', name: 'Marshland', schools: 130, counted: [23, 31, 76] },
      ],
    },
  },
  divisions: ['Marshland North'],
  chosen: ['Marshland North'],
  own: true,
  concerns: [inventedConcern],
  schoolsOfDivisions: 7,
  sources: [],
};

export const inventedMembersRead: MembersRead = {
  members: inventedForMembers,
  overview: {
    authority: inventedAuthority,
    asAt: '2025-08-31',
    own: { label: 'Fenshire', schools: 4, profile },
    others: null,
    england: [
      {
        label: 'good or better',
        number: 90,
        unit: '%',
        asAt: '2024-08-31',
        source: 'https://example.org',
        status: 'unconfirmed',
      },
    ],
    stuck: [],
    sources: [],
    invented: true,
  },
  results: { authority: inventedAuthority, asAt: '2025-08-31', onlyMissing: false, shown: null, sources: [] },
};
