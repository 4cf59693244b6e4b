import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ownAddress } from './own-address.ts';

test('pages of this site are gone back to, with their query', () => {
  for (const own of ['/', '/sources', '/authorities/norfolk/risk-register?phase=primary&search=a%20b']) {
    assert.equal(ownAddress(own), own);
  }
});

test('whatever leads elsewhere, in any browser, is the first page', () => {
  const elsewhere = [
    undefined,
    '',
    'sources',
    'https://example.org/',
    '//example.org/',
    '/\\example.org/',
    '\\\\example.org',
    '/\t/example.org',
    '/%0a/../\n/example.org',
    '/a/..//example.org',
    '/.//example.org',
    'javascript:alert(1)',
    '/sign-in?to=/',
    '/sign-in/provider',
    '/sign-out',
    '/set-up/abc',
  ];
  for (const asked of elsewhere) assert.equal(ownAddress(asked), '/', asked);
});
