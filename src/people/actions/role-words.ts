import { roleMeaning, rolesToGive, type Role, type ScopeKind } from '#/people/rules/roles.ts';

/** Every role that somebody can hold, with its name and what it is, in the order in which people are listed. */
export const rolesInOrder: readonly {
  readonly role: Role;
  readonly name: string;
  readonly meaning: string;
}[] = rolesToGive.map((role) => ({ role, name: roleMeaning(role).name, meaning: roleMeaning(role).meaning }));

/** A role with what it is held for: `Headteacher, Sedge Primary School`. */
export function roleWords(held: {
  readonly role: Role;
  readonly scopeKind: ScopeKind;
  readonly scopeName: string;
  readonly schoolName: string | null;
}): string {
  const { name } = roleMeaning(held.role);
  switch (held.scopeKind) {
    case 'authority':
      return name;
    case 'school':
      return `${name}, ${held.schoolName ?? held.scopeName}`;
    case 'division':
      return `${name}, ${held.scopeName} division`;
    case 'federation':
    case 'trust':
    case 'diocese':
      return `${name}, ${held.scopeName}`;
  }
}
