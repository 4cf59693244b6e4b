import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkReference, loadReference, readReference } from './reference.ts';

/** The real reference data with the one method, or the one printed forecast, changed. */
function changed(change: (content: ReturnType<typeof readReference>) => void): () => void {
  const content = structuredClone(readReference());
  change(content);
  return () => checkReference(content);
}

interface Method {
  readonly settings: Record<string, Record<string, unknown>>;
}

test('Norfolk’s method of 2013 is there, and each of its settings says of which rule it is and whose reading', () => {
  const [method] = loadReference().forecastMethods;
  assert.equal(method?.id, 'norfolk-2013');
  for (const [name, { rule, reading, source, status }] of Object.entries(method.settings)) {
    assert.match(rule, /^[1-4]\.[1-4]/, name);
    assert.ok(source.length >= 8, name);
    assert.ok(status === 'unconfirmed' || reading === 'printed', `${name}: a reading of ours is unconfirmed`);
  }
});

test('a setting without a source fails, and so does a school expected good before it can be', () => {
  const of = (content: ReturnType<typeof readReference>) =>
    (content.forecastMethods as Method[])[0]?.settings;
  assert.throws(
    changed((content) => Object.assign(of(content)?.['results'] ?? {}, { source: '' })),
    /settings › results › source/,
  );
  assert.throws(
    changed((content) => Object.assign(of(content)?.['belowGoodExpected'] ?? {}, { months: 6 })),
    /norfolk-2013: belowGoodExpected is sooner than belowGoodEarliest/,
  );
  assert.throws(
    changed((content) => Object.assign(of(content)?.['academies'] ?? {}, { opensMonths: 60 })),
    /academies open after the day by which all are good/,
  );
  assert.throws(
    changed((content) => Object.assign(of(content)?.['category'] ?? {}, { scheme: 'norfolk-1913' })),
    /there is no scheme norfolk-1913/,
  );
});

test('a prediction of a day before it was printed fails, and so does one said twice', () => {
  const figures = (content: ReturnType<typeof readReference>) =>
    (content.files['printed-forecasts.json'] as { entries: { figures: { on: string }[] }[] }).entries[0]
      ?.figures ?? [];
  assert.throws(
    changed((content) => Object.assign(figures(content)[0] ?? {}, { on: '2013-11-01' })),
    /a prediction is of a day after it was printed/,
  );
  assert.throws(
    changed((content) => {
      const list = figures(content);
      const [first] = list;
      if (first !== undefined) list.push(first);
    }),
    /norfolk 2013-11-21 primary 2013-12-31 is there twice/,
  );
});
