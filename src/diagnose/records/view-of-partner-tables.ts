import type { Generated } from 'kysely';
import type { Migration } from '#/platform/database/migration.ts';
import { table } from '#/platform/database/table.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';

declare module '#/platform/database/tables.ts' {
  interface AuthorityTables {
    /** How a school rates its challenge partner; of one school, partner and school year the newest holds. */
    view_of_partner: {
      number: Generated<string>;
      urn: string;
      partner: string;
      /** Of the day it was said: nobody can say it of another year. */
      school_year: Generated<SchoolYear>;
      term: string;
      credibility: number;
      challenge: number;
      consistency: number;
      comment: string;
      said_as: 'headteacher' | 'chair';
      said_at: Generated<Date>;
      said_by: Generated<string>;
      said_by_name: string;
    };
  }
}

const thisSchoolYear = `(extract(year from acting_today())::int + (extract(month from acting_today()) >= 9)::int)`;
const rated = (name: string): string => `${name} integer not null check (${name} between 1 and 4)`;

/**
 * A partner is told averages only: of five schools or more, and only of a school year that is over. Over, because an average
 * that moves while schools speak tells what the one said that spoke last.
 */
export const viewOfPartnerMigrations: readonly Migration[] = [
  {
    id: 'diagnose-2-views-of-partners',
    statements: [
      ...table(
        'view_of_partner',
        `number bigint generated always as identity primary key, urn text not null check (urn ~ '^[0-9]{6}$'),
         partner text not null references person, school_year integer not null default ${thisSchoolYear},
         term text not null check (term in ('autumn', 'spring', 'summer')), ${rated('credibility')}, ${rated('challenge')},
         ${rated('consistency')}, comment text not null, said_as text not null check (said_as in ('headteacher', 'chair')),
         said_at timestamptz not null default clock_timestamp(),
         said_by text not null default current_setting('middletier.person'), said_by_name text not null`,
      ),
      `create index view_of_partner_of on view_of_partner (partner, school_year, urn, number)`,
      `create function views_of_acting_partner()
        returns table (school_year integer, schools integer, credibility numeric, challenge numeric, consistency numeric)
        language sql stable security definer
        begin atomic;
          select v.school_year, count(*)::int, round(avg(v.credibility), 1), round(avg(v.challenge), 1), round(avg(v.consistency), 1)
            from (select distinct on (o.school_year, o.urn) o.* from view_of_partner o
                   where o.partner = acting_person() and o.school_year < ${thisSchoolYear}
                   order by o.school_year, o.urn, o.number desc) v
           group by v.school_year having count(*) >= 5
           order by v.school_year desc;
        end`,
    ],
  },
];
