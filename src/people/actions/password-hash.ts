import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import type { Credential } from '#/people/records/credentials.ts';

/**
 * What a hash costs now: 19 MiB and two passes, the least that OWASP's Password Storage Cheat Sheet names for argon2id.
 * Each hash keeps its own measures, so these can grow; who signs in next is hashed anew.
 */
const measures = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const saltBytes = 16;
const hashBytes = 32;

/** A password in the form in which it is kept. */
export async function hashOfPassword(password: string): Promise<Credential> {
  const salt = randomBytes(saltBytes);
  const hash = await argon2id(password, { ...measures, nonce: salt, tagLength: hashBytes });
  return { ...measures, salt: salt.toString('base64url'), hash: hash.toString('base64url') };
}

/**
 * Whether it is the password that was kept. Where none was, as much work is done for nothing, and the answer is no: how
 * long it takes tells nobody whether there is an account.
 *
 * @returns `outdated`: the password is right, and was hashed with other measures than those of today
 */
export async function recognise(
  password: string,
  kept: Credential | null,
): Promise<'right' | 'outdated' | 'wrong'> {
  const { memory, passes, parallelism, salt, hash } = kept ?? nobodys;
  const expected = Buffer.from(hash, 'base64url');
  const found = await argon2id(password, {
    memory,
    passes,
    parallelism,
    nonce: Buffer.from(salt, 'base64url'),
    tagLength: expected.length,
  });
  const same = timingSafeEqual(found, expected);
  if (!same || kept === null) return 'wrong';
  const today =
    memory === measures.memory && passes === measures.passes && parallelism === measures.parallelism;
  return today ? 'right' : 'outdated';
}

/** Stands where nobody has a password; what is compared with it is never said to be right. */
const nobodys: Credential = {
  ...measures,
  salt: Buffer.alloc(saltBytes).toString('base64url'),
  hash: Buffer.alloc(hashBytes).toString('base64url'),
};

const hashOnce = promisify(argon2);

/** So many at once, each with its 19 MiB, and files are still read meanwhile; the others wait. */
const atOnce = 2;
let running = 0;
const waiting: (() => void)[] = [];

/** The same letters typed on any keyboard are the same password (NIST SP 800-63B, 3.1.1.2: NFKC). */
async function argon2id(password: string, parameters: Omit<Argon2Parameters, 'message'>): Promise<Buffer> {
  if (running >= atOnce) await new Promise<void>((turn) => waiting.push(turn));
  else running += 1;
  try {
    return await hashOnce('argon2id', { message: password.normalize('NFKC'), ...parameters });
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
