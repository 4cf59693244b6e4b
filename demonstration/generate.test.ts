import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { demonstrationFiles } from './generate.ts';

function fingerprint(order?: Parameters<typeof demonstrationFiles>[0]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of demonstrationFiles(order)) hash.update(name).update(bytes);
  return hash.digest('hex');
}

const once = fingerprint();

test('a second run gives the same bytes', () => {
  assert.equal(fingerprint(), once);
});

test('the order in which schools are lived through changes no byte', () => {
  const shuffled = fingerprint((lineages) =>
    lineages.toSorted((one, other) => ((one.id * 7919) % 1009) - ((other.id * 7919) % 1009)),
  );
  assert.equal(shuffled, once);
});

test('the bytes are those of every other machine', () => {
  // A change of the generator changes this line, and with it every figure of the demonstration that people may have seen.
  assert.equal(once, '72cd82e893e6e164ca258632165f0d583ddd90ed027b41b63d4fc765c5c1a4eb');
});

test('everything together stays under fifteen million bytes', () => {
  const size = [...demonstrationFiles()].reduce((sum, file) => sum + file.bytes.length, 0);
  assert.ok(size < 15_000_000, `${size} bytes`);
});
