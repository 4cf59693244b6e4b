import { roleMeaning, rolesToGive, type Role, type ScopeKind } from '#/people/rules/roles.ts';

/** Every role that somebody can hold, with its name and what it is, in the order in which people are listed. */
export const rolesInOrder: readonly {
  readonly role: Role;
  readonly name: string;
  readonly meaning: string;
}[] = rolesToGive.map((role) => ({ role, name: roleMeaning(role).name, meaning: roleMeaning(role).meaning }));

/** A role held, with the school's name where it is held for one. */
export interface HeldInWords {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeName: string;
  readonly schoolName: string | null;
}

/** A role with what it is held for: `Headteacher, Sedge Primary School`. */
export function roleWords(held: HeldInWords): string {
  const { name } = roleMeaning(held.role);
  const scope = scopeWords(held);
  return scope === null ? name : `${name}, ${scope}`;
}

/** What a role is held for; `null` where it is the whole authority. */
export function scopeWords({ scopeKind, scopeName, schoolName }: HeldInWords): string | null {
  switch (scopeKind) {
    case 'authority':
      return null;
    case 'school':
      return schoolName ?? scopeName;
    case 'division':
      return `${scopeName} division`;
    case 'federation':
    case 'trust':
    case 'diocese':
      return scopeName;
  }
}
