import type { Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from './tables.ts';

/** An authority that has records here. */
export interface AuthorityWithRecords {
  readonly slug: string;
  readonly name: string;
}

/** What people decided and did, an authority a schema, row policies inside. */
export interface Records {
  /**
   * Does the work in one transaction in the authority's schema, as the role that cannot pass row policies, with the
   * person set. Everything or nothing is kept. Throws `KnownError('not-found')` when the authority has no records.
   */
  readonly inAuthority: <Result>(
    slug: string,
    person: Pick<Person, 'id'>,
    work: (transaction: AuthorityTransaction) => Promise<Result>,
  ) => Promise<Result>;
  /** Creates the authority's schema, or brings it up to date. Safe to repeat, and from two processes at once. */
  readonly prepareAuthority: (slug: string, name: string) => Promise<void>;
  readonly authorities: () => Promise<readonly AuthorityWithRecords[]>;
  readonly close: () => Promise<void>;
}
