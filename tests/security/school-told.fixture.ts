import assert from 'node:assert/strict';
import { sql } from 'kysely';
import { confirmReading } from '#/analyse/actions/confirm-reading.ts';
import { readOurView } from '#/analyse/actions/read-our-view.ts';
import { replyToCategory } from '#/analyse/actions/reply-to-category.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import { loadReference } from '#/law/reference.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { KnownError, type ErrorCode } from '#/platform/errors.ts';
import { answerRequest } from '#/schools/actions/answer-request.ts';
import { askSchools } from '#/schools/actions/ask-school.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** The school that people of these tests belong to, and one that they do not. */
export const [own, other] = ['900001', '900002'] as const;
export const { slug } = fenshire;
export const somebody = (
  id: string,
  role: Parameters<typeof personOf>[0],
  schools: readonly string[] = [],
): Person => ({
  ...personOf(role, slug, schools),
  id,
  name: `The ${id}`,
});

/** One of each that has to do with a school, and some that have not. */
export const people = {
  head: somebody('head', 'headteacher', [own]),
  chair: somebody('chair', 'chair', [own]),
  governor: somebody('governor', 'governor', [own]),
  clerk: somebody('clerk', 'clerk', [own]),
  'head of another school': somebody('head of another school', 'headteacher', [other]),
  'challenge partner': somebody('challenge partner', 'challenge partner', [own]),
  'system leader': somebody('system leader', 'system leader', [own]),
  'trust officer': somebody('trust officer', 'trust officer', [own]),
  'diocese officer': somebody('diocese officer', 'diocese officer', [own]),
  'elected member': somebody('elected member', 'elected member', [own]),
  'scrutiny member': somebody('scrutiny member', 'scrutiny member'),
  'head of service': somebody('head of service', 'head of service'),
  'intervention officer': somebody('intervention officer', 'intervention officer', [own]),
  director: somebody('director', 'director'),
  auditor: somebody('auditor', 'auditor'),
  'data officer': somebody('data officer', 'data officer'),
  administrator: somebody('administrator', 'administrator'),
  'information officer': somebody('information officer', 'information officer'),
} satisfies Record<string, Person>;
export type Who = keyof typeof people;

const inspected: Inspected = { [own]: [['2018-03-06', 4]], [other]: [['2016-10-11', 1]] };

/** A school that is told, has confirmed, replied, been asked at every level and answered. */
export interface SchoolTold {
  readonly database: TestDatabase;
  readonly records: Records;
  readonly parts: ReturnType<typeof partsOf>;
  /** One request at each level, by its level. */
  readonly asked: Readonly<Record<'school and authority' | 'authority' | 'named people', string>>;
}

function partsOf(records: Records) {
  let store = storeOf(inspected, '2018-12-31');
  return {
    published: () => Promise.resolve(store),
    records: () => Promise.resolve(records),
    reference: loadReference,
    today: () => '2019-06-30',
    now: () => '2019-06-30T09:00:00.000Z',
    /** Another inspection of the own school becomes known. */
    inspect: () => {
      store = storeOf(
        {
          ...inspected,
          [own]: [
            ['2018-03-06', 4],
            ['2019-05-14', 2],
          ],
        },
        '2019-05-31',
      );
    },
  };
}

export const place = { authority: slug, urn: own };

/** A request as somebody types it. */
export const request = {
  authority: slug,
  schools: [own] as readonly string[],
  what: 'Your improvement plan',
  why: 'To read it before we meet',
  due: '31 July 2019',
  level: 'school and authority',
  named: [] as readonly string[],
};

export async function startSchoolTold(): Promise<SchoolTold> {
  const database = await startTestDatabase();
  const records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  for (const person of Object.values(people)) await addPerson(database.owner, slug, person);
  const parts = partsOf(records);
  await runAnalysis(parts, people['head of service'], { authority: slug });
  const officer = people['intervention officer'];
  const ask = (more: Partial<typeof request>) => askSchools(parts, officer, { ...request, ...more });
  await ask({});
  await ask({ what: 'A note for colleagues', level: 'authority' });
  await ask({ what: 'A personnel matter', level: 'named people', named: ['headteacher'] });
  const told = {
    ...{ database, records, parts },
    asked: {
      'school and authority': await idOf(database, 'Your improvement plan'),
      authority: await idOf(database, 'A note for colleagues'),
      'named people': await idOf(database, 'A personnel matter'),
    },
  };
  await confirm(told, people.head);
  await replyToCategory(parts, people.head, { ...place, words: 'Our new results are better' });
  for (const level of ['school and authority', 'named people'] as const)
    await answerRequest(parts, people.head, {
      ...place,
      request: told.asked[level],
      words: `Answer, ${level}`,
    });
  return told;
}

/** The newest request for something, past every policy. */
export async function idOf({ owner }: Pick<TestDatabase, 'owner'>, what: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    `select id from authority_fenshire.school_request where what = $1 order by asked_at desc`,
    [what],
  );
  return rows[0]?.id ?? assert.fail(`No request ${what}`);
}

/** Confirms what is on the page now. */
export async function confirm({ parts }: Pick<SchoolTold, 'parts'>, person: Person) {
  const { now } = await readOurView(parts, person, slug, own);
  return confirmReading(parts, person, { ...place, run: now?.run.id ?? '' });
}

/** What a person reads of a table, past every page: the rows the policies let through. */
export async function rowsOf(
  { records }: Pick<SchoolTold, 'records'>,
  who: Pick<Person, 'id'>,
  columns: string,
  table: string,
): Promise<readonly string[]> {
  const { rows } = await records.inAuthority(slug, who, (transaction) =>
    sql<{ row: string }>`select ${sql.raw(columns)} as row from ${sql.raw(table)} order by 1`.execute(
      transaction,
    ),
  );
  return rows.map(({ row }) => row);
}

export const refusedWith = (code: ErrorCode) => (error: unknown) =>
  error instanceof KnownError && error.code === code;
