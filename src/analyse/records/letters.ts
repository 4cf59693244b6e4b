import type { LetterKept } from '#/analyse/rules/deciding/decision.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A letter about to be kept. */
interface NewLetter {
  readonly decision: string;
  readonly urn: Urn;
  readonly ofConcern: boolean;
  readonly letter: LetterKept;
  readonly on: IsoDate;
  readonly way: 'here' | 'by post';
  /** Of who tells. */
  readonly name: string;
}

/** The letter on a decision as it was sent, and how; `null` where none was, or for whoever may not read it. */
export async function letterOf(
  transaction: AuthorityTransaction,
  decision: string,
): Promise<{ readonly letter: LetterKept; readonly way: 'here' | 'by post' } | null> {
  const row = await transaction
    .selectFrom('category_letter')
    .select(['letter', 'way'])
    .where('decision', '=', decision)
    .executeTakeFirst();
  return row ?? null;
}

const rowsAtOnce = 500;

/** Keeps letters as they are sent. The database refuses a second one of a decision, and one of concern that nobody signed. */
export async function addLetters(
  transaction: AuthorityTransaction,
  letters: readonly NewLetter[],
): Promise<void> {
  const rows = letters.map(({ decision, urn, ofConcern, letter, on, way, name }) => ({
    ...{ decision, urn, way, of_concern: ofConcern, told_on: on, told_by_name: name },
    letter: JSON.stringify(letter),
  }));
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await transaction
      .insertInto('category_letter')
      .values(rows.slice(start, start + rowsAtOnce))
      .execute();
  }
}
