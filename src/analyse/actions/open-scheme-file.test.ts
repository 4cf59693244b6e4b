import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { loadReference } from '#/law/reference.ts';
import { schemeExample, schemeMeant } from './open-scheme-file.ts';
import { checkSchemeText } from './read-scheme-file.ts';

const parts = { reference: loadReference };
const folder = mkdtempSync(join(tmpdir(), 'middletier-scheme-'));
after(() => {
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

test('the example can be used as it stands, and explains every indicator and every fact there is', () => {
  const example = schemeExample();
  const { scheme, problems, cautions } = checkSchemeText(parts, example);
  assert.deepEqual([problems, cautions], [[], []]);
  assert.ok(scheme);
  for (const { id } of loadReference().indicators) assert.ok(example.includes(id), id);
  for (const fact of [
    'run by',
    'phase',
    'indicator',
    'points',
    'recently inspected',
    'making good progress',
  ]) {
    assert.ok(example.includes(`"fact": "${fact}"`), fact);
  }
});

test('a file that is no text is refused as such, not word by word', async () => {
  const spreadsheet = file('scheme.xlsx', Buffer.from('PK\u0003\u0004\u0014\0\u0006\0', 'latin1'));
  await assert.rejects(schemeMeant(parts, spreadsheet), /is not text: a scheme is written as JSON/);
});

test('a file is read whichever way an editor saved it', async () => {
  const example = schemeExample();
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(example, 'utf16le')]);
  for (const content of [example, `\uFEFF${example}`, utf16, example.replaceAll('\n', '\r\n')]) {
    const { scheme } = await schemeMeant(parts, file('own.jsonc', content));
    assert.equal(scheme.id, 'our-county-2026');
  }
});

test('everything wrong with a file is one message, each fault with its line', async () => {
  const wrong = schemeExample()
    .replace('"concern": 2,', '"concern": 1,')
    .replace('"category": "3"', '"category": 3');
  await assert.rejects(schemeMeant(parts, file('wrong.jsonc', wrong)), (error: Error) => {
    assert.match(error.message, /line \d+, categories › 3 › concern: “1” is the order of concern of two/);
    assert.match(error.message, /line \d+, rules › 1 › category: must be text in quotation marks/);
    return 'code' in error && error.code === 'scheme-invalid';
  });
});

test('a scheme there is already can be meant by its name, and cannot be given out as one’s own', async () => {
  const { scheme } = await schemeMeant(parts, 'staffordshire-a-d');
  assert.equal(scheme.title, 'Staffordshire A to D');
  const { problems } = checkSchemeText(parts, JSON.stringify(scheme));
  assert.match(problems[0]?.words ?? '', /is the name of a scheme that is there already/);
});

test('a file that is not there is told with where an example is', async () => {
  await assert.rejects(schemeMeant(parts, join(folder, 'none.jsonc')), { code: 'file-unreadable' });
});
