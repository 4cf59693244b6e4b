import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInventedAddress } from './invented-address.ts';

test('addresses that can be nobody’s are known, and those that only look like them are not', () => {
  for (const address of ['a@school.example', 'a@example.com', 'a@b.EXAMPLE.org', 'a@x.test', 'a@localhost'])
    assert.ok(isInventedAddress(address), address);
  for (const address of ['a@example.gov.uk', 'a@norfolk.gov.uk', 'a@myexample.com', 'example@school.org.uk'])
    assert.ok(!isInventedAddress(address), address);
});
