import type { IsoDate } from '#/schools/rules/dates.ts';

/** A thing that the view of a school rests on. */
export interface Ground {
  readonly nature: 'data' | 'first-hand' | 'second-hand';
  /** What it is, in a few words: `Key stage 2, 2024/25`, `Note of visit`. */
  readonly what: string;
  /** When it was seen, told, or became known. */
  readonly on: IsoDate;
}

/** How much of a view rests on what, and how old that is. */
export interface RestsOn {
  readonly data: Share;
  /** What officers saw themselves. */
  readonly firstHand: Share;
  /** What somebody told them, or a record said. */
  readonly secondHand: Share;
  /** Of all of them. */
  readonly grounds: number;
}

interface Share {
  readonly grounds: number;
  /** The newest of them; `null` where there is none. */
  readonly newest: Ground | null;
}

/** How much of the view of a school rests on data, and how much on what somebody saw there, with the newest of each. */
export function restsOn(grounds: readonly Ground[], today: IsoDate): RestsOn {
  const known = grounds.filter(({ on }) => on <= today);
  const share = (nature: Ground['nature']): Share => {
    const some = known.filter((one) => one.nature === nature);
    const newest = some.toSorted((a, b) => b.on.localeCompare(a.on))[0] ?? null;
    return { grounds: some.length, newest };
  };
  return {
    data: share('data'),
    firstHand: share('first-hand'),
    secondHand: share('second-hand'),
    grounds: known.length,
  };
}
