import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whatFollows } from '#/analyse/actions/what-follows.ts';
import { describeScheme, type SchemeOfAuthority } from '#/analyse/actions/read-scheme.ts';
import {
  inventedAuthority,
  inventedRows,
  inventedScheme,
  inventedSource,
} from '#/analyse/pages/invented.fixture.ts';
import { loadReference } from '#/law/reference.ts';
import { partsOf, textOf } from '#/platform/documents/open-document.fixture.ts';
import { writeDocument } from '#/platform/documents/write-document.ts';
import { schemeDocument } from './scheme-document.ts';
import { workedExample } from './worked-example.ts';

const { schemes } = loadReference();
const readOf = (scheme: typeof inventedScheme): SchemeOfAuthority => ({
  ...describeScheme(scheme),
  follows: whatFollows(scheme, loadReference(), '2026-11-22'),
  authority: inventedAuthority,
  schemes,
  inUse: inventedScheme,
  adopted: null,
});
const [row] = inventedRows;
assert.ok(row);
const example = workedExample(row, describeScheme(inventedScheme), 'fenshire');

async function textOfDocument(document: ReturnType<typeof schemeDocument>): Promise<string> {
  const parts = await partsOf(await writeDocument(document));
  return textOf(parts['word/document.xml'] ?? '');
}

for (const scheme of schemes) {
  test(`${scheme.title}: the document has every row, condition, indicator, step of points and setting of the scheme`, async () => {
    const read = readOf(scheme);
    const said = await textOfDocument(schemeDocument(read, null, []));
    const text = said.toLowerCase();
    const wanted = [
      ...scheme.rules.map(({ words }) => words),
      ...read.conditions.flat(),
      ...scheme.categories.map(({ meaning }) => meaning),
      ...scheme.groups.map(({ name }) => name),
      ...scheme.indicators.flatMap(({ title, scale }) => [title, ...scale.map(({ words }) => words)]),
      ...scheme.standings.map(({ meaning }) => meaning),
      ...Object.values(scheme.settings).map(({ words }) => words),
      scheme.told,
      ...read.follows.visits.map(({ what }) => what),
      ...read.follows.groups.flatMap(
        ({ entitlements }) => entitlements?.entitlements.map(({ what }) => what) ?? [],
      ),
    ];
    for (const words of wanted) assert.ok(text.includes(words.toLowerCase()), words);
    assert.doesNotMatch(said, /undefined|\[object|NaN/);
  });
}

test('the worked example has each indicator with its points, the rows that do not hold, and the one that does', async () => {
  const text = await textOfDocument(schemeDocument(readOf(inventedScheme), example, [inventedSource]));
  for (const { title, points, reason } of example.indicators) {
    for (const words of [title, points, reason]) assert.ok(text.includes(words), words);
  }
  assert.ok(text.includes(example.rule) && text.includes(example.points));
  assert.ok(!text.includes('Sedge Lane'), 'the school is not named');
  assert.ok(text.includes('as at 31 August 2025'), 'its sources are');
});

test('without permission to read categories there is no example in it', async () => {
  const text = await textOfDocument(schemeDocument(readOf(inventedScheme), null, []));
  assert.ok(!text.includes('A worked example'));
});

test('for an invented authority every page says that it does not exist', () => {
  const document = schemeDocument(readOf(inventedScheme), null, []);
  assert.match(document.banner ?? '', /Invented data: Fenshire/);
  const real = { ...readOf(inventedScheme), authority: { ...inventedAuthority, invented: false } };
  assert.equal(schemeDocument(real, null, []).banner, null);
});

test('which scheme is in use, and by whose decision, is said', async () => {
  const adopted = { by: 'An officer', at: '2025-09-01T09:00:00.000Z', why: 'Agreed with heads' };
  const text = await textOfDocument(schemeDocument({ ...readOf(inventedScheme), adopted }, null, []));
  assert.ok(
    text.includes(
      'The next analysis of Fenshire uses it. Adopted by An officer on 1 September 2025: Agreed with heads.',
    ),
  );
});
