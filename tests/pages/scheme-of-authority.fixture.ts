import { whatFollows } from '#/analyse/actions/what-follows.ts';
import { describeScheme, type SchemeOfAuthority } from '#/analyse/actions/read-scheme.ts';
import { inventedAuthority, inventedScheme } from '#/analyse/pages/invented.fixture.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { loadReference } from '#/law/reference.ts';

/** A scheme as the invented authority reads it. */
export function schemeOfAuthority(read: Scheme, changes: Partial<SchemeOfAuthority> = {}): SchemeOfAuthority {
  return {
    ...describeScheme(read),
    follows: whatFollows(read, loadReference(), '2026-11-22'),
    authority: inventedAuthority,
    schemes: loadReference().schemes,
    inUse: inventedScheme,
    adopted: null,
    ...changes,
  };
}
