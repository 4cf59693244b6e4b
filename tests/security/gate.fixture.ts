import { createHash } from 'node:crypto';
import { openGate } from '#/people/actions/gate.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import type { Gate } from '#/platform/web/gate.ts';
import { formTokenField, makeFormToken } from '#/platform/web/form-token.ts';
import { slugNamed } from '#/published/store/authority-named.ts';
import { seen } from '#/seen.ts';

/** A site's gate, and what a browser sends that has signed in as somebody. */
export interface Door {
  readonly gate: Gate;
  readonly cookieOf: (person: Person) => string;
  /** The hidden field of a form that a page of ours gave them, good once. */
  readonly formOf: (person: Person) => Record<string, string>;
}

/**
 * The gate as the site has it, at which whoever has a cookie of this door is in a session that began this moment. The
 * session says which authorities know them, as the person's roles have it; what they may is said by the records.
 */
export function doorOf(parts: Pick<Parts, 'records' | 'published'>): Door {
  const everybody = new Map<string, Person>();
  return {
    gate: openGate(
      parts,
      (token) => {
        const person = everybody.get(token);
        if (person === undefined) return Promise.resolve(null);
        const authorities = [...new Set(person.roles.map(({ authority }) => authority))];
        return Promise.resolve({ account: person.id, beganAt: new Date(), authorities });
      },
      async (typed) => slugNamed(await parts.published(), typed),
      seen,
    ),
    cookieOf: (person) => {
      everybody.set(tokenOf(person), person);
      return `middletier-session=${tokenOf(person)}`;
    },
    formOf: (person) => ({ [formTokenField]: makeFormToken(tokenOf(person), Date.now()) }),
  };
}

function tokenOf({ id }: Person): string {
  return createHash('sha256').update(id).digest('base64url');
}
