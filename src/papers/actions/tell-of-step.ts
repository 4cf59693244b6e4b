import type { StepOffered } from '#/papers/rules/steps-open-to.ts';
import { tellByMail, tellLeadersByMail } from '#/people/actions/tell-by-mail.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { paperAddress } from '#/platform/web/paper-addresses.ts';
import type { PaperRead } from './papers.ts';

/**
 * Tells whom a step tells, in its transaction: head and chair; or at the authority whoever took the last step for it or opened
 * the paper, and where that was nobody, those the school is given to.
 */
export async function tellOfStep(
  transaction: AuthorityTransaction,
  authority: string,
  { tells }: Pick<StepOffered, 'tells'>,
  { id, urn, side, standing, steps, opened }: PaperRead,
): Promise<void> {
  const href = paperAddress(authority, urn, id);
  if (tells === 'school') {
    const isAsked = standing.awaited?.by === 'school';
    const occasion = isAsked ? 'paper to answer' : 'paper to read';
    await tellLeadersByMail(transaction, urn, { occasion, href });
  }
  if (tells === 'authority') {
    const last = steps.findLast((one) => one.for === 'authority')?.person;
    const one = last ?? (side === 'authority' ? opened.person : undefined);
    const given = await holdersOf(transaction, ['intervention officer', 'challenge partner'], urn);
    const ofThisSchool = given.filter(({ schools }) => schools !== 'all').map(({ person }) => person);
    await tellByMail(transaction, {
      people: one === undefined ? ofThisSchool : [one],
      occasion: 'school answered',
      href,
    });
  }
}
