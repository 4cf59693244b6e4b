import { declareInterest, sayProfile } from '#/diagnose/actions/speak-of-adviser.ts';
import { readAllocation } from '#/diagnose/actions/read-allocation.ts';
import type { Parts } from '#/parts.ts';
import { importPeople } from '#/people/actions/import-people.ts';
import { readPeople } from '#/people/actions/read-people.ts';
import { actingAs } from './people/acting.ts';
import { allocationOf, laterOfficers, partners, type SchoolToGive } from './people/allocation.ts';

const domain = '@larkshire.example';

/**
 * Gives every school an officer or a partner by what was decided of it, but for some that are left for whoever allocates to
 * find, and has them say what they bring. Safe to repeat: where the partners are known already, nobody is given anything.
 */
export async function loadAllocation(parts: Parts, authority: string): Promise<void> {
  const operator = await parts.person();
  const before = await readPeople(parts, operator, authority);
  const called = new Map(
    before.people.flatMap(({ email, name }) =>
      email === null ? [] : [[email.replace(domain, ''), name] as const],
    ),
  );
  const headOfService = actingAs(before.people, authority)(`head-of-service${domain}`);
  const { schools, advisers } = await readAllocation(parts, headOfService, authority);
  const toGive = schools.map(({ urn, school, wanted, given }): SchoolToGive => ({
    ...{ urn, phase: school.phase, district: school.district },
    toOfficer: wanted.role === 'intervention officer',
    isGiven: given.some(({ role }) => role === wanted.role),
  }));
  const { rows, interest } = allocationOf(toGive, called, parts.today());
  if (!called.has(laterOfficers[0])) {
    const taken = await importPeople(parts, operator, {
      ...{ authority, demonstration: true, withPast: true },
      rows: rows.map((row, index) => ({ row: index + 2, ...row })),
    });
    if (taken.problems.length > 0) throw new Error(`Not allocated: ${JSON.stringify(taken.problems[0])}`);
  }
  if (advisers.some(({ profile }) => profile !== null)) return;
  const { people } = await readPeople(parts, operator, authority);
  const idOf = (address: string): string =>
    people.find(({ email }) => email === `${address}${domain}`)?.id ?? '';
  if (interest !== null)
    assertSaid(
      await declareInterest(parts, actingAs(people, authority)(`${interest.address}${domain}`), {
        ...{ authority, of: idOf(interest.address), school: interest.urn, from: '', until: '' },
        what: 'A grandchild of theirs is at the school (invented for the demonstration)',
      }),
    );
  for (const { address, phases, organisation, capacity } of partners)
    assertSaid(
      await sayProfile(parts, headOfService, {
        ...{ authority, of: idOf(address), organisation, phases, capacity: String(capacity), from: '' },
        independent: 'yes',
        qualifications: 'Has led schools of these phases, and inspected (invented for the demonstration).',
        experience:
          'Worked with schools in and out of trouble in three counties (invented for the demonstration).',
      }),
    );
}

/** Our own people by our own actions: whatever is refused is a bug of one or the other. */
function assertSaid(outcome: { readonly kind: string; readonly problems?: readonly object[] }): void {
  if (outcome.kind === 'problems') throw new Error(`Not said: ${JSON.stringify(outcome.problems)}`);
}
