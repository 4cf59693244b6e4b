import { formTokenField } from './form-token.ts';
import type { Form } from './form.ts';

/** Everything that was typed into a form that did nothing, as it can be read, copied and sent again. */
export interface TypedAgain {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  /** Fields whose files have to be chosen again: no page can send a file a second time. */
  readonly files: readonly { readonly name: string; readonly label: string }[];
  /** The token it had: where there is no session to give it one of. */
  readonly token: string | null;
}

/**
 * What was typed, for a page that holds it; `null` where nothing was, and where it is secret: a password is typed again.
 *
 * @param withToken it keeps its own token, because nobody is signed in who could be given one
 */
export function typedAgain(
  path: string,
  form: Form,
  withToken: 'with its token' | 'with a new token',
): TypedAgain | null {
  const { [formTokenField]: tokens, ...fields } = form.fields;
  const names = Object.keys(fields);
  if (names.some((name) => /password|secret/i.test(name))) return null;
  const typed = Object.entries(fields).flatMap(([name, values]) =>
    values.map((value) => ({ name, label: labelOf(name), value })),
  );
  const files = [...new Set([...form.files, ...form.refused].map(({ field }) => field))];
  if (files.length === 0 && typed.every(({ value }) => value.trim() === '')) return null;
  return {
    action: path,
    fields: typed,
    files: files.map((name) => ({ name, label: labelOf(name) })),
    token: withToken === 'with its token' ? (tokens?.at(-1) ?? '') : null,
  };
}

function labelOf(name: string): string {
  return name.replaceAll('-', ' ');
}
