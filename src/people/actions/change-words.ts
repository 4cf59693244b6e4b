import type { RoleHeld, Scope, Span } from '#/people/rules/held-roles.ts';
import type { FieldWrong } from '#/people/rules/giving-roles.ts';
import { scopeWords } from '#/people/rules/known-scopes.ts';
import { roleMeaning, type Role } from '#/people/rules/roles.ts';
import { KnownError } from '#/platform/errors.ts';
import { dateInWords } from '#/platform/web/words.ts';
import type { Change } from '#/people/records/change-log.ts';
import type { PeopleContext } from './people-context.ts';

/** What an action found wrong with what was said: everything, in the order of the fields. Nothing was changed. */
export interface Refused {
  readonly problems: readonly FieldWrong[];
}

/** The same for whoever typed a command. */
export function asFailure({ problems }: Refused): KnownError {
  return new KnownError('usage', problems.map(({ text }) => text).join('\n'), [
    'Nothing was changed. See npx middletier people --help',
  ]);
}

/** A role with what it is held for: `Headteacher of Sedge Primary School`. */
export function roleInWords(
  { role, scope }: { readonly role: Role; readonly scope: Scope },
  { nameOfSchool }: Pick<PeopleContext, 'nameOfSchool'>,
): string {
  const { name } = roleMeaning(role);
  return scope.kind === 'authority' ? name : `${name}, ${scopeWords(scope, nameOfSchool)}`;
}

/** `from 1 September 2026 to 31 August 2027`; `from 1 September 2026` where no last day is known. */
export function spanInWords({ from, last }: Span): string {
  return `from ${dateInWords(from)}${last === null ? '' : ` to ${dateInWords(last)}`}`;
}

/** A change to somebody's roles or name, as an entry of the change log: the history is the person's. */
export function changeOfPerson(
  to: { readonly id: string; readonly name: string },
  about: Pick<RoleHeld, 'scope'> | null,
  said: Pick<Change, 'act' | 'from' | 'to' | 'why'>,
): Change {
  return {
    ...said,
    about: { kind: 'person', key: to.id },
    aboutName: to.name,
    urn: about?.scope.kind === 'school' ? about.scope.name : null,
  };
}
