import { addWorkingDays } from '#/law/working-days.ts';
import { schoolDayFrom, termOn, termsOfYear, type Term } from '#/law/terms.ts';
import type { Reference } from '#/law/reference.ts';
import { addDays, schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';
import type { CategoryRound } from './decision.ts';

type Calendar = Pick<Reference, 'schoolTerms' | 'bankHolidays'>;

/**
 * Whether it is still decided in a round. The next round over all schools takes the place of all before it, and the next
 * for one school of those before it for that school: what was left is decided there.
 */
export function followedBy(round: CategoryRound, rounds: readonly CategoryRound[]): CategoryRound | null {
  const later = rounds.filter(
    (one) => BigInt(one.number) > BigInt(round.number) && (one.urn === null || one.urn === round.urn),
  );
  return later.toSorted((a, b) => Number(BigInt(a.number) - BigInt(b.number))).at(0) ?? null;
}

/**
 * The round over all schools in which there is still something to decide, and in time: as long as there is one, no other
 * is opened beside it. One whose time is over is followed by the next, which takes up what was left.
 *
 * @param undecided how many schools of a round wait for a decision
 */
export function roundInProgress(
  rounds: readonly CategoryRound[],
  undecided: (round: CategoryRound) => number,
  today: IsoDate,
): CategoryRound | null {
  return (
    rounds.find(
      (round) =>
        round.urn === null &&
        followedBy(round, rounds) === null &&
        round.tellBy >= today &&
        undecided(round) > 0,
    ) ?? null
  );
}

const workingDaysToDecide = 15;
const workingDaysToTell = 10;

/**
 * What a round is called and by when it is done where nobody says otherwise: three working weeks to decide and two more to
 * tell, each to a day on which schools are open, because a letter in the holidays is not read.
 */
export function usualRound(
  today: IsoDate,
  { schoolTerms, bankHolidays }: Calendar,
): { readonly name: string; readonly decideBy: IsoDate; readonly tellBy: IsoDate } {
  const later = (from: IsoDate, days: number): IsoDate =>
    schoolDayFrom(addWorkingDays(from, days, bankHolidays), schoolTerms, bankHolidays);
  const decideBy = later(today, workingDaysToDecide);
  return {
    name: termName(termFrom(today, schoolTerms)),
    decideBy,
    tellBy: later(decideBy, workingDaysToTell),
  };
}

/**
 * A term that has passed, or has come into its last four weeks, without a round over all schools (categories are looked at
 * again at least termly: Norfolk 2013, step 1); `null` where there is none. Before the first round there is none to miss.
 */
export function termWithoutRound(
  rounds: readonly CategoryRound[],
  today: IsoDate,
  { schoolTerms }: Calendar,
): string | null {
  const whole = rounds.filter(({ urn }) => urn === null);
  const first = whole
    .map(({ opened }) => opened.on)
    .toSorted()
    .at(0);
  if (first === undefined) return null;
  const year = schoolYearOf(today);
  const terms = [year - 1, year].flatMap((one) => termsOfYear(one, schoolTerms));
  const missed = terms.findLast(({ to }) => addDays(to, -28) <= today);
  if (missed === undefined || missed.to < first) return null;
  const next = terms.find(({ from }) => from > missed.from)?.from ?? '9999-12-31';
  const opened = whole.some(({ opened: { on } }) => missed.from <= on && on < next);
  return opened ? null : termName(missed).replace(/^./, (letter) => letter.toLowerCase());
}

/** The term a day lies in, or the next one in the holidays. */
function termFrom(day: IsoDate, terms: Calendar['schoolTerms']): Term {
  let one = day;
  for (;;) {
    const term = termOn(one, terms);
    if (term !== null) return term;
    one = addDays(one, 1);
  }
}

/** `Autumn term 2026`: by the calendar year it begins in. */
function termName({ term, from }: Term): string {
  return `${term.charAt(0).toUpperCase()}${term.slice(1)} term ${from.slice(0, 4)}`;
}
