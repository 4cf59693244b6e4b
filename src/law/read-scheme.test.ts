import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSchemeFile } from './read-scheme.ts';
import { loadReference } from './reference.ts';

const maxima = new Map(loadReference().indicators.map(({ id, maximum }) => [id, maximum]));
const text = readFileSync(new URL('../../reference/schemes/staffordshire-a-d.json', import.meta.url), 'utf8');
const problemsOf = (given: string) =>
  readSchemeFile(given, maxima).problems.map(({ line, where, words }) => `${line} ${where}: ${words}`);
/** The scheme with one place changed; the place must be there. */
const changed = (from: string, to: string): string => {
  assert.ok(text.includes(from), from);
  return text.replace(from, to);
};
const lineWith = (part: string): number => text.split('\n').findIndex((line) => line.includes(part)) + 1;

test('a sound scheme has no problem, with comments and a comma too many as people write them', () => {
  assert.deepEqual(problemsOf(text), []);
  const commented = changed('"to": null,', '"to": null, // until further notice\n/* and\nmore */');
  const { scheme, problems } = readSchemeFile(
    commented.replace('"tone": "high",', '"tone": "high",\n'),
    maxima,
  );
  assert.deepEqual(problems, []);
  assert.equal(scheme?.id, 'staffordshire-a-d');
});

test('everything wrong is told at once, each with its line, in the order of the lines', () => {
  const wrong = changed('"concern": 5', '"concern": 4')
    .replace('"maximum": 3', '"maximum": 4')
    .replace('"atLeast": 5', '"atLeast": 15')
    .replace('"group": "some concern"', '"group": "some worry"');
  const said = problemsOf(wrong);
  assert.equal(said.length, 5);
  assert.deepEqual(
    said.map((one) => Number(one.split(' ')[0])),
    said.map((one) => Number(one.split(' ')[0])).toSorted((a, b) => a - b),
  );
  assert.ok(said.some((one) => one.includes('there is no group “some worry”; there is “high concern”')));
  assert.ok(said.some((one) => one.includes('is the order of concern of two categories')));
  assert.ok(said.some((one) => one.includes('last-inspection gives 0 to 3 points')));
  assert.ok(said.some((one) => one.includes('has a gap: it does not say what earns 4 points')));
  assert.ok(said.some((one) => one.includes('15 points can never be reached: these give 9 at most')));
});

test('a fault of shape in one part does not hide what is wrong in the others', () => {
  const said = problemsOf(
    changed('"concern": 5', '"concern": 4').replace('"id": "attainment"', '"id": "happiness"'),
  );
  assert.equal(said.length, 2);
  assert.ok(said.some((one) => one.includes('is the order of concern of two categories')));
});

test('an indicator that there is no rule for is named with those there are', () => {
  const [said] = problemsOf(changed('"id": "attainment"', '"id": "happiness"'));
  assert.match(said ?? '', /indicators › 5 › id: must be one of: “last-inspection”, .*“staffing”$/);
  assert.ok(said?.startsWith(`${lineWith('"id": "attainment"')} `));
});

test('a missing source is told where it should stand', () => {
  const said = problemsOf(changed('"source": "Our reading', '"sauce": "Our reading'));
  assert.equal(said.length, 2);
  assert.match(said[0] ?? '', /standings › 1 › source: is missing: text in quotation marks is needed/);
  assert.match(said[1] ?? '', /no field is called “sauce” here/);
});

test('a field that stands twice is told, because the second would silently win', () => {
  assert.deepEqual(
    problemsOf(changed('"to": null', '"to": null, "to": null')).map((one) => one.replace(/^\d+ /, '')),
    ['to: “to” stands here twice'],
  );
});

test('a last row that asks something leaves schools without a category, and that is told', () => {
  const end = text.lastIndexOf('"when": []');
  const open = `${text.slice(0, end)}"when": [{ "fact": "in transition", "is": true }]${text.slice(end + 10)}`;
  assert.match(problemsOf(open).join(), /the last row must hold for every school/);
});

test('steps that do not rise overlap, and that is told', () => {
  assert.match(
    problemsOf(text.replace('[0.5, 1, 1.5]', '[0.5, 0.5, 1.5]')).join(),
    /settings › attainmentStepsSd › numbers › 2: steps must rise: 0.5 is not more than 0.5/,
  );
});

test('what is no JSON, no scheme or nothing is told in words, with the line', () => {
  const found: readonly (readonly [string, RegExp])[] = [
    ['', /^1 : the file is empty$/],
    ['<html><body>Sign in</body></html>', /^1 : a word here is not in quotation marks/],
    ['{"id": "a', /a quotation mark is missing/],
    ['[]', /^1 : must be fields in braces/],
    [text.slice(0, 9000), /missing|expected/],
    [changed('"to": null,', '"to": null'), /a comma was expected here, or before it/],
    ['x'.repeat(600_000), /larger than 500 kilobytes/],
    ['\u0000\u0001PK', /cannot|not in quotation marks/],
  ];
  for (const [given, says] of found) assert.match(problemsOf(given).join('\n'), says, given.slice(0, 20));
});

test('whatever is done to a scheme, it is read or told to be wrong, never a crash', () => {
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(40), fc.string({ maxLength: 12 }), (at, cut, put) => {
      const { scheme, problems } = readSchemeFile(text.slice(0, at) + put + text.slice(at + cut), maxima);
      assert.ok(scheme !== null || problems.length > 0);
      assert.ok(problems.every(({ words, line }) => words.length > 0 && line >= 1));
    }),
    { numRuns: 150 },
  );
});
