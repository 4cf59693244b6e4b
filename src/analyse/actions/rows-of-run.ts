import { registerRows, rowsSeen } from '#/analyse/records/risk-proposals.ts';
import type { RegisterRow, Run } from '#/analyse/records/run.ts';
import type { Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';

/** A few lists of some 400 rows, 2 MB each, for each database that is open. */
const keptOf = new WeakMap<Records, Map<string, readonly RegisterRow[]>>();
const mostKept = 8;

/**
 * The rows of a run that this person may see, most concern first. Reading hundreds of proposals takes longer than asking
 * which they are: so that is asked every time, as the person, and those read before are taken only if the row policies
 * let this person see exactly the same ones, in the same versions.
 */
export async function rowsOfRun(
  records: Records,
  transaction: AuthorityTransaction,
  run: Run,
  previous: Run | null,
): Promise<readonly RegisterRow[]> {
  const kept = keptOf.get(records) ?? new Map<string, readonly RegisterRow[]>();
  keptOf.set(records, kept);
  const seen = await rowsSeen(transaction, previous === null ? [run] : [run, previous]);
  const key = JSON.stringify([run.authority, run.id, previous?.id, seen]);
  const before = kept.get(key);
  // A map keeps the order in which its keys were set.
  kept.delete(key);
  const rows = before ?? (await registerRows(transaction, run, previous));
  kept.set(key, rows);
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  return rows;
}
