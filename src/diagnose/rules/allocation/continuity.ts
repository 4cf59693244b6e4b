import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { standingOn, type Span } from '#/people/rules/held-roles.ts';

/** Days on which somebody had a school. */
export interface HadSchool extends Span {
  readonly person: string;
}

export interface Continuity {
  /** People who had it at any time in these years. */
  readonly people: number;
  /** How many times somebody came in the place of somebody else. */
  readonly changes: number;
  /** It changed hands more often than is thought good. */
  readonly tooOften: boolean;
}

/**
 * How often a school had to get used to somebody new: a day on which somebody begins counts once if somebody else had left
 * since the last such day. A partner who comes beside an officer changes nothing; neither does a role that is given again.
 *
 * @param since the first day that counts
 * @param mostChanges reference data: more than so many is too often
 */
export function continuityOf(
  had: readonly HadSchool[],
  { since, today, mostChanges }: { since: IsoDate; today: IsoDate; mostChanges: number },
): Continuity {
  const within = had.filter(
    (span) => span.from <= today && (span.last === null || (span.last >= since && span.last >= span.from)),
  );
  const begins = [...new Set(within.map(({ from }) => from))].filter((day) => day > since).toSorted();
  const left = new Set(within.filter((one) => one.last !== null && one.last < today && !goesOn(one, within)));
  let changes = 0;
  for (const day of begins) {
    const came = within.filter(({ from, person }) => from === day && !hadItTheDayBefore(person, day, within));
    const gone = [...left].filter(({ last, person }) =>
      came.some((one) => one.person !== person && last !== null && last < day),
    );
    if (gone.length > 0) changes += 1;
    for (const one of gone) left.delete(one);
  }
  return {
    people: new Set(within.map(({ person }) => person)).size,
    changes,
    tooOften: changes > mostChanges,
  };
}

function goesOn({ person, last }: HadSchool, all: readonly HadSchool[]): boolean {
  return last !== null && all.some((one) => one.person === person && hasOn(one, addDays(last, 1)));
}

function hadItTheDayBefore(person: string, day: IsoDate, all: readonly HadSchool[]): boolean {
  return all.some((one) => one.person === person && hasOn(one, addDays(day, -1)));
}

function hasOn(span: Span, day: IsoDate): boolean {
  return standingOn(span, day) === 'now';
}
