import { holds, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import { requestAddress } from '#/platform/web/correspondence-addresses.ts';
import type { WorkItem, WorkSource } from '#/platform/work.ts';
import { mayReadRequests, readRequests } from '#/schools/actions/read-requests.ts';
import type { RequestsRead } from '#/schools/actions/requests.ts';

/** Requests to schools: for head and chair to answer, for whoever asked to look at the answer. */
export function requestWork(parts: Parts): WorkSource {
  return {
    name: 'requests',
    heading: 'Requests to schools',
    read: async (person, authority) =>
      mayReadRequests(person, authority)
        ? requestItems(await readRequests(parts, person, authority), person)
        : [],
  };
}

/** Of requests, those that are the reader’s: to answer for their school, or asked by them, or of a school given to them. */
export function requestItems(
  { authority: { slug }, requests, officers }: RequestsRead,
  person: Person,
): readonly WorkItem[] {
  const given = officers.find((one) => one.person === person.id)?.schools;
  return requests.flatMap((one): readonly WorkItem[] => {
    const item = {
      key: `request ${one.id}`,
      school: one.school,
      href: requestAddress(slug, one.urn, one.id),
    };
    const answers = mayForSchool(person, 'answer for the school', slug, one.urn) === true;
    const mine = one.asked.person === person.id || given?.has(one.urn) === true;
    if (answers && one.state === 'asked') {
      const task = { what: 'Answer what your school is asked', dueOn: one.dueOn, since: dayOf(one.asked.at) };
      return [{ ...item, ...task, waitsFor: 'me' }];
    }
    if (!mine || !holds(person, slug, ...askers)) return [];
    if (one.state === 'answered') {
      const since = dayOf(one.steps.at(-1)?.at ?? one.asked.at);
      return [{ ...item, what: 'Look at the school’s answer', dueOn: null, since, waitsFor: 'me' }];
    }
    const waits = {
      what: 'Answer to what the school was asked',
      dueOn: one.dueOn,
      since: dayOf(one.asked.at),
    };
    return one.state === 'asked' ? [{ ...item, ...waits, waitsFor: { somebody: 'the school' } }] : [];
  });
}

const askers = ['head of service', 'intervention officer', 'governor support', 'challenge partner'] as const;

function dayOf(instant: string): string {
  return instant.slice(0, 10);
}
