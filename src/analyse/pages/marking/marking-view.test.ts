import assert from 'node:assert/strict';
import { test } from 'node:test';
import { downloadAsCsv } from '#/platform/exports/download.ts';
import { markingDownload } from './marking-export.ts';
import { chosenQuery, fieldsOf, readMarkingRequest } from './marking-request.ts';
import { markingView } from './marking-view.ts';
import { expectationsFor, markingRead, nothingDue, nothingKept } from './marking.fixture.ts';

test('the first sentence says of how many schools with a high chance how many fell, and what was said', () => {
  const { answer, warnings } = markingView(markingRead());
  assert.match(
    answer,
    /^Of 20 schools to which we gave 1 chance in 5 or more of being judged below good within 18 months, 14 fell: we said 9\.8\. Of all 117 schools, 14 fell: we said 14\.$/,
  );
  assert.match(warnings?.chart?.title ?? '', /^As many fell as we said: 14$/);
});

test('every school of a counted forecast is marked or told of with the reason', () => {
  const { warnings } = markingView(markingRead());
  assert.deepEqual(warnings?.notMarked, [
    '1 school: given no chance, because too little was known',
    '1 school: closed before an inspection',
    '1 school: not followed to the end by any file',
  ]);
});

test('whoever reads no single school sees shares, and no chance, category or officer', () => {
  const view = markingView(markingRead({ warnings: null, categories: null, expectations: null }));
  assert.match(view.answer, /^Of 2 shares of schools that we forecast 1 year ahead, 1 lay in the range/);
  assert.deepEqual([view.warnings, view.categories, view.expectations], [null, null, null]);
  const csv = downloadAsCsv(
    markingDownload(markingRead({ warnings: null, categories: null, expectations: null })),
  );
  assert.match(csv, /All schools/);
  assert.doesNotMatch(csv, /Invented School|Ada|Ben/);
  assert.deepEqual(
    fieldsOf(markingRead({ warnings: null })).map(({ name }) => name),
    ['target', 'denominator', 'of'],
  );
});

test('an officer sees their own marks first, with from when others see them, and those of no colleague', () => {
  const own = markingView(markingRead({ expectations: expectationsFor('Ben', false, '2019-09-01') }));
  assert.equal(own.expectations?.service, null);
  assert.deepEqual(
    own.expectations.own.map(({ name, verdict, alone }) => [name, verdict, alone]),
    [
      ['Invented School 61', 'No mark: not inspected meanwhile', null],
      ['Invented School 14', 'As expected', '13 September 2019'],
      ['Invented School 13', 'As expected', '13 September 2019'],
      ['Invented School 12', 'As expected', '13 September 2019'],
      ['Invented School 11', 'As expected', '13 September 2019'],
    ],
  );
});

test('of officers with few marks the counts stand alone, and they are in order of name', () => {
  const { expectations } = markingView(markingRead());
  assert.deepEqual(
    expectations?.service?.officers.map(({ name, marks, leans, generous }) => [name, marks, leans, generous]),
    [
      ['Ada', '12', 'Too generous', '76% to 100%'],
      ['Ben', '4', 'Too few to say', 'too few to say'],
    ],
  );
});

test('before the working days are over the head of service sees how many marks there are, not whose', () => {
  const early = expectationsFor('Cleo', true, '2019-09-12');
  assert.equal(early.service?.lean.marks, 0);
  assert.equal(early.notYetShown, 17);
  const { expectations } = markingView(markingRead({ expectations: early }));
  assert.match(expectations?.notYetShown ?? '', /^17 marks more are for the officer alone as yet\.$/);
  assert.doesNotMatch(JSON.stringify(expectations), /Ada|Ben/);
  assert.equal(expectationsFor('Cleo', true, '2019-09-13').service?.lean.marks, 16);
});

test('nothing kept, and nothing due, are said in words', () => {
  assert.equal(
    markingView(markingRead(nothingKept())).answer,
    'Nothing has been kept yet that could be marked.',
  );
  const due = markingView(markingRead(nothingDue()));
  assert.match(due.answer, /^Nothing is due yet/);
  assert.match(due.warnings?.nothing ?? '', /the oldest forecast is as at 31 August 2021/);
});

test('what is chosen is in the address and comes back as it was', () => {
  const chosen = {
    target: 'any area below expected',
    months: 24,
    schools: 'every school',
    denominator: 'own grades only',
    of: 'pupils',
  } as const;
  const read = markingRead({ chosen });
  assert.deepEqual(readMarkingRequest(chosenQuery(read)), {
    ...chosen,
    months: '24',
  });
  assert.deepEqual(
    Object.values(chosenQuery(markingRead())).flat(),
    [],
    'what is usual is left out of the address',
  );
});
