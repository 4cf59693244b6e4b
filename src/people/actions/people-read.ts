import type { RoleHeld, Said, Scope, Span, Standing } from '#/people/rules/held-roles.ts';
import { spanOf, standingOn } from '#/people/rules/held-roles.ts';
import { scopeWords } from '#/people/rules/known-scopes.ts';
import { roleMeaning, type Role } from '#/people/rules/roles.ts';
import type { PersonKnown } from '#/people/records/people.ts';
import { roleInWords } from './change-words.ts';
import type { PeopleContext } from './people-context.ts';

/** A role of somebody, as it is read. */
export interface RoleRead {
  readonly number: string;
  readonly role: Role;
  /** `Headteacher`. */
  readonly name: string;
  /** `Headteacher, Sedge Primary School`. */
  readonly words: string;
  /** What it is held for: `Sedge Primary School`, `the whole authority`. */
  readonly of: string;
  readonly scope: Scope;
  /** The days on which it stands. */
  readonly span: Span;
  readonly standing: Standing;
  readonly why: string;
  readonly given: Said;
  readonly ended: RoleHeld['ended'];
  /** Whom they stand in for; `null` where the role is their own. */
  readonly standsInFor: { readonly id: string; readonly name: string } | null;
  /** Who stands in for them on days to come, or now. */
  readonly stoodInBy: readonly { readonly id: string; readonly name: string; readonly span: Span }[];
}

/** Somebody the authority knows, as they are read. */
export interface PersonRead {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** ISO 8601, UTC. */
  readonly addedAt: string;
  /** Those that stand, then those to come, then those that are over, newest first. */
  readonly roles: readonly RoleRead[];
  /** When they signed in last (ISO 8601, UTC); `null`: never. */
  readonly signedInAt: string | null;
}

const order: readonly Standing[] = ['now', 'to come', 'over'];

/** Somebody with every role of theirs in words. */
export function readPersonKnown(
  person: PersonKnown,
  context: PeopleContext,
  signedIn: ReadonlyMap<string, string>,
): PersonRead {
  const roles = person.roles
    .map((held) => readRoleHeld(held, context))
    .toSorted(
      (a, b) =>
        order.indexOf(a.standing) - order.indexOf(b.standing) ||
        (a.standing === 'over'
          ? (b.span.last ?? '').localeCompare(a.span.last ?? '')
          : a.span.from.localeCompare(b.span.from)),
    );
  const { id, name, email, addedAt } = person;
  return { id, name, email, addedAt, roles, signedInAt: signedIn.get(id) ?? null };
}

function readRoleHeld(held: RoleHeld, context: PeopleContext): RoleRead {
  const { roleNumbered, people, today } = context;
  const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? 'somebody';
  const original = held.onBehalfOf === null ? undefined : roleNumbered(held.onBehalfOf);
  const span = spanOf(held, roleNumbered);
  const standIns = people.flatMap(({ roles }) => roles).filter((one) => one.onBehalfOf === held.number);
  return {
    number: held.number,
    role: held.role,
    name: roleMeaning(held.role).name,
    words: roleInWords(held, context),
    of: scopeWords(held.scope, context.nameOfSchool),
    scope: held.scope,
    span,
    standing: standingOn(span, today),
    why: held.why,
    given: held.given,
    ended: held.ended,
    standsInFor: original === undefined ? null : { id: original.person, name: nameOf(original.person) },
    stoodInBy: standIns
      .map((one) => ({ id: one.person, name: nameOf(one.person), span: spanOf(one, roleNumbered) }))
      .filter((one) => standingOn(one.span, today) !== 'over'),
  };
}
