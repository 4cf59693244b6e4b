import { intelligence } from '#/analyse/records/intelligence.ts';
import { standingOf, type IntelligenceToday } from '#/analyse/rules/intelligence/intelligence.ts';
import { timesOfItsKind } from '#/analyse/rules/intelligence/recurrence.ts';
import { findInForce, inForceOn } from '#/law/dated.ts';
import type { Reference } from '#/law/reference.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { EntryRead, KindRead } from './intelligence-read.ts';

/** The kinds in force on a day, in the order of the reference data. */
export function kindsOn(reference: Reference, today: IsoDate): readonly KindRead[] {
  return [...Map.groupBy(reference.intelligenceKinds, ({ id }) => id).values()].flatMap((versions) => {
    const kind = findInForce(versions, today);
    return kind === undefined ? [] : [kind];
  });
}

/** Within how many months entries are counted, on a day. */
export function monthsCounted(reference: Reference, today: IsoDate): number {
  return inForceOn('recurrences of intelligence', reference.intelligenceRecurrence, today).months;
}

/** Every entry that who acts may know of, as it stands; of one school, or of all. */
export async function entriesToday(
  transaction: AuthorityTransaction,
  today: IsoDate,
  urn?: Urn,
): Promise<readonly IntelligenceToday[]> {
  return (await intelligence(transaction, urn)).map((entry) => standingOf(entry, today));
}

/** Entries as lists show them. */
export function withWords(
  entries: readonly IntelligenceToday[],
  {
    reference,
    names,
    today,
  }: {
    readonly reference: Reference;
    readonly names: ReadonlyMap<Urn, string>;
    readonly today: IsoDate;
  },
): readonly EntryRead[] {
  const months = monthsCounted(reference, today);
  const kinds = new Map(reference.intelligenceKinds.map(({ id, name }) => [id, name]));
  const bySchool = Map.groupBy(entries, ({ urn }) => urn);
  return entries.map((entry) => ({
    ...entry,
    school: names.get(entry.urn) ?? `school ${entry.urn}`,
    about: kinds.get(entry.kind) ?? entry.kind,
    times: timesOfItsKind(entry, bySchool.get(entry.urn) ?? [], months),
  }));
}
