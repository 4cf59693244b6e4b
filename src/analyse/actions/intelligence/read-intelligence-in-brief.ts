import { recurrencesOf, type Recurrence } from '#/analyse/rules/intelligence/recurrence.ts';
import type { Parts } from '#/parts.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { entriesToday, withWords } from './entries-read.ts';
import type { EntryRead } from './intelligence-read.ts';

/** What a school’s profile says of what services told. */
export interface IntelligenceInBrief {
  /** In force, the newest known first. */
  readonly entries: readonly EntryRead[];
  /** `null` where nothing was told of it in the months that are counted. */
  readonly recurrence: Recurrence | null;
}

/**
 * What services told of a school that counts today, as far as the person may know; `null` where they may know of none.
 *
 * @param slug of an authority that is there
 */
export async function readIntelligenceInBrief(
  parts: Pick<Parts, 'records' | 'reference' | 'today'>,
  person: Person,
  slug: string,
  { urn, name }: { readonly urn: Urn; readonly name: string },
): Promise<IntelligenceInBrief | null> {
  if (mayForSchool(person, 'read the correspondence', slug, urn) !== true) return null;
  const [today, reference] = [parts.today(), parts.reference()];
  const entries =
    (await ifAnyRecords(parts, person, slug, (transaction) => entriesToday(transaction, today, urn))) ?? [];
  return {
    entries: withWords(entries, { reference, names: new Map([[urn, name]]), today }).filter(
      ({ state }) => state === 'in force',
    ),
    recurrence: recurrencesOf(entries, reference.intelligenceRecurrence, today)[0] ?? null,
  };
}
