import type { GoodBy } from './good-by.ts';
import { chancesAfter, moved, type Place, type SchoolChances } from './school-chances.ts';

/** What is expected of one school over the quarters to come. */
export interface Outlook {
  readonly now: 'good' | 'not good' | 'not judged';
  readonly chances: (quarters: number) => SchoolChances;
  /** The same, had it an inspection known in so many quarters and none before. */
  readonly inspectedAfter: (quarters: number) => Outlook;
  /** The same, judged so after so many quarters. */
  readonly judgedAfter: (quarters: number, good: boolean) => Outlook;
  /** The same, out of its category after so many quarters: it requires improvement then. Of a school in none, no other. */
  readonly outOfCategoryAfter: (quarters: number) => Outlook;
  /** The same, under a number of its own after so many quarters, with no grade counted but those given it then. */
  readonly startsAnewAfter: (quarters: number) => Outlook;
}

/** The outlook under overall grades: by the chain of standings, with what England’s last miss adds. */
export function gradesOutlook(
  chain: GoodBy,
  place: Place,
  missed: number,
  outcomes: readonly number[],
): Outlook {
  const chances = (quarters: number) => moved(chancesAfter(chain, place, quarters), missed, quarters);
  const from = (standing: Place['standing'], after: number, quarters: number): SchoolChances =>
    moved(chancesAfter(chain, { standing, since: 0 }, quarters - after), missed, quarters, after);
  const later = (after: number, then: (quarters: number) => SchoolChances): Outlook => ({
    ...outlook,
    chances: (quarters) => (quarters < after ? standingStill(place) : then(quarters)),
  });
  const outlook: Outlook = {
    now: place.standing === 0 ? 'not judged' : place.standing <= 2 ? 'good' : 'not good',
    chances,
    inspectedAfter: (after) =>
      later(after, (quarters) => ({
        judged: 1,
        good: ([1, 2, 3, 4] as const).reduce(
          (sum, standing) => sum + (outcomes[standing - 1] ?? 0) * from(standing, after, quarters).good,
          0,
        ),
      })),
    judgedAfter: (after, good) => later(after, (quarters) => from(good ? 2 : 3, after, quarters)),
    outOfCategoryAfter: (after) =>
      place.standing === 4 ? later(after, (quarters) => from(3, after, quarters)) : outlook,
    startsAnewAfter: (after) => ({
      ...outlook,
      chances: (quarters) => (quarters < after ? chances(quarters) : from(0, after, quarters)),
    }),
  };
  return outlook;
}

function standingStill({ standing }: Place): SchoolChances {
  return { judged: standing === 0 ? 0 : 1, good: standing === 1 || standing === 2 ? 1 : 0 };
}
