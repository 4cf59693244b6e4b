import type { RoleTyped } from '#/people/rules/giving-roles.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Refused } from './change-words.ts';
import { importPeople } from './import-people.ts';
import type { PeopleParts } from './people-context.ts';

/** Somebody with their first role, as somebody wrote it down. */
export interface InvitationTyped extends RoleTyped {
  readonly authority: string | undefined;
  readonly name: string;
  readonly email: string;
}

/** Makes somebody known to the authority, with their first role. Who is known already is told: a role is given on their page. */
export async function invitePerson(
  parts: PeopleParts,
  person: Person,
  { authority, ...typed }: InvitationTyped,
): Promise<{ readonly person: string; readonly name: string } | Refused> {
  const rows = [{ ...typed, row: null }];
  const checked = await importPeople(parts, person, { authority, rows, check: true });
  if (checked.problems.length > 0) return checked;
  const known = checked.people.find(({ added }) => !added);
  if (known !== undefined) {
    const called = known.calledBefore ?? known.name;
    const text = `${called} is known by this address already: give the role on their page instead.`;
    return { problems: [{ field: 'email', text }] };
  }
  const invited = await importPeople(parts, person, { authority, rows });
  const [one] = invited.people;
  if (invited.problems.length > 0 || one === undefined || one.person === null) return invited;
  return { person: one.person, name: one.name };
}
