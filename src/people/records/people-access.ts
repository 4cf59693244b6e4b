import { anybodyKnown, arrayOf, inOwnName, rowsFor, rowsForAnyWith } from '#/people/rules/row-conditions.ts';
import { staffRoles } from '#/people/rules/roles.ts';
import type { TableAccess } from '#/platform/database/table.ts';
import { keptLongEnough } from './retention-access.ts';

const own = `person = (select acting_person())`;
const directory = rowsFor('read the directory');
const ofStaff = `role = any(${arrayOf(staffRoles)})`;
const toOthers = `person <> (select acting_person())`;
/**
 * Head and chair, and the partner from outside: known to whoever reads the page of a school they are there for. The inner
 * query is of the newest list of federations.
 */
const ofOwnSchool = `role in ('headteacher', 'chair', 'challenge partner') and (
  (scope_kind = 'school' and ${rowsFor('read the school’s own page', { urn: 'scope_name' })})
  or (scope_kind = 'federation' and scope_name in (
    select e.name from school_list_entry e
     where e.list = (select max(l.number) from school_list l where l.kind = 'federation')
       and ${rowsFor('read the school’s own page', { urn: 'e.urn' })})))`;
const manages = rowsFor('manage people');
const owner = { may: 'read', by: 'owner', when: 'true' } as const;
/** A role that who acts holds in their own right may be passed on as it is, to somebody else, for a time. */
const delegated = `${rowsFor('delegate a role')} and to_date is not null and on_behalf_of in (
  select a.number from acting_own_roles() a where a.role = role_held.role and a.scope_kind = role_held.scope_kind and a.scope_name = role_held.scope_name)`;

/**
 * Schools are given to who works with schools already, and taken from them, by whoever allocates officers. Nobody becomes an
 * officer or a partner by it who is none today: an officer reads every school, and who is one the people managers decide.
 */
const ofAllocation = (held: string): string =>
  `${held}.scope_kind = 'school' and ${held}.role in ('intervention officer', 'challenge partner') and ${held}.on_behalf_of is null`;
const allocates = rowsFor('allocate officers');
const allocated = `${allocates} and ${ofAllocation('role_held')} and holds_today(person, role)`;

/**
 * A person sees their own rows; staff see everybody's; everybody known sees who works for the authority, and those
 * a school concerns see who leads it and who its partner from outside is. Nobody gives a role to themselves. The owner reads what `acting_roles()` and `acting_schools()` read with its eyes.
 */
export const peopleAccess: readonly TableAccess[] = [
  {
    table: 'person',
    logged: { as: 'person', key: 'new.id' },
    access: [
      { may: 'read', when: `id = (select acting_person())` },
      { may: 'read', when: directory },
      { may: 'read', when: `id in (select h.person from role_held h where h.${ofStaff})` },
      { may: 'add', columns: ['id'], when: manages },
      { may: 'add', by: 'owner', when: 'true' },
      owner,
    ],
  },
  {
    table: 'person_known_as',
    logged: { as: 'person', key: 'new.person' },
    access: [
      { may: 'read', when: own },
      { may: 'read', when: directory },
      { may: 'read', when: `person in (select h.person from role_held h where h.${ofStaff})` },
      { may: 'read', when: `person in (select h.person from role_held h where ${ofOwnSchool})` },
      {
        may: 'add',
        columns: ['person', 'name', 'email', 'said_by_name'],
        when: `${manages} and ${inOwnName('said')}`,
      },
      owner,
    ],
  },
  {
    table: 'role_held',
    logged: { as: 'person', key: 'new.person' },
    access: [
      { may: 'read', when: own },
      { may: 'read', when: directory },
      { may: 'read', when: `${anybodyKnown} and ${ofStaff}` },
      { may: 'read', when: ofOwnSchool },
      {
        may: 'add',
        columns: [
          'person',
          'role',
          'scope_kind',
          'scope_name',
          'from_date',
          'to_date',
          'why',
          'on_behalf_of',
          'said_by_name',
        ],
        when: `${toOthers} and role <> 'operator' and ${inOwnName('said')} and (${manages} or (${delegated}) or (${allocated}))`,
      },
      owner,
    ],
  },
  {
    table: 'role_ended',
    logged: { as: 'person', key: 'select h.person from role_held h where h.number = new.held' },
    access: [
      { may: 'read', when: `held in (select h.number from role_held h)` },
      {
        may: 'add',
        columns: ['held', 'last_day', 'why', 'said_by_name'],
        when: `${inOwnName('said')} and held in (
          select h.number from role_held h
           where (${manages} and h.${toOthers} and h.role <> 'operator')
              or (${allocates} and h.${toOthers} and ${ofAllocation('h')})
              or h.on_behalf_of is not null and (h.${own} or h.on_behalf_of in (select a.number from acting_own_roles() a)))`,
      },
      owner,
    ],
  },
  {
    table: 'school_list',
    logged: { as: 'school list', key: 'new.kind' },
    access: [
      { may: 'read', when: anybodyKnown },
      {
        may: 'add',
        columns: ['kind', 'source', 'entries', 'said_by_name'],
        when: `${rowsForAnyWith('run an analysis', 'manage people')} and ${inOwnName('said')}`,
      },
      owner,
    ],
  },
  {
    table: 'school_list_entry',
    logged: { with: 'school_list' },
    access: [
      { may: 'read', when: anybodyKnown },
      { may: 'add', when: rowsForAnyWith('run an analysis', 'manage people') },
      owner,
    ],
  },
  {
    table: 'reading_log',
    logged: 'is a log',
    access: [
      {
        may: 'add',
        columns: ['person_name', 'event', 'path', 'urn'],
        when: `${own} and person_name = (select acting_name()) and ${anybodyKnown}`,
      },
      { may: 'read', when: rowsFor('read the reading log') },
      ...keptLongEnough('reading log', 'read_at'),
    ],
  },
];
