import assert from 'node:assert/strict';
import { invitePerson } from '#/people/actions/invite-person.ts';
import type { Person, RoleToday } from '#/people/rules/permissions.ts';
import { operator } from '#/people/rules/permissions.ts';
import { dayOfRecords } from '#/people/records/people.ts';
import type { PeopleParts } from '#/people/actions/people-context.ts';
import type { Records } from '#/platform/database/records.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { schoolWith } from '#/schools/rules/school.fixture.ts';
import type { School } from '#/schools/rules/school.ts';
import { fenshire, storeOf } from './published.fixture.ts';

export { fenshire };

/** What the register says of the schools of the tests; a test changes it as the department would. */
export type Register = Record<string, Partial<Pick<School, 'trust' | 'diocese' | 'federation' | 'status'>>>;

/** The parts that actions on people need, with a register that can change under them. */
export function partsWith(records: Records, register: Register): PeopleParts {
  const store = storeOf({}, '2026-01-01');
  const evidence = () =>
    Promise.resolve(
      Object.entries(register).map(
        ([urn, said]) =>
          ({
            school: schoolWith({ urn, name: `Sedge ${urn} School`, authority: fenshire.name, ...said }),
          }) as Evidence,
      ),
    );
  return {
    records: () => Promise.resolve(records),
    published: () => Promise.resolve({ ...store, evidence }),
    today: () => new Date().toISOString().slice(0, 10),
  };
}

/** Somebody as the gate would let them in: what TypeScript thinks they hold, where the database has the last word. */
export function acting(id: string, name: string, ...roles: readonly RoleToday['role'][]): Person {
  return {
    id,
    name,
    roles: roles.map((role) => ({ role, authority: fenshire.slug, schools: 'all' })),
  };
}

/** A school in a trust and a diocese, one in the trust alone, and one in a federation. */
export function registerOfSedge(): Register {
  return {
    '900001': { trust: 'REED TRUST', diocese: 'Diocese of Fen' },
    '900002': { trust: 'REED TRUST', diocese: 'Not applicable' },
    '900003': { federation: 'Sedge Federation' },
  };
}

/** What a form on a role brings besides: no scope, from today, without an end. */
export const typed = { authority: fenshire.slug, for: '', from: '', to: '', why: 'For the test' };

/** Invites somebody, who then acts with the role. */
export async function invited(
  parts: PeopleParts,
  name: string,
  role: RoleToday['role'],
  scope = '',
): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@fenshire.example`;
  const outcome = await invitePerson(parts, operator, { ...typed, name, email, role, for: scope });
  assert.ok('person' in outcome, JSON.stringify(outcome));
  return acting(outcome.person, name, role);
}

/** A day so many days from today, as the database counts them. */
export async function dayFromToday(records: Records, days: number): Promise<string> {
  const today = await records.inAuthority(fenshire.slug, operator, dayOfRecords);
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}
