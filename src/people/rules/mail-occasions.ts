/** What a mail says: never of which school, in which category, or in anybody's own words. That stands behind signing in. */
interface Occasion {
  readonly subject: string;
  /** A sentence or two; what is to be read or done stands behind the link. */
  readonly words: string;
}

/**
 * Why somebody is told by mail that something waits for them, and the only words a mail may have. A mailbox is read by
 * secretaries, forwarded and printed: each of these could be read by anybody.
 */
export const mailOccasions = {
  'letter on the category': {
    subject: 'A letter waits for you in Middle Tier',
    words:
      'Your authority has written to you in confidence. Sign in to read the letter and to confirm that you have.',
  },
  'letter not confirmed': {
    subject: 'A letter in Middle Tier is not confirmed as read',
    words: 'Your authority has written to you in confidence, and nobody has confirmed having read it yet.',
  },
  'paper to read': {
    subject: 'There is something for you to read in Middle Tier',
    words: 'Something was shared with you. Sign in to read it.',
  },
  'paper to answer': {
    subject: 'Something waits for you in Middle Tier',
    words: 'Something has moved on and waits for you. Sign in to see what it is.',
  },
  'school asked': {
    subject: 'Your authority asks you for something',
    words: 'There is a request for you. Sign in to read what is asked, why and by when.',
  },
  'school answered': {
    subject: 'An answer has come in Middle Tier',
    words: 'Somebody has answered what you asked or shared. Sign in to read the answer.',
  },
  'decision to sign': {
    subject: 'A decision waits for your signature in Middle Tier',
    words: 'A colleague has decided something that needs a second signature. Sign in to look at it.',
  },
  'allocation changed': {
    subject: 'Your schools in Middle Tier have changed',
    words: 'A school was given to you or taken from you. Sign in to see your schools.',
  },
  'meeting planned': {
    subject: 'A day was agreed or changed in Middle Tier',
    words: 'The day of a visit or a meeting of yours was put down. Sign in to see it.',
  },
  'daily summary': {
    subject: 'What waits for you in Middle Tier',
    words: 'This is what waits for you today.',
  },
} as const satisfies Readonly<Record<string, Occasion>>;

export type MailOccasion = keyof typeof mailOccasions;

export const mailOccasionNames = Object.keys(mailOccasions) as readonly MailOccasion[];

/** How many things are late, and due within a week. */
export interface DueNumbers {
  readonly late: number;
  readonly soon: number;
}

/** A mail as it is sent: the words of its occasion, the numbers of a daily summary, and where to sign in. */
export function mailText(
  occasion: MailOccasion,
  numbers: DueNumbers | null,
  link: string,
): { readonly subject: string; readonly text: string } {
  const { subject, words } = mailOccasions[occasion];
  const parts = [
    words,
    ...(numbers === null ? [] : [dueInWords(numbers)]),
    link,
    occasion === 'daily summary'
      ? 'You have one such mail on a working day when something is late or due. You can turn it off on the page of your account.'
      : 'Please do not answer this mail: nobody reads the answers.',
  ];
  return { subject, text: `${parts.join('\n\n')}\n` };
}

/** `3 things are late, 5 are due within a week.` Nothing of what they are. */
export function dueInWords({ late, soon }: DueNumbers): string {
  const things = (count: number): string => `${String(count)} ${count === 1 ? 'thing is' : 'things are'}`;
  if (soon === 0) return `${things(late)} late.`;
  if (late === 0) return `${things(soon)} due within a week.`;
  return `${things(late)} late, ${String(soon)} ${soon === 1 ? 'is' : 'are'} due within a week.`;
}
