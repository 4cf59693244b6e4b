import { readDate } from './read-date.ts';
import type { IsoDate } from './dates.ts';
import { requestLevelNames, type RequestLevel } from './request-steps.ts';
import type { Urn } from './urn.ts';

/** Who at a school can be named, where only named people may know. */
export const rolesToName = ['headteacher', 'chair'] as const;

export type RoleToName = (typeof rolesToName)[number];

/** A request as somebody typed it. */
export interface RequestTyped {
  readonly schools: readonly string[];
  readonly what: string;
  readonly why: string;
  /** As people write dates. */
  readonly due: string;
  readonly level: string;
  readonly named: readonly string[];
}

/** Something wrong with what was typed: the field, and what to do about it. */
export interface TypingProblem {
  readonly field: string;
  readonly text: string;
}

/** A request that can be made, of each of the schools. */
export interface RequestChecked {
  readonly schools: readonly Urn[];
  readonly what: string;
  readonly why: string;
  readonly dueOn: IsoDate;
  readonly level: RequestLevel;
  readonly named: readonly RoleToName[];
}

const longestWhat = 2000;
const longestWhy = 1000;

/**
 * A request, or everything that is wrong with it, in the order of the fields.
 *
 * @param open numbers of the schools that may be asked
 */
export function checkRequest(
  typed: RequestTyped,
  { open, today }: { readonly open: ReadonlySet<Urn>; readonly today: IsoDate },
): { readonly request: RequestChecked } | { readonly problems: readonly TypingProblem[] } {
  const schools = [...new Set(typed.schools)];
  const [what, why] = [typed.what.trim(), typed.why.trim()];
  const dueOn = readDate(typed.due);
  const level = requestLevelNames.find((one) => one === typed.level);
  const named = rolesToName.filter((role) => typed.named.includes(role));
  const problems = [
    ...textProblems('what', what, longestWhat, 'Say what you ask for.'),
    ...textProblems(
      'why',
      why,
      longestWhy,
      'Say why you ask: people give more willingly what they understand.',
    ),
    ...when(dueOn === null, 'due', 'Say by which day, such as 1 July 2026.'),
    ...when(dueOn !== null && dueOn < today, 'due', 'The day is over. Choose today or a later day.'),
    ...when(level === undefined, 'level', 'Choose who may know of it.'),
    ...when(level === 'named people' && named.length === 0, 'named', 'Choose who is named.'),
    ...when(schools.length === 0, 'schools', 'Choose the schools to ask.'),
    ...when(
      schools.some((urn) => !open.has(urn)),
      'schools',
      'One of the schools cannot be asked: it is not open, or not yours to ask. Choose again.',
    ),
  ];
  if (problems.length > 0 || dueOn === null || level === undefined) return { problems };
  return {
    request: { schools, what, why, dueOn, level, named: level === 'named people' ? named : [] },
  };
}

/** What is wrong with a text that somebody has to write. */
export function textProblems(
  field: string,
  text: string,
  longest: number,
  whenEmpty: string,
): readonly TypingProblem[] {
  return [
    ...when(text === '', field, whenEmpty),
    ...when(
      text.length > longest,
      field,
      `That is ${String(text.length)} characters long. Use at most ${String(longest)}.`,
    ),
  ];
}

function when(holds: boolean, field: string, text: string): readonly TypingProblem[] {
  return holds ? [{ field, text }] : [];
}
