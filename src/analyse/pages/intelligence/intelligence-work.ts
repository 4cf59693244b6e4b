import { readIntelligence } from '#/analyse/actions/intelligence/read-intelligence.ts';
import type { IntelligenceRegister } from '#/analyse/actions/intelligence/intelligence-read.ts';
import type { Parts } from '#/parts.ts';
import { holds, mayFor, type Person } from '#/people/rules/permissions.ts';
import { intelligenceEntryAddress } from '#/platform/web/intelligence-addresses.ts';
import type { WorkItem, WorkSource } from '#/platform/work.ts';
import { expiresSoon } from './entry-words.ts';

/** Entries to be looked at by whoever leads, and entries that are soon over for whoever told them. */
export function intelligenceWork(parts: Parts): WorkSource {
  return {
    name: 'intelligence',
    heading: 'What services told of schools',
    read: async (person, authority) =>
      mayFor(person, 'read the intelligence register', authority)
        ? intelligenceItems(await readIntelligence(parts, person, authority), person)
        : [],
  };
}

/** The head of service looks at what is new; whoever told a thing says whether it still counts when it is soon over. */
export function intelligenceItems(
  { authority: { slug }, entries, today }: IntelligenceRegister,
  person: Person,
): readonly WorkItem[] {
  const leads = holds(person, slug, 'head of service');
  return entries.flatMap((one): readonly WorkItem[] => {
    const item = {
      school: one.school,
      href: intelligenceEntryAddress(slug, one.urn, one.id),
      since: one.told.at.slice(0, 10),
      waitsFor: 'me',
    } as const;
    const look = leads && one.state === 'in force' && !one.lookedAt;
    const renew = one.told.person === person.id && expiresSoon(one, today);
    return [
      ...(look
        ? [{ ...item, key: `intelligence ${one.id}`, what: 'Look at what a service told', dueOn: null }]
        : []),
      ...(renew
        ? [
            {
              ...item,
              key: `renew ${one.id}`,
              what: 'Say whether what you told still counts',
              dueOn: one.until,
            },
          ]
        : []),
    ];
  });
}
