import { delegateRole } from '#/people/actions/delegate-role.ts';
import { importDivisions } from '#/people/actions/import-divisions.ts';
import { importPeople, type ImportedPerson } from '#/people/actions/import-people.ts';
import { readPerson } from '#/people/actions/read-people.ts';
import type { Parts } from '#/parts.ts';
import type { CountyLife } from './life/county-life.ts';
import { divisionsFile } from './people/divisions.ts';
import { leave, peopleOfTheCounty } from './people/people-of-the-county.ts';

/**
 * Lets the invented people in, as an authority takes in a list of its own: with accounts that are marked as of a
 * demonstration, so that one click signs in as any of them. Safe to repeat: who is known stays as they are.
 */
export async function loadPeople(parts: Parts, authority: string, life: CountyLife): Promise<void> {
  const person = await parts.person();
  const source = 'democratic services (invented for the demonstration)';
  const divisions = await importDivisions(parts, person, { authority, text: divisionsFile(life), source });
  assertTaken('divisions', divisions.problems);
  const rows = peopleOfTheCounty(life, parts.today()).map((row, index) => ({ row: index + 2, ...row }));
  const taken = await importPeople(parts, person, { authority, rows, demonstration: true, withPast: true });
  assertTaken('people', taken.problems);
  await letStandIn(parts, taken.authority.slug, taken.people);
}

/** Our own list in our own import: whatever is refused is a bug of one or the other. */
function assertTaken(what: string, problems: readonly object[]): void {
  if (problems.length > 0)
    throw new Error(`The invented ${what} were not taken: ${JSON.stringify(problems[0])}`);
}

/** Somebody goes on leave, and says themselves who stands in for them. */
async function letStandIn(parts: Parts, authority: string, people: readonly ImportedPerson[]): Promise<void> {
  const { away, standsIn, ...said } = leave(parts.today());
  const idOf = (email: string): string => {
    const id = people.find((one) => one.email === email)?.person;
    if (id === undefined || id === null) throw new Error(`Nobody has the address ${email}.`);
    return id;
  };
  const [absent, colleague] = [idOf(away), idOf(standsIn)];
  const name = people.find(({ email }) => email === away)?.name ?? '';
  const role = { role: 'governor support', authority, schools: 'all' } as const;
  const acting = { id: absent, name, roles: [role] };
  const { person: stand, toDelegate } = await readPerson(parts, acting, authority, absent);
  const [held] = toDelegate;
  if (held === undefined) throw new Error(`${stand.name} holds no role that somebody could stand in for.`);
  const before = await readPerson(parts, acting, authority, colleague);
  if (before.person.roles.some((one) => one.role === role.role)) return;
  const done = await delegateRole(parts, acting, {
    authority,
    role: held.number,
    to: colleague,
    from: said.from,
    until: said.until,
    why: said.why,
  });
  if ('problems' in done) throw new Error(`Nobody stands in: ${JSON.stringify(done.problems[0])}`);
}
