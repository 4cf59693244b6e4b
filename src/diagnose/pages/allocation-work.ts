import { readAllocationWork, type AllocationWorkRead } from '#/diagnose/actions/read-allocation-work.ts';
import type { Parts } from '#/parts.ts';
import { withQuery } from '#/platform/web/addresses.ts';
import { adviserFormAddress, allocationAddress } from '#/platform/web/allocation-addresses.ts';
import { openPaperAddress } from '#/platform/web/paper-addresses.ts';
import { count, plural } from '#/platform/web/words.ts';
import type { WorkItem, WorkSource } from '#/platform/work.ts';

/** Schools to hand over and to take over, gaps to close, and what advisers are to say of themselves. */
export function allocationWork(parts: Parts): WorkSource {
  return {
    name: 'allocation',
    heading: 'Who has which schools',
    read: async (person, authority) =>
      allocationItems(await readAllocationWork(parts, person, authority), authority, person.id),
  };
}

/** The same as items. */
export function allocationItems(
  { handOvers, gaps, profileMissing }: AllocationWorkRead,
  authority: string,
  person: string,
): readonly WorkItem[] {
  return [
    ...handOvers.toWrite.map(({ urn, school, on, to }): WorkItem => ({
      key: `hand-over ${urn} ${on}`,
      what: `Write the hand-over note${to === null ? '' : ` for ${to.name}`}`,
      school,
      href: openPaperAddress(authority, urn, 'hand-over'),
      dueOn: on,
      since: null,
      waitsFor: 'me',
    })),
    ...handOvers.toTake.map(({ urn, school, on, from }): WorkItem => ({
      key: `take-over ${urn} ${on}`,
      what: 'Hand-over note',
      school,
      href: openPaperAddress(authority, urn, 'hand-over'),
      dueOn: on,
      since: null,
      waitsFor: { somebody: from.name },
    })),
    ...(gaps === null
      ? []
      : [
          {
            key: 'gaps of concern',
            what: `Give an officer to ${plural(gaps.schools, 'school')} of concern, of ${count(gaps.of)}`,
            school: null,
            href: withQuery(allocationAddress(authority), { show: ['concern-gaps'] }),
            dueOn: null,
            since: null,
            waitsFor: 'me',
          } as const,
        ]),
    ...(profileMissing
      ? [
          {
            key: 'own profile',
            what: 'Say what you bring as an adviser of schools',
            school: null,
            href: adviserFormAddress(authority, person, 'profile'),
            dueOn: null,
            since: null,
            waitsFor: 'me',
          } as const,
        ]
      : []),
  ];
}
