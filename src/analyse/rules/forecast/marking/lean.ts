import { exactInterval, wilsonInterval, type Range } from '#/statistics/interval.ts';

/** How what somebody expected compares with the inspection that followed: `too generous` where it found worse. */
export type Verdict = 'as expected' | 'too generous' | 'too harsh';

/** To which side a number of verdicts leans, if to any. */
export interface Lean {
  readonly marks: number;
  readonly asExpected: number;
  readonly tooGenerous: number;
  readonly tooHarsh: number;
  /** Plausible shares (95%, Wilson) of all marks; `null` with fewer marks than are told of. */
  readonly generous: Range | null;
  readonly harsh: Range | null;
  readonly leans: 'too generous' | 'too harsh' | 'neither, as far as can be told' | 'too few to say';
}

/**
 * How verdicts lean. Those that were as expected do not tell to which side somebody errs; of the others, too generous and too
 * harsh would be as frequent for somebody who leans neither way, and only where the exact 95% range of their share leaves
 * out one half is a lean told (the sign test: J. Arbuthnott, 1710).
 *
 * @param fewest marks below which nothing is told but the counts
 */
export function leanOf(verdicts: readonly Verdict[], fewest: number): Lean {
  const counted = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length;
  const [tooGenerous, tooHarsh] = [counted('too generous'), counted('too harsh')];
  const counts = { marks: verdicts.length, asExpected: counted('as expected'), tooGenerous, tooHarsh };
  if (verdicts.length < fewest || verdicts.length === 0)
    return { ...counts, generous: null, harsh: null, leans: 'too few to say' };
  return {
    ...counts,
    generous: wilsonInterval(tooGenerous, verdicts.length),
    harsh: wilsonInterval(tooHarsh, verdicts.length),
    leans: sideOf(tooGenerous, tooHarsh),
  };
}

function sideOf(tooGenerous: number, tooHarsh: number): Lean['leans'] {
  if (tooGenerous + tooHarsh === 0) return 'neither, as far as can be told';
  const { low, high } = exactInterval(tooGenerous, tooGenerous + tooHarsh);
  if (low > 0.5) return 'too generous';
  return high < 0.5 ? 'too harsh' : 'neither, as far as can be told';
}
