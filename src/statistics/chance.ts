/** A stream of chance that is the same for the same seed on every machine. */
export interface ChanceStream {
  /** A whole number from 0 to 2³² − 1, each as likely. */
  readonly word: () => number;
  /** A whole number from 0 to `count` − 1. */
  readonly below: (count: number) => number;
}

/** The stream for a seed, a whole number; by splitmix32 its four words differ however alike two seeds are. */
export function chanceFrom(seed: number): ChanceStream {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    const once = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
    return (twice ^ (twice >>> 15)) >>> 0;
  };
  return chanceFromState(next(), next(), next(), next());
}

/** xoshiro128** 1.1 (D. Blackman and S. Vigna, 2018, public domain) from four words, not all zero. */
export function chanceFromState(a: number, b: number, c: number, d: number): ChanceStream {
  const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
  const word = (): number => {
    const drawn = Math.imul(turned(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = turned(d, 11);
    return drawn;
  };
  return { word, below: (count) => Math.floor((word() / 4_294_967_296) * count) };
}
