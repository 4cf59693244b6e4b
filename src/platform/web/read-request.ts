import type { FastifyRequest } from 'fastify';
import { KnownError } from '#/platform/errors.ts';
import { notFoundPage } from './error-page.ts';

/** What an address says in its places. A control character leads nowhere, before anything is looked up. */
export function paramsOf(request: FastifyRequest): Record<string, string> {
  const params = request.params as Record<string, string>;
  if (Object.values(params).some(hasControlCharacter)) throw nothingAtThisAddress();
  return params;
}

/** Every value of each query parameter, in order. */
export function queryOf(request: FastifyRequest): Record<string, readonly string[]> {
  const query = request.query as Readonly<Record<string, string | string[]>>;
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      (typeof value === 'string' ? [value] : value).map((one) => one.replaceAll(/\p{Cc}/gu, ' ')),
    ]),
  );
}

export function addressWithoutQuery(address: string): string {
  return address.split('?')[0] ?? '';
}

/** No name or number has one, and a database refuses some of them. */
function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function nothingAtThisAddress(): KnownError {
  return new KnownError('not-found', 'There is nothing at this address.', notFoundPage.whatToDo);
}

/** A body of a kind that no form has, or larger than one: the framework refuses it before anyone asks. */
export function isUnreadableForm(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('FST_ERR_CTP_');
}

export function unreadableForm(): KnownError {
  return new KnownError('usage', 'What was sent is not a form of this site.', [
    'Send the form of the page itself.',
  ]);
}
