/** So many in so many seconds. */
export interface Limit {
  readonly most: number;
  readonly seconds: number;
}

/** How much one reader, or all readers behind one address, may ask for. */
export interface Limits {
  /** Everything from one address: a whole office may be behind it. */
  readonly ofAddress: Limit;
  /** Signing in, a first password, the way to a provider and back: sent from one address. */
  readonly signingIn: Limit;
  /** Pages of one session. */
  readonly ofSession: Limit;
  /** Forms sent in one session. */
  readonly forms: Limit;
  /** Files made in one session: each is a whole list. */
  readonly downloads: Limit;
  readonly uploads: UploadsOfPerson;
}

export interface UploadsOfPerson {
  readonly atOnce: number;
  readonly bytesAnHour: number;
}

const minute = 60;

/**
 * Far above what reading and working takes, and below what taking the site apart does. A person reads some ten pages a
 * minute; three hundred people of one county hall may sign in within five minutes of nine o'clock. Guessing passwords is
 * slowed down by itself, name by name (`people/rules/attempts.ts`).
 */
export const usualLimits: Limits = {
  ofAddress: { most: 6000, seconds: minute },
  signingIn: { most: 600, seconds: 5 * minute },
  ofSession: { most: 600, seconds: minute },
  forms: { most: 120, seconds: minute },
  downloads: { most: 120, seconds: 5 * minute },
  uploads: { atOnce: 2, bytesAnHour: 10e9 },
};

/** For what is slow to arrive. Milliseconds. */
export const patience = {
  /** Until the address and all headers have arrived. */
  headers: 20_000,
  /** Until all of a form has arrived: 2 gigabytes over 10 megabits a second take 27 minutes. */
  request: 30 * 60_000,
  /** Without a byte either way: longer than the slowest page takes. */
  silence: 2 * 60_000,
} as const;

/** Connections at once; a browser opens six. */
export const mostConnections = 2000;
