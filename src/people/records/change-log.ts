import type { KindOfRecord } from '#/people/rules/record-kinds.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** What somebody changed. Who and when are the database’s to say. */
export interface Change {
  /** A verb in the past, such as `gave a role`. */
  readonly act: string;
  /** The record whose history it belongs to: a role that is given belongs to that of its person. */
  readonly about: { readonly kind: KindOfRecord; readonly key: string };
  /** What the record is called, for whoever reads the log when the record is long gone. */
  readonly aboutName: string;
  /** The school it is about; `null` where it is about no one school. */
  readonly urn: string | null;
  /** What it was before, in words; `null` where there was nothing. */
  readonly from: string | null;
  /** What it is now, in words; `null` where nothing is left. */
  readonly to: string | null;
  readonly why: string | null;
}

/**
 * Logs a change, in the transaction that makes it, and last in it: others who change something wait from here to its end.
 * Nothing that only named people may know belongs in the words.
 */
export async function logChange(transaction: AuthorityTransaction, change: Change): Promise<void> {
  await logChanges(transaction, [change]);
}

/** Logs many changes at once. */
export async function logChanges(
  transaction: AuthorityTransaction,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  await transaction
    .insertInto('change_log')
    .values(
      changes.map((change) => ({
        act: change.act,
        about_kind: change.about.kind,
        about_key: change.about.key,
        about_name: change.aboutName,
        urn: change.urn,
        from_words: change.from,
        to_words: change.to,
        why: change.why,
      })),
    )
    .execute();
}
