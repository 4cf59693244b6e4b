import type { Parts } from '#/parts.ts';
import { operator } from '#/people/rules/permissions.ts';
import type { WorkSource } from '#/platform/work.ts';
import { queueDailySummaries } from './queue-daily-summaries.ts';
import { sendWaitingMail } from './send-mail.ts';

type Needed = Pick<Parts, 'records' | 'reference' | 'site' | 'mail' | 'today' | 'now'>;

const oneMinute = 60 * 1000;
const hourInLondon = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  hourCycle: 'h23',
});
/** A summary of the day is read in the morning; where the program was not running then, before people go home. */
const [earliest, latest] = [7, 17];

/**
 * Sends what waits every minute, and in the morning queues the summaries of the day, as long as the program runs. Several
 * processes may do so: the records let each mail be taken, and each summary be queued, once.
 */
export function mailRegularly(
  parts: Needed,
  sources: readonly WorkSource[],
  failed: (error: unknown) => void,
): void {
  if ((parts.mail ?? null) === null) return;
  let busy = false;
  /** The day last summarised, by authority: whoever had nothing to do this morning is not asked again every minute. */
  const summarised = new Map<string, string>();
  const now = async (): Promise<void> => {
    for (const { slug } of await (await parts.records()).authorities()) {
      const today = parts.today();
      if (summarised.get(slug) !== today && isTimeToSummarise(parts.now())) {
        summarised.set(slug, today);
        await queueDailySummaries(parts, slug, sources).catch(failed);
      }
      await sendWaitingMail(parts, operator, slug);
    }
  };
  setInterval(() => {
    if (busy) return;
    busy = true;
    now()
      .catch(failed)
      .finally(() => {
        busy = false;
      });
  }, oneMinute).unref();
}

/** Whether people of this country read their mail now. Nobody’s telephone rings at night. */
export function isTimeToSummarise(now: string): boolean {
  const hour = Number(hourInLondon.format(new Date(now)));
  return hour >= earliest && hour < latest;
}
