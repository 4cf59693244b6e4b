import type { IsoDate } from '#/schools/rules/dates.ts';
import type { SchoolHistory } from '#/schools/rules/history.ts';
import { lastGrades, standingsNow } from '../norfolk-2013/school-then.ts';
import type { Denominator, ShareKnown } from '../forecast.ts';

/** The same schools later: those of a day, or what came of them. Schools that opened since with no such past are not among them. */
export function sameSchools(
  then: readonly SchoolHistory[],
  later: readonly SchoolHistory[],
): readonly SchoolHistory[] {
  const urns = new Set(then.map(({ urn }) => urn));
  return later.filter(({ urn, formerly }) => urns.has(urn) || formerly.some((one) => urns.has(one)));
}

/** How many of some schools counted as good or better, as known on a day. */
export function shareKnown(
  histories: readonly SchoolHistory[],
  on: IsoDate,
  denominator: Denominator,
): ShareKnown {
  const standings = histories.map((history) => standingsNow(history, on)[denominator]);
  const many = (standing: 'good' | 'not good' | 'not judged'): number =>
    standings.filter((one) => one === standing).length;
  return {
    on,
    reached: many('good'),
    judged: many('good') + many('not good'),
    notJudged: many('not judged'),
  };
}

/** What became of the schools of a day by a later day. */
export interface Moves {
  readonly until: IsoDate;
  /** Good or better on the day. */
  readonly good: number;
  /** Of them, so many were judged below good afterwards. */
  readonly fell: number;
  /** Below good on the day. */
  readonly notGood: number;
  /** Of them, so many are good or better by the later day. */
  readonly rose: number;
}

/** Falls and rises between two days: of a school that came of several, each of them is counted. */
export function movesBetween(
  then: readonly SchoolHistory[],
  asAt: IsoDate,
  later: readonly SchoolHistory[],
  until: IsoDate,
): Moves {
  const becameOf = new Map(
    later.flatMap((history) => [history.urn, ...history.formerly].map((urn) => [urn, history])),
  );
  const pairs = then.flatMap((history) => {
    const now = lastGrades(history, asAt).any;
    const after = becameOf.get(history.urn);
    return now === null ? [] : [{ good: now.grade <= 2, after }];
  });
  const [good, notGood] = [pairs.filter((one) => one.good), pairs.filter((one) => !one.good)];
  const judgedBelow = (history: SchoolHistory | undefined): boolean =>
    history?.inspections.some(
      ({ knownOn, overall }) =>
        knownOn > asAt && knownOn <= until && typeof overall === 'number' && overall >= 3,
    ) ?? false;
  const nowGood = (history: SchoolHistory | undefined): boolean =>
    history !== undefined && (lastGrades(history, until).any?.grade ?? 4) <= 2;
  return {
    until,
    good: good.length,
    fell: good.filter(({ after }) => judgedBelow(after)).length,
    notGood: notGood.length,
    rose: notGood.filter(({ after }) => nowGood(after)).length,
  };
}
