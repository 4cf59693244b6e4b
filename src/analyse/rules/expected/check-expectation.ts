import { textProblems, type TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { Expected } from './expectation.ts';
import type { JudgedStanding } from './judged-standing.ts';

/** What an officer expects of a school, as typed. */
export interface ExpectationTyped {
  readonly standing: string;
  /** As people write dates. */
  readonly by: string;
  /** A whole percentage; empty where they do not say. */
  readonly sure: string;
  readonly why: string;
}

export const longestWhy = 1000;
const furthestYears = 10;

/** What was typed, or everything that is wrong with it, in the order of the fields. */
export function checkExpectation(
  typed: ExpectationTyped,
  today: IsoDate,
  standingsFor: (day: IsoDate) => readonly JudgedStanding[],
): { readonly expected: Expected; readonly why: string } | { readonly problems: readonly TypingProblem[] } {
  const by = readDate(typed.by);
  const standing = standingTyped(typed.standing, standingsFor(by ?? today));
  const sure = surenessTyped(typed.sure);
  const why = typed.why.trim();
  const problems = [
    ...(standing === null ? [{ field: 'standing', text: chooseStanding }] : []),
    ...dayProblems('by', by, today),
    ...(sure === undefined ? [{ field: 'sure', text: saySureness }] : []),
    ...textProblems(
      'why',
      why,
      longestWhy,
      'Say why you expect it: what you know now is what you learn from later.',
    ),
  ];
  if (problems.length > 0 || standing === null || by === null || sure === undefined) return { problems };
  return { expected: { standing, by, sure }, why };
}

const chooseStanding = 'Choose how you expect the school to stand, in the words of inspections of the day.';
const saySureness =
  'Say how sure you are as a whole number from 50 to 100, or leave it out. Below 50 you expect the other.';

/** One of the standings that can be chosen; `null` where what was typed is none of them. */
export function standingTyped<Standing extends JudgedStanding>(
  text: string,
  among: readonly Standing[],
): Standing | null {
  return among.find((one) => one === text) ?? null;
}

/** What is wrong with a day that lies ahead. */
export function dayProblems(field: string, day: IsoDate | null, today: IsoDate): readonly TypingProblem[] {
  if (day === null) return [{ field, text: 'Say by which day, such as 31 August 2027.' }];
  if (day <= today) return [{ field, text: 'The day is over or is today. Choose a later day.' }];
  const furthest = `${String(Number(today.slice(0, 4)) + furthestYears)}${today.slice(4)}`;
  if (day > furthest) {
    return [
      { field, text: `That is more than ${String(furthestYears)} years ahead. Choose an earlier day.` },
    ];
  }
  return [];
}

function surenessTyped(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const percent = /^(\d{2,3})\s*%?$/.exec(trimmed)?.[1];
  const number = Number(percent);
  return percent !== undefined && number >= 50 && number <= 100 ? number : undefined;
}
