/**
 * Chance that is the same on every machine. Each part of the county draws from its own stream, named by what it is
 * for, so that the order in which things are made changes nothing. Only whole-number and IEEE arithmetic is used:
 * `Math.exp`, `Math.log` and their like may differ in the last digit from one engine to another.
 */
export interface Chance {
  /** At least 0 and below 1. */
  readonly uniform: () => number;
  /** Mean 0, standard deviation 1: the sum of twelve uniform draws, which needs no logarithm. */
  readonly normal: () => number;
  /** True with the given probability. */
  readonly happens: (probability: number) => boolean;
  /** A whole number from `low` to `high`, both included. */
  readonly whole: (low: number, high: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
}

const seed = 'Larkshire';

/** The stream of chance for one purpose, for example `chanceFor('results', 12, 2019)`. */
export function chanceFor(...purpose: readonly (string | number)[]): Chance {
  let [a, b, c, d] = stateFrom(`${seed}/${purpose.join('/')}`);

  // sfc32, a small fast counter generator (Chris Doty-Humphrey, PractRand, public domain).
  const uniform = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 12; warm++) uniform();

  const normal = (): number => {
    let sum = -6;
    for (let draw = 0; draw < 12; draw++) sum += uniform();
    return sum;
  };
  const whole = (low: number, high: number): number => low + Math.floor(uniform() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => {
    const chosen = from[whole(0, from.length - 1)];
    if (chosen === undefined) throw new Error('Nothing to pick from.');
    return chosen;
  };
  return { uniform, normal, happens: (probability) => uniform() < probability, whole, pick };
}

/** Four 32-bit words from a text (FNV-1a over its character codes, with a different start for each). */
function stateFrom(text: string): [number, number, number, number] {
  const word = (start: number): number => {
    let hash = start;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), 16_777_619);
    }
    hash ^= hash >>> 15;
    return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 13);
  };
  return [word(0x811c9dc5), word(0x9e3779b9), word(0x85ebca6b), word(0xc2b2ae35)];
}
