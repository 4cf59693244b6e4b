import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Role, ScopeKind } from './roles.ts';

/** What a role is held for: kind, and the school's number or the name of the federation, trust, diocese or division. */
export interface Scope {
  readonly kind: ScopeKind;
  /** '' for the authority as a whole. */
  readonly name: string;
}

/** A role given to a person, as it was given, with its end where it was ended before. */
export interface RoleHeld {
  readonly number: string;
  readonly person: string;
  readonly role: Role;
  readonly scope: Scope;
  readonly from: IsoDate;
  /** The last day it was given for; `null` until it is ended. */
  readonly to: IsoDate | null;
  readonly why: string;
  /** Number of the role somebody else holds and lets them stand in for. */
  readonly onBehalfOf: string | null;
  readonly given: Said;
  readonly ended: (Said & { readonly lastDay: IsoDate; readonly why: string }) | null;
}

/** Who said it and when (ISO 8601, UTC). */
export interface Said {
  readonly by: string;
  readonly byName: string;
  readonly at: string;
}

/** The days on which a role stands: the last is included, `null` where there is none yet. */
export interface Span {
  readonly from: IsoDate;
  readonly last: IsoDate | null;
}

export type Standing = 'to come' | 'now' | 'over';

/**
 * The days on which a role stands, as the database decides it (`acting_roles()`): to the day it was given for or the one it
 * was ended with, whichever comes first; a role on behalf of another only while that one stands too.
 *
 * @param other finds a role by its number: the one that is stood in for
 */
export function spanOf(held: RoleHeld, other: (number: string) => RoleHeld | undefined): Span {
  const own = { from: held.from, last: earliest(held.to, held.ended?.lastDay ?? null) };
  const original = held.onBehalfOf === null ? undefined : other(held.onBehalfOf);
  if (original === undefined) return own;
  const stoodInFor = { from: original.from, last: earliest(original.to, original.ended?.lastDay ?? null) };
  return {
    from: own.from > stoodInFor.from ? own.from : stoodInFor.from,
    last: earliest(own.last, stoodInFor.last),
  };
}

/** Whether a role stands on a day, is over, or is to come. One that ended before it began is over. */
export function standingOn({ from, last }: Span, day: IsoDate): Standing {
  if (last !== null && (last < day || last < from)) return 'over';
  return from > day ? 'to come' : 'now';
}

/** Whether two spans have a day in common. */
export function overlap(one: Span, two: Span): boolean {
  const ends = ({ from, last }: Span, other: Span) => last !== null && (last < other.from || last < from);
  return !ends(one, two) && !ends(two, one);
}

export function sameScope(one: Scope, two: Scope): boolean {
  return one.kind === two.kind && one.name === two.name;
}

function earliest(one: IsoDate | null, two: IsoDate | null): IsoDate | null {
  if (one === null || two === null) return one ?? two;
  return one < two ? one : two;
}
