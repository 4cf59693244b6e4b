import { createHash } from 'node:crypto';
import type pg from 'pg';
import { beginSession } from '#/people/actions/sessions.ts';
import { addToAuthority, findOrAddAccount } from '#/people/records/accounts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { roleMeaning, rolesToGive, type Role } from '#/people/rules/roles.ts';
import type { Parts } from '#/parts.ts';
import { addPerson, endRoles } from './records.fixture.ts';

/** Schools of the tests of roles: two of one's own and two of others, of each pair the second causes concern. */
export const schools = {
  own: '900001',
  'own of concern': '900002',
  other: '900003',
  'other of concern': '900004',
} as const;

const ownSchools = [schools.own, schools['own of concern']];

/** One person of each role that can be given; those of schools and partners for the same two schools. */
export function everyRole(authority: string): readonly Person[] {
  return rolesToGive.map((role) => somebody(role, authority));
}

/** Somebody with one role; `elsewhere` tells two of the same role apart by their authority. */
export function somebody(role: Role, authority: string): Person {
  const whole = roleMeaning(role).scopes.includes('authority');
  return {
    id: uuidOf(`${role} ${authority}`),
    name: `The ${role} of ${authority}`,
    roles: [{ role, authority, schools: whole ? 'all' : ownSchools }],
  };
}

/** A person whom an authority knows, and who may sign in: with the roles they have, or with those they had until yesterday. */
export async function letSignIn(
  parts: Pick<Parts, 'records'>,
  owner: pg.Client,
  person: Person,
  { authority, ended = false }: { authority: string; ended?: boolean },
): Promise<string> {
  await addPerson(owner, authority, person);
  if (ended) await endRoles(owner, authority, person);
  const signInName = `${person.id.slice(0, 8)}@${authority}.example`;
  const records = await parts.records();
  await records.inInstallation([person.id, signInName], async (transaction) => {
    await findOrAddAccount(transaction, { id: person.id, signInName, demonstration: false });
    await addToAuthority(transaction, person.id, authority);
  });
  return (await beginSession(parts, person.id, 'password')).token;
}

/** The same person has the same number in every run. */
function uuidOf(name: string): string {
  const hash = createHash('sha256').update(name).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
