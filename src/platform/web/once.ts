import { KnownError } from '#/platform/errors.ts';
import { addressWithoutQuery } from './read-request.ts';
import { formTokenField, readFormToken } from './form-token.ts';
import type { Form } from './form.ts';
import type { FormsTaken } from './forms-taken.ts';
import { formAlreadyDone, formNotAnswered, formOfAnotherSession, formWithoutToken } from './form-refused.ts';
import type { PageResponse } from './route.ts';

interface Sent {
  /** The token of the session it came in. */
  readonly session: string;
  /** Where it was sent to. */
  readonly path: string;
  readonly form: Form;
}

/**
 * Does what a form asks for, once: only with the token that a page of ours gave it in this session, and not a second time
 * however often it is sent. A form that did nothing, because something in it was wrong, may be sent again. Whatever does
 * the work never meets the token.
 */
export async function once(
  forms: FormsTaken,
  { session, path, form }: Sent,
  work: (form: Form) => Promise<PageResponse>,
): Promise<PageResponse> {
  const { [formTokenField]: tokens, ...fields } = form.fields;
  const plain = { ...form, fields };
  const given = readFormToken(session, tokens?.at(-1), Date.now());
  if (given.kind === 'missing') return formWithoutToken();
  if (given.kind === 'of another session') return formOfAnotherSession(path, plain);
  const taking = await forms.take(given.form);
  if (taking.kind === 'already done') return formAlreadyDone(path, plain, taking.ledTo);
  if (taking.kind === 'not answered') return formNotAnswered(path, plain);
  try {
    const response = await work(plain);
    const done = response.kind !== 'page' || (response.status ?? 200) < 400;
    await forms.end(given.form, taking.attempt, { done, ledTo: ledTo(response) });
    return response;
  } catch (error) {
    // A bug may have come after something was done: that form stays as it is, sent and not answered.
    if (error instanceof KnownError)
      await forms.end(given.form, taking.attempt, { done: false, ledTo: null });
    throw error;
  }
}

function ledTo(response: PageResponse): string | null {
  return response.kind === 'redirect' && response.to.startsWith('/')
    ? addressWithoutQuery(response.to)
    : null;
}
