/** An attempt to sign in that counts against a new one: within the last day, by the same name or from the same place. */
export interface Attempt {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sameName: boolean;
  readonly samePlace: boolean;
  /** `refused`: it came too soon, and what was typed was not looked at. */
  readonly outcome: 'failed' | 'succeeded' | 'refused';
}

interface Limit {
  /** Failures that cost nothing: people mistype. */
  readonly free: number;
  /** The wait after the first one more, doubled with each further one. Seconds. */
  readonly first: number;
  readonly longest: number;
  /** Failures in a day after which nothing is looked at until some of them are a day old. */
  readonly most: number;
}

/**
 * Guessing is slowed down, and nobody is locked out for good by others (NCSC: throttle rather than lock). One name from
 * one place is slowed soonest. A name is slowed later when others try it from elsewhere, so that whoever is meant still
 * gets in; a place last, because a whole office may be behind one address.
 */
export const limits = {
  'name from this place': { free: 5, first: 15, longest: 15 * 60, most: 50 },
  name: { free: 20, first: 15, longest: 5 * 60, most: 200 },
  place: { free: 40, first: 5, longest: 5 * 60, most: 500 },
} as const satisfies Readonly<Record<string, Limit>>;

/** Attempts are counted for so long. */
export const countedSeconds = 24 * 60 * 60;

/**
 * Whether what somebody types to sign in is looked at now.
 *
 * @param before attempts of the last day
 * @param now milliseconds since 1970
 */
export function isLookedAt(before: readonly Attempt[], now: number): boolean {
  const counted = before.filter(({ at }) => now - at < countedSeconds * 1000);
  const here = counted.filter(({ sameName, samePlace }) => sameName && samePlace);
  return (
    passes(limits['name from this place'], sinceSuccess(here), now) &&
    passes(limits.name, failed(counted.filter(({ sameName }) => sameName)), now) &&
    passes(limits.place, failed(counted.filter(({ samePlace }) => samePlace)), now)
  );
}

/** Whoever gets in was the one who mistyped: what they mistyped here before is forgotten. */
function sinceSuccess(attempts: readonly Attempt[]): readonly Attempt[] {
  const last = Math.max(...attempts.filter(({ outcome }) => outcome === 'succeeded').map(({ at }) => at));
  return failed(attempts).filter(({ at }) => at > last);
}

function failed(attempts: readonly Attempt[]): readonly Attempt[] {
  return attempts.filter(({ outcome }) => outcome === 'failed');
}

function passes({ free, first, longest, most }: Limit, failures: readonly Attempt[], now: number): boolean {
  if (failures.length >= most) return false;
  const over = failures.length - free;
  if (over < 0) return true;
  const wait = Math.min(first * 2 ** over, longest);
  return now - Math.max(...failures.map(({ at }) => at)) >= wait * 1000;
}

/**
 * Where an attempt came from, as it is counted: an address of version 4, or the half of one of version 6 that belongs to
 * one connection, whose other half anybody may change at will (RFC 4291, 2.5.4).
 */
export function placeOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').toLowerCase();
  if (!plain.includes(':')) return plain;
  const [before = '', after] = plain.split('%')[0]?.split('::') ?? [];
  const groups = (text: string): string[] => (text === '' ? [] : text.split(':'));
  const head = groups(before);
  const tail = groups(after ?? '');
  const middle =
    after === undefined ? [] : new Array<string>(Math.max(0, 8 - head.length - tail.length)).fill('0');
  return [...head, ...middle, ...tail]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
