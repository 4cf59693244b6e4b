import type { Scope } from './held-roles.ts';
import type { Role, ScopeKind } from './roles.ts';
import { roleMeaning } from './roles.ts';

/** Kinds of bodies that have several schools; which, the lists of the authority say. */
export const listKinds = ['federation', 'trust', 'diocese', 'division'] as const;

export type ListKind = (typeof listKinds)[number];

/** Everything a role can be held for in an authority. */
export interface KnownScopes {
  /** Every school of the register, open and closed. */
  readonly schools: readonly { readonly urn: string; readonly name: string }[];
  /** Names in the newest list of each kind, in order. */
  readonly lists: Readonly<Record<ListKind, readonly string[]>>;
}

/** A scope as it is written in a file, a command and a form: `school: 900001`; '' for the authority. */
export function scopeText({ kind, name }: Scope): string {
  return kind === 'authority' ? '' : `${kind}: ${name}`;
}

/** What a scope is called: a school by its name, where it is known. */
export function scopeWords({ kind, name }: Scope, nameOfSchool: (urn: string) => string | undefined): string {
  switch (kind) {
    case 'authority':
      return 'the whole authority';
    case 'school':
      return nameOfSchool(name) ?? `school ${name}`;
    case 'federation':
    case 'trust':
    case 'diocese':
    case 'division':
      return /\b(?:federation|trust|diocese|division)\b/i.test(name) ? name : `${name} (${kind})`;
  }
}

/**
 * What somebody means by what they wrote a role is for: a school's number or name, the name of a federation, trust, diocese
 * or division, with or without its kind before it; nothing for the whole authority. What cannot be is told in words.
 */
export function readScope(
  role: Role,
  text: string,
  known: KnownScopes,
): { readonly scope: Scope } | { readonly wrong: string } {
  const { name: roleName, scopes } = roleMeaning(role);
  const wanted = text.trim().replaceAll(/\s+/g, ' ');
  if (wanted === '' || plain(wanted) === 'authority' || plain(wanted) === 'the whole authority') {
    if (scopes.includes('authority')) return { scope: { kind: 'authority', name: '' } };
    return { wrong: `${roleName} is held for ${anyOf(scopes)}: say which.` };
  }
  const named = /^(school|federation|trust|diocese|division): *(.+)$/i.exec(wanted);
  const kinds = named === null ? scopes : [plain(named[1] ?? '') as ScopeKind];
  const name = named?.[2] ?? wanted;
  const unfit = kinds.find((kind) => !scopes.includes(kind));
  if (unfit !== undefined)
    return { wrong: `${roleName} is held for ${anyOf(scopes)}, not for ${anyOf([unfit])}.` };
  const found = kinds.flatMap((kind) => scopesNamed(kind, name, known));
  const [scope] = found;
  if (found.length === 1 && scope !== undefined) return { scope };
  if (found.length > 1) {
    return { wrong: `“${name}” could be ${found.map(scopeText).join(' or ')}: write one of these.` };
  }
  if (kinds.every((kind) => kind === 'authority'))
    return { wrong: `${roleName} is held for the whole authority: leave “${wanted}” out.` };
  return {
    wrong: `“${name}” is no ${kinds.filter((kind) => kind !== 'authority').join(' or ')} known here.`,
  };
}

/** What a role may be held for, in words: `a school or a federation`. */
export function anyOf(kinds: readonly ScopeKind[]): string {
  return kinds.map((kind) => (kind === 'authority' ? 'the whole authority' : `a ${kind}`)).join(' or ');
}

function scopesNamed(kind: ScopeKind, name: string, known: KnownScopes): readonly Scope[] {
  switch (kind) {
    case 'authority':
      return [];
    case 'school':
      return known.schools
        .filter((school) => school.urn === name || plain(school.name) === plain(name))
        .map(({ urn }) => ({ kind, name: urn }));
    case 'federation':
    case 'trust':
    case 'diocese':
    case 'division':
      return known.lists[kind]
        .filter((one) => plain(one) === plain(name))
        .map((one) => ({ kind, name: one }));
  }
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
