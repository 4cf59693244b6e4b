import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readViewsOfPartners } from '#/diagnose/actions/read-views-of-partners.ts';
import { readViewOfPartner, sayViewOfPartner, type ViewTyped } from '#/diagnose/actions/view-of-partner.ts';
import { viewsOfActingPartner, viewsOfPartners } from '#/diagnose/records/views-of-partners.ts';
import { averagedByYear, leastSchools } from '#/diagnose/rules/partner-views/partner-views.ts';
import { loadReference } from '#/law/reference.ts';
import { schemaOf } from '#/platform/database/identifiers.ts';
import type { Records } from '#/platform/database/records.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { fenshire, partsWith } from './people.fixture.ts';
import { addPerson, personOf, startTestDatabase, type TestDatabase } from './records.fixture.ts';

const slug = fenshire.slug;
const urns = ['900001', '900002', '900003', '900004', '900005', '900006'];
const someone = (
  role: Parameters<typeof personOf>[0],
  name: string,
  schools?: readonly string[],
): Person => ({
  ...(schools === undefined ? personOf(role, slug) : personOf(role, slug, [...schools])),
  ...{ id: name, name },
});
const director = someone('director', 'Dora Reed');
const head = someone('headteacher', 'Hal Sedge', ['900001']);
const chair = someone('chair', 'Cy Fen', ['900001']);
const partner = someone('challenge partner', 'Pat Marsh', urns);
const officer = someone('intervention officer', 'Ona Dyke');
const everybody = [director, head, chair, partner, officer];

let database: TestDatabase;
let records: Records;
let parts: Parameters<typeof sayViewOfPartner>[0];

before(async () => {
  database = await startTestDatabase();
  records = await database.openRecords();
  await records.prepareAuthority(slug, fenshire.name);
  parts = {
    ...partsWith(records, Object.fromEntries(urns.map((urn) => [urn, {}]))),
    reference: loadReference,
  };
  for (const person of everybody) await addPerson(database.owner, slug, person);
});

after(() => database.end());

const place = { authority: slug, urn: '900001' };
const said: ViewTyped = {
  ...{ partner: partner.id, credibility: '4', challenge: '2', consistency: '3', comment: 'Comes prepared' },
};

/** What schools said in a school year long over, one rating for all three. */
async function saidBefore(year: number, ratings: readonly number[], comment = ''): Promise<void> {
  await database.owner.query(`set session_replication_role = replica; set middletier.person = 'test'`);
  for (const [index, rating] of ratings.entries())
    await database.owner.query(
      `insert into ${schemaOf(slug)}.view_of_partner
         (urn, partner, school_year, term, credibility, challenge, consistency, comment, said_as, said_by_name)
       values ($1, $2, $3, 'summer', $4, $4, $4, $5, 'headteacher', 'A head')`,
      [urns[index], partner.id, year, rating, comment],
    );
  await database.owner.query('reset session_replication_role; reset middletier.person');
}

const toldPartner = () => records.inAuthority(slug, partner, viewsOfActingPartner);

test('a head says what the school thinks of its partner, the chair reads it and says it anew, the director reads who said what', async () => {
  assert.deepEqual((await readViewOfPartner(parts, head, place)).partners, [
    { person: partner.id, name: partner.name },
  ]);
  assert.deepEqual(await sayViewOfPartner(parts, head, { ...place, ...said }), { kind: 'done' });
  const read = await readViewOfPartner(parts, chair, place);
  assert.deepEqual(
    read.said.map(({ ratings, as, name, comment, partnerName }) => [ratings, as, name, comment, partnerName]),
    [
      [
        { credibility: 4, challenge: 2, consistency: 3 },
        ...['headteacher', head.name, 'Comes prepared', partner.name],
      ],
    ],
  );
  await sayViewOfPartner(parts, chair, { ...place, ...said, challenge: '3' });
  const { all } = await readViewsOfPartners(parts, director, slug);
  assert.deepEqual(
    all?.views.map(({ as, ratings }) => [as, ratings.challenge]),
    [['chair', 3]],
  );
  assert.deepEqual(
    all.partners.map(({ name, has, years }) => [name, has, years.map(({ schools }) => schools)]),
    [[partner.name, urns.length, [1]]],
    'one school, which spoke twice',
  );
});

test('everything that is wrong with a form is said at once, in the order of its fields, and nothing is kept', async () => {
  const outcome = await sayViewOfPartner(parts, head, {
    ...place,
    ...{ partner: officer.id, credibility: '5', challenge: '', consistency: '0', comment: 'x'.repeat(2001) },
  });
  assert.deepEqual(outcome.kind === 'problems' && outcome.problems.map(({ field }) => field), [
    'partner',
    'credibility',
    'challenge',
    'consistency',
    'comment',
  ]);
});

test('of a school that is not theirs head and chair neither read nor say anything; partner and officer have no such page', async () => {
  const elsewhere = { authority: slug, urn: '900002' };
  await assert.rejects(sayViewOfPartner(parts, head, { ...elsewhere, ...said }), { code: 'not-found' });
  await assert.rejects(readViewOfPartner(parts, chair, elsewhere), { code: 'not-found' });
  await assert.rejects(readViewOfPartner(parts, partner, place), { code: 'not-permitted' });
  await assert.rejects(readViewsOfPartners(parts, officer, slug), { code: 'not-permitted' });
});

test('a partner reads no view of a school, and of this school year nothing at all', async () => {
  assert.deepEqual(await records.inAuthority(slug, partner, (one) => viewsOfPartners(one)), []);
  const read = await readViewsOfPartners(parts, partner, slug);
  assert.deepEqual([read.all, read.own], [null, []]);
});

test('a partner is told averages of five schools and of no fewer; who of them said what makes no difference', async () => {
  await saidBefore(2014, [1, 2, 3, 4]);
  assert.deepEqual(await toldPartner(), [], 'four schools');
  await saidBefore(2015, [1, 2, 3, 4, 4], 'By the first school');
  const once = await toldPartner();
  assert.deepEqual(once, [
    { schoolYear: 2015, schools: 5, averages: { credibility: 2.8, challenge: 2.8, consistency: 2.8 } },
  ]);
  // Each school now says the same as another did before, in other words: the partner cannot tell that from the first world.
  await saidBefore(2015, [4, 4, 3, 2, 1], 'By another school');
  assert.deepEqual(await toldPartner(), once);
  assert.deepEqual(
    await records.inAuthority(slug, director, viewsOfActingPartner),
    [],
    'of themselves alone: who is no partner is told nothing',
  );
});

test('what the partner is told is what the rule makes of the views of each year that is over', async () => {
  const views = await records.inAuthority(slug, director, (one) => viewsOfPartners(one));
  assert.deepEqual(
    await toldPartner(),
    averagedByYear(views).filter(({ schools, schoolYear }) => schools >= leastSchools && schoolYear < 2020),
  );
});
