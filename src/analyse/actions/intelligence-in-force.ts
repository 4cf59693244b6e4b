import { intelligence } from '#/analyse/records/intelligence.ts';
import { standingOf, type IntelligenceToday } from '#/analyse/rules/intelligence/intelligence.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What of a school, or of all, counts on a day, as far as who acts may know of it: neither withdrawn nor expired; the newest first. */
export async function intelligenceInForce(
  transaction: AuthorityTransaction,
  today: IsoDate,
  urn?: Urn,
): Promise<readonly IntelligenceToday[]> {
  const entries = await intelligence(transaction, urn);
  return entries.map((entry) => standingOf(entry, today)).filter(({ state }) => state === 'in force');
}
