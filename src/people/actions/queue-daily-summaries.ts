import { isSchoolDay } from '#/law/terms.ts';
import { isWorkingDay } from '#/law/working-days.ts';
import type { Parts } from '#/parts.ts';
import { whoActs } from '#/people/records/acting.ts';
import { queueDailySummary, summarisedOn, withoutDailySummary } from '#/people/records/mail.ts';
import { holdersOf, type RoleHolder } from '#/people/records/people-of-school.ts';
import { operator, type Person } from '#/people/rules/permissions.ts';
import { roleNames, type Role } from '#/people/rules/roles.ts';
import { isInventedAddress } from '#/platform/mail/invented-address.ts';
import type { WorkSource } from '#/platform/work.ts';
import { permit } from './permit.ts';
import { readMyWork } from './read-my-work.ts';

type Needed = Pick<Parts, 'records' | 'reference' | 'today' | 'mail'>;

/** Who is at a school, and so at home in its holidays. */
const ofSchools: readonly Role[] = ['headteacher', 'chair', 'governor', 'clerk'];

/**
 * Queues for everybody with something late or due within a week a mail that says how many, and nothing of what: on working
 * days, for people of schools on school days, and of one day only once however often it is asked. Who has turned it off, has
 * no address, or has nothing to do gets none; without a mail server there is nobody to tell.
 *
 * @returns how many were queued
 * @throws what kept somebody’s work from being read, once everybody else’s is queued
 */
export async function queueDailySummaries(
  parts: Needed,
  authority: string,
  sources: readonly WorkSource[],
): Promise<number> {
  permit(operator, 'send mail', authority);
  const today = parts.today();
  const { bankHolidays, schoolTerms } = parts.reference();
  if ((parts.mail ?? null) === null || !isWorkingDay(today, bankHolidays)) return 0;
  const records = await parts.records();
  const known = await records.inAuthority(authority, operator, async (transaction) => ({
    holders: await holdersOf(transaction, roleNames),
    done: await summarisedOn(transaction, today),
    without: await withoutDailySummary(transaction),
  }));
  const open = isSchoolDay(today, schoolTerms, bankHolidays);
  const people = Map.groupBy(known.holders, ({ person }) => person);
  let queued = 0;
  const faults: unknown[] = [];
  for (const [id, held] of people) {
    if (known.done.has(id) || known.without.has(id) || !isReached(held, open)) continue;
    const { fault, ...numbers } = await numbersOf(parts, authority, id, sources);
    // Half a number would be a wrong one.
    if (fault !== null) faults.push(fault);
    if (fault !== null || numbers.late + numbers.soon === 0) continue;
    const summary = { ...numbers, person: id, day: today, href: workOf(authority) };
    const added = await records.inAuthority(authority, operator, (transaction) =>
      queueDailySummary(transaction, summary),
    );
    if (added) queued += 1;
  }
  if (faults.length > 0) throw faults[0];
  return queued;
}

function isReached(held: readonly RoleHolder[], schoolsAreOpen: boolean): boolean {
  const email = held[0]?.email ?? null;
  if (email === null || isInventedAddress(email)) return false;
  return schoolsAreOpen || held.some(({ role }) => !ofSchools.includes(role));
}

/** As the person themselves would see it: what they may not read is not counted. */
async function numbersOf(
  parts: Needed,
  authority: string,
  id: string,
  sources: readonly WorkSource[],
): Promise<{ readonly late: number; readonly soon: number; readonly fault: unknown }> {
  const records = await parts.records();
  const acting = await records.inAuthority(authority, { id }, whoActs);
  const person: Person = {
    id,
    name: acting.name ?? '',
    roles: acting.roles.map((role) => ({ ...role, authority })),
  };
  const { items, faults } = await readMyWork(parts, person, authority, sources);
  const of = (group: 'late' | 'soon'): number => items.filter((one) => one.group === group).length;
  return { late: of('late'), soon: of('soon'), fault: faults[0]?.error ?? null };
}

function workOf(authority: string): string {
  return `/authorities/${encodeURIComponent(authority)}/my-work`;
}
