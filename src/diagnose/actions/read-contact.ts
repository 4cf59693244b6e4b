import { contacts } from '#/diagnose/records/contacts.ts';
import { contactOf, type ContactOfSchool } from '#/diagnose/rules/contact/contact.ts';
import { papersAsContact } from '#/diagnose/rules/contact/papers-as-contact.ts';
import { withPeople } from '#/people/actions/people-context.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { addDays } from '#/schools/rules/dates.ts';
import type { AllocationRead, SchoolAllocated } from './allocation-read.ts';
import { allocationIn, type AllocationParts } from './read-allocation.ts';

/** A school with the contact there was. */
export interface SchoolContact extends Pick<SchoolAllocated, 'urn' | 'school' | 'standing' | 'given'> {
  readonly contact: ContactOfSchool;
}

export interface ContactRead extends Pick<
  AllocationRead,
  'authority' | 'today' | 'scheme' | 'settings' | 'advisers'
> {
  /** Open schools: who has been without contact for longest, held against what they may, first. */
  readonly schools: readonly SchoolContact[];
}

/** What is older is told as “none in two years”. */
const daysLookedBack = 730;

/** When the authority and each of its open schools were last in touch, how often in a year, how and by whom. */
export async function readContact(
  parts: AllocationParts,
  person: Person,
  authority: string,
): Promise<ContactRead> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'read the allocation' },
    async (context, transaction) => {
      const { schools, settings, today, ...read } = await allocationIn(parts, person, context, transaction);
      const from = addDays(today, -daysLookedBack);
      const of = Map.groupBy(await contacts(transaction, papersAsContact, { from }), ({ urn }) => urn);
      return {
        ...{ authority: read.authority, today, settings },
        scheme: read.scheme,
        advisers: read.advisers,
        schools: schools
          .map(({ urn, school, standing, given }) => ({
            ...{ urn, school, standing, given },
            contact: contactOf(of.get(urn) ?? [], {
              tone: standing?.tone ?? null,
              today,
              without: settings.withoutContact,
            }),
          }))
          .toSorted((a, b) => overdue(b) - overdue(a) || a.school.name.localeCompare(b.school.name, 'en-GB')),
      };
    },
  );
}

/** Weeks beyond what the school may be without; the most where there was no contact at all. */
function overdue({ contact: { weeksSince, atMost } }: SchoolContact): number {
  return (weeksSince ?? daysLookedBack / 7) - atMost;
}
