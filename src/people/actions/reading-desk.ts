import { addReadings, type Reading } from '#/people/records/reading-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { whatIsSeen, type SeenRows } from '#/platform/database/seen-rows.ts';
import { placeOf, type ReadingEntry } from './log-reading.ts';

/** Where pages are signed for. */
export interface ReadingDesk {
  /**
   * Logs a reading, as `logReading` does, and says what the person may see of the authority's records at that moment
   * (`whatIsSeen`); `null` where the authority has none.
   */
  readonly log: (entry: ReadingEntry) => Promise<string | null>;
  /** What the person may see now of the authority that the path names, without a reading. */
  readonly look: (person: Person, path: string) => Promise<string | null>;
}

interface Waiting {
  /** `null`: only looking. */
  readonly reading: Reading | null;
  readonly done: (seen: Promise<string | null>) => void;
}

/**
 * A desk where the readings of one person that wait together are written together: one transaction, one look at what
 * they may see. Each waits until its own entry is committed. When entries cannot be written together, each is tried
 * alone, so that one that cannot be logged stops no other.
 *
 * @param slugOf the authority that a page shows when its address says this: pages are found by other names too, and a
 *   reading that is looked for under another name than the page would not be logged
 * @param seen all that a page may show
 */
export function openReadingDesk(
  parts: Pick<Parts, 'records'>,
  slugOf: (inAddress: string) => Promise<string>,
  seen: readonly SeenRows[],
): ReadingDesk {
  const queues = new Map<string, Waiting[]>();

  const write = (person: Person, slug: string, together: readonly Waiting[]): Promise<string | null> =>
    ifAnyRecords(parts, person, slug, async (transaction) => {
      const readings = together.flatMap(({ reading }) => (reading === null ? [] : [reading]));
      if (readings.length > 0) await addReadings(transaction, readings);
      return whatIsSeen(transaction, seen);
    });

  const serve = async (key: string, person: Person, slug: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const together = queue.splice(0, mostTogether);
      const written = write(person, slug, together);
      const failed = await written.then(
        () => false,
        () => true,
      );
      for (const one of together)
        one.done(failed && together.length > 1 ? write(person, slug, [one]) : written);
    }
    queues.delete(key);
  };

  const wait = (person: Person, slug: string, reading: Reading | null): Promise<string | null> => {
    const { promise, resolve } = Promise.withResolvers<string | null>();
    const key = JSON.stringify([slug, person.id, person.name]);
    const queue = queues.get(key);
    if (queue !== undefined) queue.push({ reading, done: resolve });
    else {
      const opened = [{ reading, done: resolve }];
      queues.set(key, opened);
      void serve(key, person, slug, opened);
    }
    return promise;
  };

  return {
    log: async (entry) => {
      const { slug, urn } = placeOf(entry);
      const { person, event, path } = entry;
      return wait(person, await slugOf(slug), { personName: person.name, event, path, urn });
    },
    look: async (person, path) => wait(person, await slugOf(placeOf({ path }).slug), null),
  };
}

/** Five parameters each: far below what one statement takes. */
const mostTogether = 200;
