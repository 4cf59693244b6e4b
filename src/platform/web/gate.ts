import type { Permission, Person } from '#/people/rules/permissions.ts';

/** Somebody who signed in, in a session that holds. */
export interface SignedIn {
  /** The same in every authority that knows them. */
  readonly account: string;
  readonly beganAt: Date;
  /** Slugs of the authorities that know them. */
  readonly authorities: readonly string[];
}

/** A page that somebody signed in wants to open. */
export interface Visit {
  readonly signedIn: SignedIn;
  /** The page's address without its query. */
  readonly path: string;
  /** The authority as the address has it; `null` where the page is no authority's. */
  readonly authority: string | null;
  readonly permission: Permission;
  /** What is written to the reading log; `null` where nothing confidential is read. */
  readonly event: string | null;
}

export interface Admission {
  readonly person: Person;
  /**
   * What the person may see of the authority's records at that moment: a text that changes whenever that does; `null` where
   * nothing confidential is read.
   */
  readonly seen: string | null;
}

/** Where everybody who opens a page comes by: who are they, may they, and the reading is logged. */
export interface Gate {
  /** Who has this session; `null` when there is no such session, or it has ended. */
  readonly signedIn: (token: string) => Promise<SignedIn | null>;
  /**
   * Lets somebody in, with the reading logged first: what cannot be logged is not shown.
   *
   * @throws KnownError `not-found` where the authority does not know them, `not-permitted` where none of their roles may,
   *   `signed-out` where their roles have changed since the session began
   */
  readonly admit: (visit: Visit) => Promise<Admission>;
  /** What the person may see now of the authority, as `admit` says it, without a reading. */
  readonly look: (person: Person, authority: string) => Promise<string | null>;
}
