import { sql } from 'kysely';
import { addReadings } from '#/people/records/reading-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { seenText } from '#/platform/database/seen-rows.ts';
import type { Records } from '#/platform/database/records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Admission, Gate, Visit } from '#/platform/web/gate.ts';
import { seen } from '#/seen.ts';

interface Waiting {
  readonly visit: Visit;
  readonly done: (outcome: Promise<Admission>) => void;
}

/**
 * A gate that lets everybody in: it asks the database for no session, no role and no permission. What is left is what every
 * page has to have without them: each reading is logged in the name of whoever reads, and what can be shown is looked at, in
 * one transaction for all that one person waits for.
 *
 * @param readers who has which token
 */
export function gateForEverybody(
  records: Records,
  authority: string,
  readers: ReadonlyMap<string, Person>,
): Gate {
  const queues = new Map<string, Waiting[]>();
  const people = new Map([...readers.values()].map((person) => [person.id, person]));

  const letIn = (person: Person, together: readonly Waiting[]): Promise<Admission> =>
    records.inAuthority(authority, person, async (transaction) => {
      const now = await whatIsSeen(transaction);
      await addReadings(
        transaction,
        together.map(({ visit: { event, path } }) => ({
          personName: person.name,
          event: event ?? 'nothing',
          path,
          urn: null,
        })),
      );
      return { person, seen: now };
    });

  const serve = async (person: Person, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const together = queue.splice(0, 200);
      const admission = letIn(person, together);
      await Promise.allSettled([admission]);
      for (const { done } of together) done(admission);
    }
    queues.delete(person.id);
  };

  return {
    signedIn: (token) => {
      const person = readers.get(token);
      return Promise.resolve(
        person === undefined ? null : { account: person.id, beganAt: new Date(), authorities: [authority] },
      );
    },
    admit: (visit) => {
      const { promise, resolve } = Promise.withResolvers<Admission>();
      const person = people.get(visit.signedIn.account);
      if (person === undefined) throw new Error('Somebody whom the benchmark does not know.');
      const queue = queues.get(person.id);
      if (queue !== undefined) queue.push({ visit, done: resolve });
      else {
        const opened = [{ visit, done: resolve }];
        queues.set(person.id, opened);
        void serve(person, opened);
      }
      return promise;
    },
    look: (person) => records.inAuthority(authority, person, whatIsSeen),
  };
}

async function whatIsSeen(transaction: AuthorityTransaction): Promise<string> {
  const { rows } = await sql<{ seen: string }>`select ${seenText(seen)} as seen`.execute(transaction);
  return rows[0]?.seen ?? '';
}
