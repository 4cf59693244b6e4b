import { KnownError } from '#/platform/errors.ts';
import type { UploadsOfPerson } from './limits.ts';

export interface UploadLimit {
  /**
   * Does the work while a person's upload arrives.
   *
   * @param bytes as many as the request says it has, or the most that it may have
   * @throws KnownError `too-much` when the person has too many under way, or has sent too much within the hour
   */
  readonly during: <Answer>(person: string, bytes: number, work: () => Promise<Answer>) => Promise<Answer>;
}

interface Sent {
  underWay: number;
  hourBegan: number;
  bytes: number;
}

const hour = 60 * 60 * 1000;

/** How much one person uploads, as this process counts it; `null`: as much as they like. */
export function limitUploads(limits: UploadsOfPerson | null, now: () => number): UploadLimit {
  if (limits === null) return { during: (_person, _bytes, work) => work() };
  const { atOnce, bytesAnHour } = limits;
  const people = new Map<string, Sent>();
  const sentBy = (person: string): Sent => {
    for (const [other, { underWay, hourBegan }] of people)
      if (underWay === 0 && now() - hourBegan >= hour) people.delete(other);
    const known = people.get(person);
    if (known === undefined) people.set(person, { underWay: 0, hourBegan: now(), bytes: 0 });
    else if (now() - known.hourBegan >= hour) Object.assign(known, { hourBegan: now(), bytes: 0 });
    return people.get(person) ?? { underWay: 0, hourBegan: now(), bytes: 0 };
  };
  return {
    during: async (person, bytes, work) => {
      const sent = sentBy(person);
      if (sent.underWay >= atOnce) throw tooManyAtOnce(atOnce);
      if (sent.bytes + bytes > bytesAnHour) throw tooManyBytes(bytesAnHour);
      sent.underWay += 1;
      sent.bytes += bytes;
      try {
        return await work();
      } finally {
        sent.underWay -= 1;
      }
    },
  };
}

function tooManyAtOnce(atOnce: number): KnownError {
  return new KnownError(
    'too-much',
    `You already have ${atOnce} uploads under way. Nothing of this one was kept.`,
    ['Wait until one of them has arrived, then send the form again.'],
  );
}

function tooManyBytes(bytesAnHour: number): KnownError {
  return new KnownError(
    'too-much',
    `You have uploaded as much as one person may within an hour (${bytesAnHour / 1e6} megabytes). Nothing of this upload was kept.`,
    [
      'Send the form again in an hour.',
      'For more at once, whoever runs Middle Tier can use the command: npx middletier import',
    ],
  );
}
