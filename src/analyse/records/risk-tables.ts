import type { ColumnType, Generated } from 'kysely';
import type { Proposal } from '#/analyse/rules/proposal.ts';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';
import type { LastInspection } from '#/schools/rules/inspection-words.ts';
import type { School } from '#/schools/rules/school.ts';

/** JSON that comes back as the thing that was put in. */
type Kept<Thing> = ColumnType<Thing, string, never>;

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    risk_run: {
      number: Generated<string>;
      as_at: string;
      scheme: string;
      /** Identities of the source files, as JSON. */
      sources: Kept<readonly string[]>;
      schools: number;
      /** SHA-256 of evidence date, scheme, sources and every proposal: equal runs have equal fingerprints. */
      fingerprint: string;
      ran_at: ColumnType<Date, string, never>;
      ran_by: Generated<string>;
      ran_by_name: string;
    };
    risk_proposal: {
      run: string;
      run_schools: number;
      position: number;
      urn: string;
      name: string;
      phase: string;
      type: string;
      district: string | null;
      trust: string | null;
      category: string;
      group_told: string | null;
      concern: number | null;
      points: number;
      last_inspected_on: string | null;
      proposal: Kept<Proposal>;
      school: Kept<School>;
      last_inspection: Kept<LastInspection | null>;
    };
  }
}

const officer = `(select acting_role()) = 'officer'`;
const ownSchool = `(select acting_role()) in ('head', 'chair') and urn in (select s.urn from person_school s where s.person = acting_person())`;

/**
 * Runs are kept for good: the application can read and add, never change or remove. A run is whole or not there, and
 * closed once it is: it says how many schools it has, each proposal has a position up to that number, and no position
 * can be taken twice, so nothing can be slipped in afterwards.
 */
export const riskMigrations: readonly Migration[] = [
  {
    id: 'analyse-1-risk-runs',
    statements: [
      ...table(
        'risk_run',
        `number bigint generated always as identity primary key,
         as_at date not null, scheme text not null, sources json not null,
         schools integer not null check (schools > 0), fingerprint text not null,
         ran_at timestamptz not null, ran_by text not null default current_setting('middletier.person'),
         ran_by_name text not null, unique (number, schools)`,
        [
          { may: 'read', when: `(select acting_role()) in ('officer', 'head', 'chair')` },
          {
            may: 'add',
            columns: ['as_at', 'scheme', 'sources', 'schools', 'fingerprint', 'ran_at', 'ran_by_name'],
            when: `${officer} and ran_by = (select acting_person()) and ran_by_name = (select name from person where id = acting_person())`,
          },
        ],
      ),
      ...table(
        'risk_proposal',
        `run bigint not null, run_schools integer not null,
         position integer not null check (position between 1 and run_schools),
         urn text not null check (urn ~ '^[0-9]{6}$'), name text not null, phase text not null, type text not null,
         district text, trust text, category text not null, group_told text, concern integer,
         points integer not null, last_inspected_on date,
         proposal json not null, school json not null, last_inspection json not null,
         primary key (run, urn), unique (run, position), foreign key (run, run_schools) references risk_run (number, schools)`,
        [
          { may: 'read', when: officer },
          { may: 'read', when: ownSchool },
          { may: 'add', when: officer },
        ],
      ),
      `create index risk_proposal_of_school on risk_proposal (urn, run)`,
      `create index risk_run_newest on risk_run (as_at desc, number desc)`,
    ],
  },
];
