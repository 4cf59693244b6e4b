import fc from 'fast-check';
import type pg from 'pg';
import { roleMeaning, rolesToGive, type Role, type ScopeKind } from '#/people/rules/roles.ts';

/** Days from today on which a role begins, ends as it was given, and is ended; `null`: not. */
export interface Days {
  readonly from: number;
  readonly to: number | null;
  readonly ended: number | null;
}

/** A role as the tests give it: by itself, or on behalf of another of the same list. */
export interface HeldForTest {
  readonly role: Role;
  readonly kind: ScopeKind;
  readonly name: string;
  readonly days: Days;
  /** The one who is stood in for holds the same with these days. */
  readonly inFor: Days | null;
}

/** Every way in which a role can stand to today: at the edges, a day before and a day after. */
export const standings: Readonly<Record<string, Days>> = {
  'without an end': { from: -30, to: null, ended: null },
  'begins today': { from: 0, to: null, ended: null },
  'begins tomorrow': { from: 1, to: null, ended: null },
  'to today': { from: -30, to: 0, ended: null },
  'to yesterday': { from: -30, to: -1, ended: null },
  'for today alone': { from: 0, to: 0, ended: null },
  'ended with today': { from: -30, to: null, ended: 0 },
  'ended with yesterday': { from: -30, to: null, ended: -1 },
  'ended with tomorrow': { from: -30, to: 30, ended: 1 },
  'ended before it began': { from: 5, to: 30, ended: 2 },
};

/** What the lists of the tests say: each body with two of the six schools; the third pair is in none. */
export const bodies: Readonly<
  Record<Exclude<ScopeKind, 'authority'>, Readonly<Record<string, readonly string[]>>>
> = {
  school: { '900001': ['900001'], '900004': ['900004'] },
  federation: { 'Reed Federation': ['900001', '900002'] },
  trust: { 'SEDGE TRUST': ['900002', '900003'], 'MARSH TRUST': ['900004'] },
  diocese: { 'Diocese of Fen': ['900003', '900005'] },
  division: { Northfen: ['900001', '900004'], Southfen: ['900002'] },
};

export const urns = ['900001', '900002', '900003', '900004', '900005', '900006'];

/** Of the schools, those that the newest analysis puts in the group that causes concern. */
export const ofConcern = ['900002', '900004', '900006'];

function scopesFor(role: Role): readonly (readonly [ScopeKind, string])[] {
  return roleMeaning(role).scopes.flatMap((kind): (readonly [ScopeKind, string])[] =>
    kind === 'authority'
      ? [[kind, ''] as const]
      : Object.keys(bodies[kind]).map((name) => [kind, name] as const),
  );
}

/** Each role, for each kind of thing it can be held for, standing in each way: one person each. */
export const oneRoleEach: readonly (readonly HeldForTest[])[] = rolesToGive.flatMap((role) =>
  scopesFor(role).flatMap(([kind, name]) =>
    Object.values(standings).map((days) => [{ role, kind, name, days, inFor: null }]),
  ),
);

/** Somebody stands in for another, in each way, while the other’s role stands in each way. */
export const delegated: readonly (readonly HeldForTest[])[] = Object.values(standings).flatMap((days) =>
  Object.values(standings).map((inFor) => [
    { role: 'intervention officer', kind: 'authority', name: '', days, inFor } as const,
  ]),
);

const anyDays = fc.record({
  from: fc.integer({ min: -2, max: 2 }),
  to: fc.option(fc.integer({ min: 0, max: 2 })),
  ended: fc.option(fc.integer({ min: -2, max: 2 })),
});
const anyHeld = fc
  .constantFrom(...rolesToGive)
  .chain((role) =>
    fc.record({
      role: fc.constant(role),
      scope: fc.constantFrom(...scopesFor(role)),
      days: anyDays,
      inFor: fc.option(anyDays),
    }),
  )
  .map(({ role, scope: [kind, name], days, inFor }): HeldForTest => {
    const whole = ({ from, to, ended }: Days): Days => ({ from, to: to === null ? null : from + to, ended });
    return { role, kind, name, days: whole(days), inFor: inFor === null ? null : whole(inFor) };
  });

/** People with several roles at once, of any kind and on any days around today. */
export const severalRoles = fc.sample(fc.array(anyHeld, { minLength: 2, maxLength: 4 }), {
  numRuns: 150,
  seed: 2026,
});

/** Writes people and their roles as the owner, past every policy; whoever is stood in for is somebody else. */
export async function writePeople(
  owner: pg.Client,
  schema: string,
  people: readonly (readonly HeldForTest[])[],
  prefix: string,
): Promise<readonly string[]> {
  const said = `'test', 'The test'`;
  const ids = people.map((_, index) => `${prefix}-${index}`);
  const addPerson = async (id: string): Promise<void> => {
    await owner.query(`insert into ${schema}.person (id) values ($1)`, [id]);
    await owner.query(
      `insert into ${schema}.person_known_as (person, name, said_by, said_by_name) values ($1, $1, ${said})`,
      [id],
    );
  };
  const addRole = async (
    person: string,
    held: HeldForTest,
    days: Days,
    onBehalfOf: string | null,
  ): Promise<string> => {
    const { rows } = await owner.query<{ number: string }>(
      `insert into ${schema}.role_held (person, role, scope_kind, scope_name, from_date, to_date, why, on_behalf_of, said_by, said_by_name)
       select $1, $2, $3, $4, t + $5::int, t + $6::int, 'w', $7, ${said} from ${schema}.acting_today() t returning number`,
      [person, held.role, held.kind, held.name, days.from, days.to, onBehalfOf],
    );
    const number = rows[0]?.number ?? '';
    if (days.ended !== null)
      await owner.query(
        `insert into ${schema}.role_ended (held, last_day, why, said_by, said_by_name) select $1, ${schema}.acting_today() + $2::int, 'w', ${said}`,
        [number, days.ended],
      );
    return number;
  };
  await owner.query('begin');
  const original = `${prefix}-stood-in-for`;
  await addPerson(original);
  for (const [index, roles] of people.entries()) {
    const id = ids[index] ?? '';
    await addPerson(id);
    for (const held of roles) {
      const behalf = held.inFor === null ? null : await addRole(original, held, held.inFor, null);
      await addRole(id, held, held.days, behalf);
    }
  }
  await owner.query('commit');
  return ids;
}

/** Writes the lists of the tests. */
export async function writeLists(owner: pg.Client, schema: string): Promise<void> {
  for (const kind of ['federation', 'trust', 'diocese', 'division'] as const) {
    const entries = Object.entries(bodies[kind]).flatMap(([name, schools]) =>
      schools.map((urn) => ({ name, urn })),
    );
    const { rows } = await owner.query<{ number: string }>(
      `insert into ${schema}.school_list (kind, source, entries, said_by, said_by_name) values ($1, 'test', $2, 'test', 'The test') returning number`,
      [kind, entries.length],
    );
    for (const [index, { name, urn }] of entries.entries())
      await owner.query(
        `insert into ${schema}.school_list_entry (list, list_entries, position, name, urn) values ($1, $2, $3, $4, $5)`,
        [rows[0]?.number, entries.length, index + 1, name, urn],
      );
  }
}
