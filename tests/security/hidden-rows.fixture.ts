import type pg from 'pg';
import { sql } from 'kysely';
import type { Person } from '#/people/rules/permissions.ts';
import { schemaOf } from '#/platform/database/identifiers.ts';
import type { Records } from '#/platform/database/records.ts';

/** What is written in the rows that somebody may not see. */
export interface Category {
  readonly category: string;
  readonly meaning: string;
  readonly group: string | null;
  readonly concern: number | null;
  readonly points: number;
}

/** The keys of the rows of a table, as text: those this person sees, or all there are. */
async function keysSeen(
  records: Records,
  authority: string,
  person: Person,
  table: Table,
): Promise<Set<string>> {
  const rows = await records.inAuthority(authority, person, async (transaction) => {
    const { rows: found } = await sql<{
      key: string;
    }>`select ${sql.raw(keys[table])} as key from ${sql.raw(table)}`.execute(transaction);
    return found;
  });
  return new Set(rows.map(({ key }) => key));
}

const keys = {
  risk_proposal: `run || ' ' || urn`,
  run_concern: `run || ' ' || urn`,
  supplied_value: `file || ' ' || position`,
  supplied_file: 'number::text',
  school_forecast: `run || ' ' || urn`,
  share_forecast: `run || ' ' || position`,
  expectation: 'number::text',
} as const;
type Table = keyof typeof keys;

/**
 * Changes every row that this person may not see, past the policies: other categories for the schools, taken in turn, other
 * schools of concern, other values and files supplied, other forecasts and expectations. How many rows were changed is returned, so that a test of nothing is noticed.
 */
export async function changeHiddenRows(
  owner: pg.Client,
  records: Records,
  authority: string,
  person: Person,
  otherwise: readonly [Category, ...Category[]],
): Promise<number> {
  const schema = schemaOf(authority);
  const [to] = otherwise;
  const hidden = async (table: Table): Promise<readonly string[]> => {
    const seen = await keysSeen(records, authority, person, table);
    const { rows } = await owner.query<{ key: string }>(
      `select ${keys[table]} as key from ${schema}.${table}`,
    );
    return rows.map(({ key }) => key).filter((key) => !seen.has(key));
  };
  await pastPolicies(owner, schema, false);
  try {
    const proposals = await hidden('risk_proposal');
    for (const [part, to] of otherwise.entries()) {
      const some = proposals.filter((_, index) => index % otherwise.length === part);
      await owner.query(
        `update ${schema}.risk_proposal set category = $2, group_told = $3, concern = $4, points = $5,
         proposal = (proposal::jsonb || $6::jsonb)::json where ${keys.risk_proposal} = any($1)`,
        [
          some,
          to.category,
          to.group,
          to.concern,
          to.points,
          JSON.stringify({ ...to, reasons: [to.meaning] }),
        ],
      );
    }
    const concerns = await hidden('run_concern');
    await owner.query(
      `update ${schema}.run_concern set name = 'Another name', group_told = $2 where ${keys.run_concern} = any($1)`,
      [concerns, to.group ?? 'none'],
    );
    const values = await hidden('supplied_value');
    await owner.query(
      `update ${schema}.supplied_value set number = $2 where ${keys.supplied_value} = any($1)`,
      [values, to.points],
    );
    const files = await hidden('supplied_file');
    await owner.query(
      `update ${schema}.supplied_file set title = $2, given_by = $2, problems = $3 where ${keys.supplied_file} = any($1)`,
      [files, to.meaning, to.points],
    );
    const forecasts = await changeForecasts(owner, schema, hidden, to);
    return proposals.length + concerns.length + values.length + files.length + forecasts;
  } finally {
    await pastPolicies(owner, schema, true);
  }
}

/** Other chances, shares and expectations. */
async function changeForecasts(
  owner: pg.Client,
  schema: string,
  hidden: (table: Table) => Promise<readonly string[]>,
  to: Category,
): Promise<number> {
  const chance = to.points / 100;
  const found = { chance, low: chance / 2, high: 1 };
  const forecast = {
    horizons: [12, 18, 24].map((months) => ({ months, inspected: found, found })),
    contributions: [{ term: 'grade', part: 'outcome', words: to.meaning, amount: to.points }],
  };
  const schools = await hidden('school_forecast');
  await owner.query(
    `update ${schema}.school_forecast set chance_12 = $2, chance_18 = $2, chance_24 = $2,
       forecast = (forecast::jsonb || $3::jsonb)::json, path = (path::jsonb || $4::jsonb)::json
      where ${keys.school_forecast} = any($1)`,
    [schools, chance, JSON.stringify(forecast), JSON.stringify({ chances: [chance, chance] })],
  );
  const shares = await hidden('share_forecast');
  await owner.query(
    `update ${schema}.share_forecast set trajectory = (trajectory::jsonb || $2::jsonb)::json where ${keys.share_forecast} = any($1)`,
    [shares, JSON.stringify({ now: { on: '2018-12-31', reached: to.points, judged: 99, notJudged: 0 } })],
  );
  const expectations = await hidden('expectation');
  await owner.query(
    `update ${schema}.expectation set standing = $2, why = $3 where ${keys.expectation} = any($1)`,
    [expectations, to.concern === 0 ? 'good or better' : 'below good', to.meaning],
  );
  return schools.length + shares.length + expectations.length;
}

async function pastPolicies(owner: pg.Client, schema: string, forced: boolean): Promise<void> {
  for (const table of Object.keys(keys))
    await owner.query(`alter table ${schema}.${table} ${forced ? 'force' : 'no force'} row level security`);
}
