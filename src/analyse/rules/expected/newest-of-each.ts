import type { Expectation, ShareTarget } from './expectation.ts';

/** What became of something that was written down: it holds, a newer one replaced it, or it was withdrawn. */
export type Became<One> =
  { readonly state: 'in force' } | { readonly state: 'replaced' | 'withdrawn'; readonly by: One };

/** Something that was written down, with what became of it. */
export type WithBecame<One> = One & { readonly became: Became<One> };

/** An officer's own expectations, each with what became of it: a newer one of the same officer and school replaces it. */
export function expectationsOverTime(
  written: readonly Expectation[],
): readonly (WithBecame<Expectation> & { readonly expected: NonNullable<Expectation['expected']> })[] {
  return overTime(written, ({ urn, made }) => [urn, made.person]).flatMap((one) =>
    one.expected === null ? [] : [{ ...one, expected: one.expected }],
  );
}

/** Shares aimed at, each with what became of it: a newer one for the same schools, day and standing replaces it. */
export function targetsOverTime(
  written: readonly ShareTarget[],
): readonly (WithBecame<ShareTarget> & { readonly share: number })[] {
  return overTime(written, ({ group, standing, on }) => [group.kind, group.name, standing, on]).flatMap(
    (one) => (one.share === null ? [] : [{ ...one, share: one.share }]),
  );
}

/** Whether the newest that was written down withdraws what was before it. */
function withdraws(one: Expectation | ShareTarget): boolean {
  return ('expected' in one ? one.expected : one.share) === null;
}

/** @param written the oldest first, as it was kept */
function overTime<One extends Expectation | ShareTarget>(
  written: readonly One[],
  keyOf: (one: One) => readonly string[],
): readonly WithBecame<One>[] {
  const next = new Map<string, One>();
  return written
    .toReversed()
    .map((one): WithBecame<One> => {
      const key = JSON.stringify(keyOf(one));
      const newer = next.get(key);
      next.set(key, one);
      if (newer === undefined) return { ...one, became: { state: 'in force' } };
      return { ...one, became: { state: withdraws(newer) ? 'withdrawn' : 'replaced', by: newer } };
    })
    .toReversed();
}
