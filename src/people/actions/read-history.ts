import type { Parts } from '#/parts.ts';
import { historyOf, type AboutRecords } from '#/people/records/search-logs.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { changeInWords } from './log-words.ts';
import { permit } from './permit.ts';

/** What became of something, newest first. */
interface History {
  readonly entries: readonly {
    /** ISO 8601, UTC. */
    readonly at: string;
    /** A sentence: who, did what, from what to what, why. */
    readonly words: string;
  }[];
  /** There are older ones, which the log has. */
  readonly more: boolean;
}

/** So many entries stand beside a record; the log has all. */
const most = 100;

/**
 * What became of some records, as a history people can read, for the page that shows them. Which entries somebody reads is
 * told by the row policies of the log: what they may not read is not there, nor counted.
 *
 * @param slug as the authority itself writes it
 */
export async function readHistory(
  parts: Pick<Parts, 'records'>,
  person: Person,
  slug: string,
  about: readonly AboutRecords[],
): Promise<History> {
  permit(person, 'read published data', slug);
  const found = await ifAnyRecords(parts, person, slug, (transaction) =>
    historyOf(transaction, about, most + 1),
  );
  const entries = found ?? [];
  return {
    entries: entries.slice(0, most).map((entry) => ({ at: entry.at, words: changeInWords(entry) })),
    more: entries.length > most,
  };
}
