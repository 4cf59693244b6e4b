import { textProblems, type TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { CategoryRound } from './decision.ts';

/** A round as typed. */
export interface RoundTyped {
  /** Number of an analysis; empty: the newest. */
  readonly run: string;
  /** Reference number of the one school; empty: every school. */
  readonly urn: string;
  readonly name: string;
  /** As people write dates. */
  readonly decideBy: string;
  readonly tellBy: string;
  readonly why: string;
}

const longestName = 100;
const longestWhy = 1000;

/**
 * A round, or everything that is wrong with what was typed, in the order of the fields.
 *
 * @param schools of the analysis, by their number
 */
export function checkRound(
  typed: RoundTyped,
  today: IsoDate,
  schools: ReadonlyMap<Urn, string>,
):
  | Pick<CategoryRound, 'urn' | 'name' | 'decideBy' | 'tellBy' | 'why'>
  | { readonly problems: readonly TypingProblem[] } {
  const [urn, name, why] = [typed.urn.trim(), typed.name.trim(), typed.why.trim()];
  const [decideBy, tellBy] = [readDate(typed.decideBy), readDate(typed.tellBy)];
  const problem = (holds: boolean, field: string, text: string): readonly TypingProblem[] =>
    holds ? [{ field, text }] : [];
  const problems = [
    ...problem(
      urn !== '' && !schools.has(urn),
      'urn',
      'No school of the analysis has this reference number. Type its six digits, or leave it out for every school.',
    ),
    ...textProblems('name', name, longestName, 'Say what the round is called, such as Autumn term 2026.'),
    ...problem(decideBy === null, 'decideBy', 'Say by which day it is decided, such as 31 October 2026.'),
    ...problem(
      decideBy !== null && decideBy < today,
      'decideBy',
      'The day is over. Choose today or a later day.',
    ),
    ...problem(
      tellBy === null,
      'tellBy',
      'Say by which day head and chair are told, such as 14 November 2026.',
    ),
    ...problem(
      tellBy !== null && decideBy !== null && tellBy < decideBy,
      'tellBy',
      'Schools are told after it is decided. Choose the day of deciding or a later one.',
    ),
    ...textProblems(
      'why',
      why,
      longestWhy,
      urn === ''
        ? 'Say why the round is opened: a new term, new results.'
        : 'Say what came in that this school is looked at now.',
    ),
  ];
  if (problems.length > 0 || decideBy === null || tellBy === null) return { problems };
  return { urn: urn === '' ? null : urn, name, decideBy, tellBy, why };
}
