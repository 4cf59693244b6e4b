import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The hidden field of every form of people who signed in. */
export const formTokenField = 'form-token';

/** As long as a session may last: a form that is older was given in another one. */
const secondsGood = 12 * 60 * 60;

/** When it was given (seconds since 1970, in base 36), a number that no other form has, and the proof that we gave it. */
const shape = /^([0-9a-z]{6,8})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** What a form's token says about the form. */
export type FormGiven =
  | {
      readonly kind: 'ours';
      /** What the form is known by: a hash, 64 hexadecimal digits. */ readonly form: string;
    }
  /** Without a token, or with one that no page of ours has had in this form. */
  | { readonly kind: 'missing' }
  /** Given in another session, or longer ago than one lasts. */
  | { readonly kind: 'of another session' };

/**
 * A token for one form, good in this session, for 12 hours, and once (`FormsTaken`). Whoever cannot read the session's
 * cookie cannot make one, and nothing of the cookie can be read out of it.
 *
 * @param session the token of the session, as the cookie has it
 * @param now milliseconds since 1970
 */
export function makeFormToken(session: string, now: number): string {
  const given = `${Math.floor(now / 1000).toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${given}.${proofOf(session, given).toString('base64url')}`;
}

/** Whether a token was given in this session, and is not too old. */
export function readFormToken(session: string, token: string | undefined, now: number): FormGiven {
  const [, at = '', number = '', proof = ''] = shape.exec(token ?? '') ?? [];
  if (proof === '') return { kind: 'missing' };
  const given = `${at}.${number}`;
  const ours = timingSafeEqual(Buffer.from(proof, 'base64url'), proofOf(session, given));
  const age = Math.floor(now / 1000) - Number.parseInt(at, 36);
  // A clock that was put back by a minute makes no form strange.
  if (!ours || age > secondsGood || age < -60) return { kind: 'of another session' };
  return { kind: 'ours', form: createHash('sha256').update(given).digest('hex') };
}

function proofOf(session: string, given: string): Buffer {
  return createHmac('sha256', session).update(`form ${given}`).digest();
}
