import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { adoptScheme } from '#/analyse/actions/adopt-scheme.ts';
import { everythingAsJson, everythingDownload } from '#/people/pages/logs/everything-export.ts';
import { readEverything } from '#/people/actions/read-everything.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { endRequest } from '#/schools/actions/end-request.ts';
import { endRoles } from './records.fixture.ts';
import {
  own,
  people,
  place,
  slug,
  startSchoolTold,
  type SchoolTold,
  type Who,
} from './school-told.fixture.ts';

let told: SchoolTold;

before(async () => {
  told = await startSchoolTold();
  const withdrawn = {
    ...place,
    request: told.asked.authority,
    act: 'withdraw',
    why: 'No longer due',
  } as const;
  await endRequest(told.parts, people['intervention officer'], withdrawn);
  const [scheme] = told.parts.reference().schemes;
  assert.ok(scheme);
  await adoptScheme(told.parts, people.director, { authority: slug, scheme, why: 'Agreed with heads' });
});

after(() => told.database.end());

type About = Parameters<typeof readHistory>[3];

/** What somebody reads of a history, the oldest first. */
async function read(who: Who, about: About): Promise<readonly string[]> {
  const { entries } = await readHistory(told.parts, people[who], slug, about);
  return entries.map(({ words }) => words).toReversed();
}

const request = (level: keyof SchoolTold['asked']): About => [{ kind: 'request', keys: [told.asked[level]] }];

describe('the history beside a record', () => {
  test('of a request the school may know of is read by head, chair, clerk, governor and officers, and no other', async () => {
    for (const who of ['head', 'chair', 'clerk', 'governor', 'challenge partner', 'auditor'] as const)
      assert.deepEqual(
        (await read(who, request('school and authority'))).map((words) => words.split(':')[0]),
        ['The intervention officer asked a school', 'The head answered a request'],
        who,
      );
    for (const who of [
      'head of another school',
      'data officer',
      'administrator',
      'elected member',
      'trust officer',
    ] as const)
      assert.deepEqual(await read(who, request('school and authority')), [], who);
  });

  test('of a request for officers says who withdrew it and why, and nothing to the school', async () => {
    const [asked, withdrawn] = await read('head of service', request('authority'));
    assert.match(asked ?? '', /A note for colleagues \(by 2019-07-31\)\. Why: To read it before we meet\.$/);
    assert.match(
      withdrawn ?? '',
      /withdrew a request.*before: asked; now: withdrawn\. Why: No longer due\.$/,
    );
    for (const who of ['head', 'chair', 'clerk', 'governor'] as const)
      assert.deepEqual(await read(who, request('authority')), [], who);
  });

  test('of a request to named people is read by them and who asked; by others as far as they read the log, without a word of it', async () => {
    for (const who of ['head', 'intervention officer'] as const)
      assert.equal((await read(who, request('named people'))).length, 2, who);
    for (const who of ['chair', 'clerk', 'head of service', 'challenge partner'] as const)
      assert.deepEqual(await read(who, request('named people')), [], who);
    assert.doesNotMatch((await read('director', request('named people'))).join(), /personnel|9000/i);
  });

  test('of what a school was told is for those whom the correspondence is for', async () => {
    const about: About = [{ kind: 'category told', keys: [own] }];
    for (const who of ['head', 'chair', 'challenge partner', 'head of service'] as const)
      assert.equal((await read(who, about)).length, 2, who);
    for (const who of ['clerk', 'governor', 'head of another school', 'system leader'] as const)
      assert.deepEqual(await read(who, about), [], who);
  });

  test('of schemes is for everybody with a role; of analyses for whoever runs them', async () => {
    for (const who of ['head', 'elected member', 'director'] as const)
      assert.match(
        (await read(who, [{ kind: 'scheme' }])).join(),
        /adopted a scheme.*Agreed with heads/,
        who,
      );
    assert.match((await read('head of service', [{ kind: 'analysis' }])).join(), /ran an analysis/);
    assert.deepEqual(await read('head', [{ kind: 'analysis' }]), []);
  });

  test('is not read by whoever holds no role any more, nor by whoever the authority does not know', async () => {
    const nobody = { id: 'nobody', name: 'Nobody', roles: [] };
    await assert.rejects(readHistory(told.parts, nobody, slug, [{ kind: 'scheme' }]));
    await endRoles(told.database.owner, slug, people.governor);
    assert.deepEqual(await read('governor', request('school and authority')), []);
  });
});

describe('everything held about a person', () => {
  test('has the words they wrote and the requests that name them, as far as whoever takes it out may read them', async () => {
    const held = await readEverything(told.parts, people.auditor, slug, people.head.id);
    assert.deepEqual(
      held.written?.map(({ what, words }) => `${what}: ${words}`),
      ['answered: Answer, school and authority', 'replied: Our new results are better'],
    );
    assert.match(held.notHere.join(), /only named people may know of/);
    const asked = await readEverything(told.parts, people.auditor, slug, people['intervention officer'].id);
    assert.deepEqual(asked.written?.map(({ request: what }) => what).toSorted(), [
      'A note for colleagues',
      'Your improvement plan',
    ]);
  });

  test('does not tell the information officer, who may not read them, whether there are any, and says so', async () => {
    const files = async (who: string): Promise<string> => {
      const held = await readEverything(told.parts, people['information officer'], slug, who);
      assert.equal(held.written, null);
      return JSON.stringify(everythingDownload(held)) + everythingAsJson(held);
    };
    const ofHead = await files(people.head.id);
    assert.match(ofHead, /nor whether there are any/);
    assert.doesNotMatch(ofHead, /Our new results|Answer, |personnel/);
    assert.match(await files(people['data officer'].id), /nor whether there are any/);
  });
});
