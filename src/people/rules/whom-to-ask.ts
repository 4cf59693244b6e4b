import type { Urn } from '#/schools/rules/urn.ts';
import type { Role } from './roles.ts';

/** Somebody a school can ask, as far as it matters here. */
export interface Holder {
  readonly role: Role;
  readonly schools: 'all' | readonly Urn[];
}

/** Whom a school asks. One of `ours` and `instead` has somebody in it as long as the authority has anybody at all. */
export interface WhomToAsk<Somebody extends Holder> {
  /** Who was given this school. */
  readonly ours: readonly Somebody[];
  /** Whom to ask where nobody was given it; otherwise empty. */
  readonly instead: readonly Somebody[];
  /** For questions of governance. */
  readonly governance: readonly Somebody[];
}

/** Who is given single schools. */
const givenSchools: readonly Role[] = ['intervention officer', 'challenge partner'];
/** Who stands in where nobody was given the school, nearest to schools first. */
const standIns: readonly Role[] = [
  'intervention officer',
  'head of service',
  'governor support',
  'director',
  'analyst',
  'data officer',
  'administrator',
];

/** Roles whose holders have to be known to say whom a school asks. */
export const rolesToAsk: readonly Role[] = [...new Set([...givenSchools, ...standIns])];

/**
 * Whom a school asks: the officer or partner who was given it; failing them the nearest of the authority's staff, so that
 * no school is without somebody.
 */
export function whomToAsk<Somebody extends Holder>(
  holders: readonly Somebody[],
  urn: Urn,
): WhomToAsk<Somebody> {
  const ours = holders.filter(
    ({ role, schools }) => givenSchools.includes(role) && schools !== 'all' && schools.includes(urn),
  );
  const whole = (role: Role) => holders.filter((one) => one.role === role && one.schools === 'all');
  const nearest = standIns.find((role) => whole(role).length > 0);
  return {
    ours,
    instead: ours.length > 0 || nearest === undefined ? [] : whole(nearest),
    governance: whole('governor support'),
  };
}
