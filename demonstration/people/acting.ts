import type { PersonRead } from '#/people/actions/people-read.ts';
import type { Person } from '#/people/rules/permissions.ts';

/** Somebody of these, by mail address, with the roles they hold today as a session of theirs would have them. */
export function actingAs(people: readonly PersonRead[], authority: string): (email: string) => Person {
  return (email) => {
    const found = people.find((one) => one.email === email);
    if (found === undefined) throw new Error(`Nobody has the address ${email}.`);
    return personOf(found, authority);
  };
}

/** None of the demonstration’s own people who act is of a list of schools. */
function personOf({ id, name, roles }: PersonRead, authority: string): Person {
  return {
    id,
    name,
    roles: roles
      .filter(({ standing, scope }) => standing === 'now' && ['authority', 'school'].includes(scope.kind))
      .map(({ role, scope }) => ({
        role,
        authority,
        schools: scope.kind === 'authority' ? 'all' : [scope.name],
      })),
  };
}
