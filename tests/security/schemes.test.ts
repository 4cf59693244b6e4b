import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { adoptScheme } from '#/analyse/actions/adopt-scheme.ts';
import { schemeExample } from '#/analyse/actions/open-scheme-file.ts';
import { readRegister, readSchool } from '#/analyse/actions/read-analysis.ts';
import { readRuns } from '#/analyse/actions/read-runs.ts';
import { checkSchemeText } from '#/analyse/actions/read-scheme-file.ts';
import { readScheme } from '#/analyse/actions/read-scheme.ts';
import { runAnalysis } from '#/analyse/actions/run-analysis.ts';
import {
  howCategoriesAreDecidedRoute,
  schemeDocumentRoute,
} from '#/analyse/pages/how-categories-are-decided/route.ts';
import { inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { runsRoute } from '#/analyse/pages/who-moved/route.ts';
import {
  adoptSchemeRoute,
  schemeExampleRoute,
  tryThisSchemeRoute,
  trySchemeRoute,
} from '#/analyse/pages/who-moved/try-route.ts';
import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { loadReference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Records } from '#/platform/database/records.ts';
import { createServer } from '#/platform/web/server.ts';
import { fenshire, storeOf, type Inspected } from './published.fixture.ts';
import { doorOf, type Door } from './gate.fixture.ts';
import { addPerson, authorityOf, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

/** Who reads, tries and adopts a scheme, and who reads what it would do: permission by route by row. */

const inspected: Inspected = {
  '900001': [['2018-03-06', 4]],
  '900002': [['2016-10-11', 1]],
  '900003': [['2015-06-02', 3]],
};
const people = {
  officer: personOf('head of service', fenshire.slug),
  head: personOf('headteacher', fenshire.slug, ['900001']),
  chair: personOf('chair', fenshire.slug, ['900002']),
  administrator: personOf('administrator', fenshire.slug),
  'information officer': personOf('information officer', fenshire.slug),
  'officer of another authority': personOf('head of service', 'elsewhere'),
} satisfies Record<string, Person>;
type Who = keyof typeof people;
const everyone = Object.keys(people) as Who[];

let database: TestDatabase;
let records: Records;
let door: Door;

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  door = doorOf(parts());
  await records.prepareAuthority(fenshire.slug, fenshire.name);
  await records.prepareAuthority('elsewhere', 'Elsewhere');
  for (const person of Object.values(people)) {
    await addPerson(database.owner, authorityOf(person), person);
  }
  await runAnalysis(parts(), people.officer, { authority: 'Fenshire' });
  await runAnalysis(parts(), people.officer, { authority: 'Fenshire', asAt: '2017-07-01' });
});
after(() => database.end());

function parts(): Parts {
  const store = {
    ...storeOf(inspected, '2018-12-31'),
    sources: () => Promise.resolve([{ ...inventedSource, id: 'file1' }]),
  };
  return {
    dataFolder: '/nowhere',
    published: () => Promise.resolve(store),
    records: () => Promise.resolve(records),
    reference: loadReference,
    person: () => Promise.resolve(people.officer),
    today: () => '2019-06-30',
    now: () => '2019-06-30T09:00:00.000Z',
  } as unknown as Parts;
}

const own = (() => {
  const { scheme } = checkSchemeText(parts(), schemeExample());
  assert.ok(scheme);
  return scheme;
})();
const asked = { authority: fenshire.slug, scheme: own, why: 'Agreed with heads' };

const paths = {
  'the criteria': ['GET', 'how-categories-are-decided'],
  'the criteria as a document': ['GET', 'how-categories-are-decided.docx'],
  'an example of a scheme': ['GET', 'schemes/example.jsonc'],
  'who moved': ['GET', 'runs'],
  'the page to try a scheme': ['GET', 'schemes/try'],
  'trying a scheme': ['POST', 'schemes/try'],
  'adopting a scheme': ['POST', 'schemes/adopt'],
} as const;
type What = keyof typeof paths;

const forEveryone: readonly What[] = ['the criteria', 'the criteria as a document', 'an example of a scheme'];

function allowed(who: Who, what: What): boolean {
  if (who === 'officer of another authority') return false;
  return who === 'officer' || forEveryone.includes(what);
}

async function ask(
  who: Who,
  what: What,
  fields: Record<string, string> = {},
): Promise<{ status: number; body: string }> {
  const server = createServer({
    routes: [
      howCategoriesAreDecidedRoute,
      schemeDocumentRoute,
      runsRoute,
      trySchemeRoute,
      tryThisSchemeRoute,
      adoptSchemeRoute,
      schemeExampleRoute,
    ].map((route) => route(parts())),
    gate: door.gate,
  });
  const [method, page] = paths[what];
  try {
    const answer = await server.inject({
      method,
      url: `/authorities/${fenshire.slug}/${page}`,
      headers: {
        host: 'localhost',
        cookie: door.cookieOf(people[who]),
        'sec-fetch-site': 'same-origin',
        ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
      ...(method === 'POST'
        ? { payload: new URLSearchParams({ ...fields, ...door.formOf(people[who]) }).toString() }
        : {}),
    });
    return { status: answer.statusCode, body: answer.body };
  } finally {
    await server.close();
  }
}

const kept = async (): Promise<number> => {
  const { rows } = await database.owner.query<{ n: number }>(
    'select count(*)::int as n from authority_fenshire.scheme_adopted',
  );
  return rows[0]?.n ?? -1;
};

for (const who of everyone) {
  for (const what of Object.keys(paths) as What[]) {
    test(`${who}: ${what}: ${allowed(who, what) ? 'yes' : 'no'}`, async () => {
      const before = await kept();
      // Without a reason nothing is adopted: who may is told what is missing, who may not is told that.
      const { status, body } = await ask(who, what, { text: schemeExample() });
      if (!allowed(who, what)) {
        // Whom the authority does not know is not told whether there is such a page.
        assert.equal(status, who === 'officer of another authority' ? 404 : 403, body.slice(0, 400));
        assert.ok(!body.includes('Sedge'), 'no school is named');
      } else assert.equal(status, what === 'adopting a scheme' ? 400 : 200, body.slice(0, 400));
      assert.equal(await kept(), before);
    });
  }
}

test('the worked example is for those who may read categories, in the page and in the document', async () => {
  assert.match((await ask('officer', 'the criteria')).body, /The example’s indicators and points/);
  assert.doesNotMatch((await ask('head', 'the criteria')).body, /The example’s indicators and points/);
});

const read = (who: Who) => records.inAuthority(fenshire.slug, people[who], adoptions);

test('an officer adopts a scheme with a reason; everyone of the authority reads it, nobody else', async () => {
  const first = await adoptScheme(parts(), people.officer, asked);
  assert.deepEqual(
    [first.id, first.version, first.already, first.adoptedBy],
    ['our-county-2026:1', 1, false, people.officer.name],
  );
  for (const who of everyone) {
    const there = who !== 'officer of another authority';
    assert.equal((await read(who)).length, there ? 1 : 0, who);
  }
});

test('the very same scheme is not adopted twice; a changed one is the next version, and the first stays as it was', async () => {
  assert.equal((await adoptScheme(parts(), people.officer, asked)).already, true);
  const changed = { ...own, told: 'Heads are told first.' };
  const second = await adoptScheme(parts(), people.officer, { ...asked, scheme: changed });
  assert.deepEqual([second.id, second.already], ['our-county-2026:2', false]);
  assert.deepEqual(
    (await read('head')).map(({ id, scheme }) => [id, scheme.title, scheme.told]),
    [
      ['our-county-2026:2', 'Our County 2026, version 2', 'Heads are told first.'],
      ['our-county-2026:1', 'Our County 2026', own.told],
    ],
  );
});

test('two officers who adopt at once each get a version of their own', async () => {
  const twice = await Promise.all(
    ['One', 'Two'].map((title) =>
      adoptScheme(parts(), people.officer, { ...asked, scheme: { ...own, title } }),
    ),
  );
  assert.deepEqual(twice.map(({ version }) => version).toSorted(), [3, 4]);
});

test('only an officer of the authority adopts, and only for a reason', async () => {
  const before = await kept();
  for (const who of everyone.filter((one) => one !== 'officer')) {
    await assert.rejects(adoptScheme(parts(), people[who], asked), { code: 'not-permitted' }, who);
  }
  await assert.rejects(adoptScheme(parts(), people.officer, { ...asked, why: '  ' }), { code: 'usage' });
  assert.equal(await kept(), before);
});

test('the database refuses what the application would not ask: another’s name, another role, a change, a removal', async () => {
  const insert = (name: string) =>
    `insert into scheme_adopted (scheme, version, own, content, why, adopted_by_name) values ('x', 9, true, '{}', 'w', '${name}')`;
  const tries: readonly (readonly [Who, string])[] = [
    ['officer', insert('Somebody else')],
    ['officer', `update scheme_adopted set why = 'another reason'`],
    ['officer', 'delete from scheme_adopted'],
    ['officer', 'truncate scheme_adopted'],
    ...(['head', 'chair', 'administrator', 'information officer'] as const).map(
      (who) => [who, insert(people[who].name)] as const,
    ),
  ];
  for (const [who, statement] of tries) {
    await assert.rejects(
      records.inAuthority(fenshire.slug, people[who], (transaction) =>
        sql.raw(statement).execute(transaction),
      ),
      /do not let this person/,
      `${who}: ${statement.slice(0, 40)}`,
    );
  }
});

test('the next analysis uses the scheme adopted last; earlier runs keep their own, and each is shown by its title', async () => {
  const run = await runAnalysis(parts(), people.officer, { authority: 'Fenshire' });
  assert.match(run.scheme, /^our-county-2026:[34]$/);
  const register = await readRegister(parts(), people.officer, fenshire.slug);
  assert.equal(register.scheme?.id, run.scheme);
  assert.ok(register.rows.every(({ proposal }) => proposal.scheme === run.scheme));
  const school = await readSchool(parts(), people.head, fenshire.slug, '900001');
  assert.ok(school.earlier.some(({ scheme }) => scheme?.title === 'Norfolk 2013'));
  const { scheme, adopted } = await readScheme(parts(), people.head, fenshire.slug);
  assert.deepEqual([scheme.id, adopted?.why], [run.scheme, 'Agreed with heads']);
  const { compared, runs } = await readRuns(parts(), people.officer, fenshire.slug, {});
  assert.equal(runs.length, 3);
  assert.equal(compared?.comparison.inBoth, 3);
});

test('by the page too a scheme is adopted, with everything typed kept when the reason is missing', async () => {
  const before = await kept();
  const text = schemeExample().replace('"title": "Our County 2026"', '"title": "By the page"');
  const without = await ask('officer', 'adopting a scheme', { text, why: ' ' });
  assert.equal(without.status, 400);
  assert.match(without.body, /Say why the scheme is adopted/);
  assert.match(without.body, /By the page/);
  assert.equal(await kept(), before);
  const { status } = await ask('officer', 'adopting a scheme', { text, why: 'Agreed' });
  assert.equal(status, 303);
  assert.equal(await kept(), before + 1);
  assert.equal((await read('chair'))[0]?.scheme.title.startsWith('By the page'), true);
});

test('a scheme that is not sound is not adopted by the page, and every fault is shown with its line', async () => {
  const before = await kept();
  const text = schemeExample().replace('"concern": 2', '"concern": 1').replace('"to": null', '"to": "soon"');
  const { status, body } = await ask('officer', 'adopting a scheme', { text, why: 'Agreed' });
  assert.equal(status, 400);
  assert.match(body, /Line \d+, categories › 3 › concern/);
  assert.match(body, /Line \d+, to: must be a day such as 2026-09-01/);
  assert.equal(await kept(), before);
});
