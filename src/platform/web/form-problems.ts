import { KnownError } from '#/platform/errors.ts';
import type { Form } from './form.ts';

/** Something wrong with a form: the field it belongs to, and what to do about it. In the order of the fields. */
export interface FieldProblem {
  /** Identity of the field on the page. */
  readonly field: string;
  readonly text: string;
}

/** What was typed into a field; empty when it was not on the form. */
export function typed(form: Form, field: string): string {
  return (form.fields[field]?.[0] ?? '').trim();
}

/** The answer, or what is wrong with the field: what a known failure says, with what to do. */
export function answerOrProblem<Answer>(
  field: string,
  work: () => Answer,
): { readonly answer: Answer } | { readonly problem: FieldProblem } {
  try {
    return { answer: work() };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { problem: { field, text: problemWords(error) } };
  }
}

export function problemWords({ message, whatToDo }: KnownError): string {
  return [message, ...whatToDo].join(' ');
}

/** What is wrong with each of some fields, in words; `null` where nothing is. */
export function problemOfEach<Field extends string>(
  fields: readonly Field[],
  problems: readonly FieldProblem[],
): Readonly<Record<Field, string | null>> {
  const wordsOf = (wanted: Field): string =>
    problems
      .filter(({ field }) => field === wanted)
      .map(({ text }) => text)
      .join(' ');
  return Object.fromEntries(fields.map((field) => [field, wordsOf(field) || null])) as Record<
    Field,
    string | null
  >;
}
