import { readReceipts, type ReceiptsRead } from '#/analyse/actions/read-receipts.ts';
import type { Parts } from '#/parts.ts';
import { mayFor, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ourViewAddress } from '#/platform/web/addresses.ts';
import type { WorkItem, WorkSource } from '#/platform/work.ts';

/** Letters on the category that head and chair have not confirmed having read. */
export function receiptWork(parts: Parts): WorkSource {
  return {
    name: 'letters',
    heading: 'Letters to head and chair',
    read: async (person, authority) =>
      mayFor(person, 'read the correspondence', authority)
        ? receiptItems(await readReceipts(parts, person, authority), person)
        : [],
  };
}

/** Of letters, those that the reader has to confirm, or that head or chair of a school given to them have not. */
export function receiptItems(
  { authority: { slug }, schools, officers }: Pick<ReceiptsRead, 'authority' | 'schools' | 'officers'>,
  person: Person,
): readonly WorkItem[] {
  const given = officers.find((one) => one.person === person.id)?.schools;
  return schools.flatMap(({ urn, name, told, leaders }) => {
    const answers = mayForSchool(person, 'answer for the school', slug, urn) === true;
    if (!answers && given?.has(urn) !== true) return [];
    return leaders.flatMap(({ holder, confirmation }): readonly WorkItem[] => {
      if (confirmation.state === 'confirmed') return [];
      const mine = holder.person === person.id;
      if (answers && !mine) return [];
      return [
        {
          key: `receipt ${urn} ${holder.person}`,
          what: mine
            ? 'Read what the authority wrote, and confirm that you have'
            : 'Confirmation of having read our letter',
          school: name,
          href: ourViewAddress(slug, urn),
          dueOn: null,
          since: told.since,
          waitsFor: mine ? 'me' : { somebody: holder.name },
        },
      ];
    });
  });
}
