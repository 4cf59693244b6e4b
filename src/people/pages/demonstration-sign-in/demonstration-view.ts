import type { DemonstrationPeople, DemonstrationPerson } from '#/people/actions/demonstration-people.ts';
import { roleWords, rolesInOrder } from '#/people/actions/role-words.ts';

/** The invented people of each authority, by role in the order of the list of roles: several roles, several times. */
export function demonstrationView(all: readonly DemonstrationPeople[], to: string) {
  return {
    to,
    authorities: all.map(({ authority, people }) => ({
      name: authority.name,
      slug: authority.slug,
      roles: rolesInOrder
        .map(({ role, name, meaning }) => ({ name, meaning, people: withRole(people, role) }))
        .filter((one) => one.people.length > 0),
    })),
  };
}

function withRole(people: readonly DemonstrationPerson[], role: string) {
  return people.flatMap((person) => {
    const held = person.roles.filter((one) => one.role === role);
    return held.length === 0
      ? []
      : [
          {
            name: person.name,
            signInName: person.signInName,
            of: held.map(roleWords).join('; '),
            also: person.roles.filter((one) => one.role !== role).map(roleWords),
          },
        ];
  });
}
