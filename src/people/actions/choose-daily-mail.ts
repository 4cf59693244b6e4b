import type { Parts } from '#/parts.ts';
import { whoActs } from '#/people/records/acting.ts';
import { logChange } from '#/people/records/change-log.ts';
import { addMailChoice, withoutDailySummary } from '#/people/records/mail.ts';
import type { Asking } from './own-account.ts';

/**
 * Turns the daily mail on or off for whoever asks, in every authority in which they hold a role today. What is so already is
 * left as it is.
 */
export async function chooseDailyMail(
  parts: Pick<Parts, 'records'>,
  { account, authorities }: Asking,
  daily: boolean,
): Promise<void> {
  const records = await parts.records();
  for (const slug of authorities) {
    if (!(await records.has(slug))) continue;
    await records.inAuthority(slug, { id: account }, async (transaction) => {
      const { name, roles } = await whoActs(transaction);
      const before = !(await withoutDailySummary(transaction)).has(account);
      if (name === null || roles.length === 0 || before === daily) return;
      await addMailChoice(transaction, account, daily);
      const words = (on: boolean): string => (on ? 'on' : 'off');
      await logChange(transaction, {
        act: `turned the daily mail ${words(daily)}`,
        about: { kind: 'person', key: account },
        aboutName: name,
        urn: null,
        from: words(before),
        to: words(daily),
        why: null,
      });
    });
  }
}
