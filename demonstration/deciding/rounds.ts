import { addDays, schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';
import { termsOf, workingDay, type Term } from '../calendar.ts';

/** A round of the county’s, and the days on which its people did what. None of them is later than today. */
export interface RoundPlanned {
  readonly name: string;
  readonly opened: IsoDate;
  readonly decideBy: IsoDate;
  readonly tellBy: IsoDate;
  /** The moderation meeting. */
  readonly met: IsoDate;
  readonly signed: IsoDate;
  readonly told: IsoDate;
  /** When what was put off was decided, signed and told: after the day promised. */
  readonly late: IsoDate;
  /** The one in progress. */
  readonly isNewest: boolean;
}

/** Two years and the term that has begun. */
const termsBack = 7;

/**
 * One round a term, the oldest first: of autumn when the results are in, after half-term; of spring and summer two weeks
 * into the term. The newest was opened two weeks ago, so that it is in progress whenever the county is loaded.
 */
export function roundsUntil(today: IsoDate): readonly RoundPlanned[] {
  const year = schoolYearOf(today);
  const begun = [year - 3, year - 2, year - 1, year].flatMap(termsOf).filter(({ from }) => from <= today);
  return begun.slice(-termsBack).map((term, index, all) => roundOf(term, today, index === all.length - 1));
}

/** About half-term: seven weeks and a week off. */
const daysToAutumnRound = 55;
const daysToRound = 11;

function roundOf(term: Term, today: IsoDate, isNewest: boolean): RoundPlanned {
  const usual = addDays(term.from, term.name === 'autumn' ? daysToAutumnRound : daysToRound);
  const latest = [addDays(today, -14), addDays(term.to, -21)].toSorted()[0] ?? usual;
  const day = isNewest ? (latest < term.from ? term.from : latest) : usual;
  const schoolDay = workingDay(day);
  const opened = schoolDay > today ? today : schoolDay;
  const after = (days: number): IsoDate => {
    const then = workingDay(addDays(opened, days));
    return then > today ? today : then;
  };
  const [decideBy, tellBy] = [workingDay(addDays(opened, 21)), workingDay(addDays(opened, 35))];
  const name = `${term.name.charAt(0).toUpperCase()}${term.name.slice(1)} term ${term.from.slice(0, 4)}`;
  const days = isNewest ? { met: after(7), signed: after(8), told: after(10) } : lasting(after);
  return { ...{ name, opened, decideBy, tellBy, isNewest, late: after(45) }, ...days };
}

function lasting(after: (days: number) => IsoDate): Pick<RoundPlanned, 'met' | 'signed' | 'told'> {
  return { met: after(14), signed: after(18), told: after(26) };
}
