/** What became of one attempt to send a mail. `begun` without another outcome after it: it was cut short. */
export type MailOutcome =
  | 'begun'
  | 'sent'
  /** For now: the server could not be reached, or asked to come back later. */
  | 'failed'
  /** For good: the server does not take mail for this address. */
  | 'refused'
  /** The address is an invented one: nothing was sent, and nothing ever will be. */
  | 'invented';

export interface MailAttempt {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly outcome: MailOutcome;
  /** What the server said, by its codes. */
  readonly words: string;
}

export type MailStanding =
  /** `tryFrom`: ISO 8601, UTC. */
  | { readonly is: 'waiting'; readonly tryFrom: string }
  | { readonly is: 'being sent' }
  | { readonly is: 'sent'; readonly at: string }
  | { readonly is: 'refused'; readonly words: string }
  /** Tried as often as it is tried. */
  | { readonly is: 'given up'; readonly words: string }
  /** Middle Tier was stopped while it was being sent: it may have arrived. It is not sent again. */
  | { readonly is: 'not known' }
  /** Nobody wants to be told days later, least of all of many things at once. */
  | { readonly is: 'too old' }
  | { readonly is: 'invented' };

const minute = 60_000;

/** A mail is tried so often, each time four times as long after as before: 5, 20, 80 minutes, 5 and 21 hours. */
export const mostTries = 6;
const firstWait = 5 * minute;
/** After that nothing more is sent of it. */
export const daysWorthSending = 3;
const worthSending = daysWorthSending * 24 * 60 * minute;
/** No attempt takes so long: whoever began it is gone. */
const longestAttempt = 10 * minute;

/**
 * How a mail stands, from what was done about it: nothing else is kept of it.
 *
 * @param attempts the oldest first
 * @param now ISO 8601, UTC
 */
export function standingOfMail(
  queuedAt: string,
  attempts: readonly MailAttempt[],
  now: string,
): MailStanding {
  const newest = attempts.at(-1);
  const [queued, today] = [Date.parse(queuedAt), Date.parse(now)];
  switch (newest?.outcome) {
    case 'sent':
      return { is: 'sent', at: newest.at };
    case 'refused':
      return { is: 'refused', words: newest.words };
    case 'invented':
      return { is: 'invented' };
    case 'begun':
      return { is: today - Date.parse(newest.at) < longestAttempt ? 'being sent' : 'not known' };
    case 'failed': {
      const tries = attempts.filter(({ outcome }) => outcome === 'failed').length;
      if (tries >= mostTries) return { is: 'given up', words: newest.words };
      return waiting(queued, Date.parse(newest.at) + firstWait * 4 ** (tries - 1), today);
    }
    case undefined:
      return waiting(queued, queued, today);
  }
}

function waiting(queued: number, tryFrom: number, today: number): MailStanding {
  const last = queued + worthSending;
  return tryFrom > last || today > last
    ? { is: 'too old' }
    : { is: 'waiting', tryFrom: new Date(tryFrom).toISOString() };
}
