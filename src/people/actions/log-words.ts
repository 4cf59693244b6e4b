import type { ChangeEntry, ReadingEntry } from '#/people/records/search-logs.ts';
import * as sentences from '#/people/rules/log-sentences.ts';
import { operator } from '#/people/rules/permissions.ts';
import { kindsOfRecord, recordKind } from '#/people/rules/record-kinds.ts';

/** An entry of the log of changes as a sentence. */
export function changeInWords(entry: ChangeEntry): string {
  return sentences.changeInWords(entry);
}

/** An entry of the log of readings as a sentence. */
export function readingInWords(entry: ReadingEntry, schools: ReadonlyMap<string, string>): string {
  const { urn } = entry;
  const school = urn === null ? null : `${schools.get(urn) ?? 'a school of no register here'} (${urn})`;
  return sentences.readingInWords({ ...entry, school });
}

/** What an entry of the log of changes can be about, to choose from. */
export const kindChoices = kindsOfRecord.map((kind) => ({ value: kind, text: recordKind(kind).words }));

/** Whether whoever did it is somebody: the operator is whoever types commands, of whom nothing is held. */
export function isSomebody({ person }: { readonly person: string }): boolean {
  return person !== operator.id;
}
