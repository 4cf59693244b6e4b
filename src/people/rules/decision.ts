import type { Level } from './levels.ts';
import type { Role } from './roles.ts';

/** For which schools a role may do a thing. */
export type Condition =
  | 'all'
  /** Those the role is held for: a school, or the schools of a federation, trust, diocese or division. */
  | 'own schools'
  /** Those of them that the newest analysis puts in the group that causes concern. */
  | 'own schools of concern';

export interface Decision {
  /** What it lets a person do, in a sentence a director reads. */
  readonly means: string;
  /** The level of what is read; `null` where a thing is done and nothing is read. */
  readonly level: Level | null;
  readonly roles: Readonly<Partial<Record<Condition, readonly Role[]>>>;
}

/** Who reads categories of all schools for their work. */
export const categoryReaders: readonly Role[] = [
  'director',
  'head of service',
  'analyst',
  'intervention officer',
  'governor support',
  'auditor',
  'operator',
];
/** Who leads a school, and is told in its name. */
export const leaders: readonly Role[] = ['headteacher', 'chair'];
