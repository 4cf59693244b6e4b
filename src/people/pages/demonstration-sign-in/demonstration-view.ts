import type { DemonstrationPeople, DemonstrationPerson } from '#/people/actions/demonstration-people.ts';
import { list } from '#/platform/web/words.ts';
import { rolesInOrder, scopeWords } from '#/people/actions/role-words.ts';

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
  return people.flatMap(({ name, signInName, roles }) => {
    const held = roles.filter((one) => one.role === role);
    const others = new Set(roles.filter((one) => one.role !== role).map((one) => one.role));
    const also = rolesInOrder.filter((one) => others.has(one.role)).map((one) => one.name.toLowerCase());
    return held.length === 0 ? [] : [{ name, signInName, of: forWhat(held), also }];
  });
}

const mostNamed = 2;

/** What a role is held for, the first few by name; `null` for the whole authority. */
function forWhat(held: DemonstrationPerson['roles']): string | null {
  const scopes = held.map(scopeWords).filter((words) => words !== null);
  if (scopes.length === 0) return null;
  const more = scopes.length - mostNamed;
  return more <= 1
    ? list(scopes)
    : `${scopes.slice(0, mostNamed).join(', ')} and ${String(more)} more schools`;
}
