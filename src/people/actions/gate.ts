import { whoActs, whoActsSeeing, type Acting } from '#/people/records/acting.ts';
import { addReadings, type Reading } from '#/people/records/reading-log.ts';
import { may, type Permission, type Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import type { SeenRows } from '#/platform/database/seen-rows.ts';
import { KnownError } from '#/platform/errors.ts';
import type { Admission, Gate, SignedIn, Visit } from '#/platform/web/gate.ts';
import { placeOf } from './log-reading.ts';

interface Waiting {
  /** `null`: only looking. */
  readonly visit: Visit | null;
  readonly done: (outcome: Promise<Admission>) => void;
}

/**
 * The gate of the pages. Visits of one person to one authority that wait together are let in together: one transaction in
 * which their roles are read, every reading is logged, and what they may see is looked at. Each waits until its own entry
 * is committed. When entries cannot be written together, each is tried alone, so that one that cannot be logged stops no
 * other.
 *
 * @param slugOf the authority that a page shows when its address says this: pages are found by other names too, and a
 *   reading that is looked for under another name than the page would not be logged
 * @param seen all that a page may show
 */
export function openGate(
  parts: Pick<Parts, 'records'>,
  signedIn: Gate['signedIn'],
  slugOf: (inAddress: string) => Promise<string>,
  seen: readonly SeenRows[],
): Gate {
  const queues = new Map<string, Waiting[]>();

  const letIn = async (
    account: string,
    slug: string,
    together: readonly Waiting[],
  ): Promise<readonly (Admission | KnownError)[]> => {
    const records = await parts.records();
    return records.inAuthority(slug, { id: account }, async (transaction) => {
      const confidential = together.some(({ visit }) => visit?.event !== null);
      const looked = await whoActsSeeing(transaction, confidential ? seen : []);
      const { acting } = looked;
      const now = confidential ? looked.seen : null;
      const person = personOf(account, slug, acting);
      const answers = together.map(({ visit }) => (visit === null ? null : refusalOf(visit, person, acting)));
      const readings = together.flatMap(({ visit }, index) =>
        visit === null || answers[index] !== null ? [] : readingOf(visit, person),
      );
      // Last: whoever else is logged in this authority waits from here to the end of the transaction.
      if (readings.length > 0) await addReadings(transaction, readings);
      return together.map(
        ({ visit }, index) =>
          answers[index] ?? { person, seen: visit !== null && visit.event === null ? null : now },
      );
    });
  };

  const serve = async (key: string, account: string, slug: string, queue: Waiting[]): Promise<void> => {
    while (queue.length > 0) {
      const together = queue.splice(0, mostTogether);
      const written = letIn(account, slug, together);
      const failed = await written.then(
        () => false,
        () => true,
      );
      for (const [index, one] of together.entries()) {
        const own = failed && together.length > 1 ? letIn(account, slug, [one]) : written;
        one.done(answerOf(own, own === written ? index : 0));
      }
    }
    queues.delete(key);
  };

  const wait = (account: string, slug: string, visit: Visit | null): Promise<Admission> => {
    const { promise, resolve } = Promise.withResolvers<Admission>();
    const key = JSON.stringify([slug, account]);
    const queue = queues.get(key);
    if (queue !== undefined) queue.push({ visit, done: resolve });
    else {
      const opened = [{ visit, done: resolve }];
      queues.set(key, opened);
      void serve(key, account, slug, opened);
    }
    return promise;
  };

  return {
    signedIn,
    admit: async (visit) => {
      if (visit.authority === null) return { person: await everywhere(parts, visit), seen: null };
      const slug = await slugOf(visit.authority);
      if (!visit.signedIn.authorities.includes(slug)) throw nothingThere();
      return wait(visit.signedIn.account, slug, visit);
    },
    look: async (person, authority) => (await wait(person.id, await slugOf(authority), null)).seen,
  };
}

/** Five parameters each: far below what one statement takes. */
const mostTogether = 200;

async function answerOf(
  all: Promise<readonly (Admission | KnownError)[]>,
  index: number,
): Promise<Admission> {
  const answer = (await all)[index];
  if (answer === undefined) throw new Error('A visit without an answer');
  if (answer instanceof KnownError) throw answer;
  return answer;
}

/** Where a page is no authority's: what they may in any of theirs. */
async function everywhere(parts: Pick<Parts, 'records'>, visit: Visit): Promise<Person> {
  const { account, authorities } = visit.signedIn;
  const records = await parts.records();
  const known = await Promise.all(
    authorities.map(async (slug) => {
      const acting = await records.inAuthority(slug, { id: account }, whoActs);
      assertSince(visit.signedIn, acting);
      return personOf(account, slug, acting);
    }),
  );
  const person = {
    id: account,
    name: known.find(({ name }) => name !== '')?.name ?? '',
    roles: known.flatMap(({ roles }) => roles),
  };
  if (may(person, visit.permission)) return person;
  throw person.roles.length === 0 ? nothingHeld() : notPermitted(person, visit.permission);
}

/** Who is known and holds nothing today: the roles have ended, or are yet to begin. */
function nothingHeld(): KnownError {
  return new KnownError(
    'not-permitted',
    'You hold no role here today: yours have ended, or are yet to begin.',
    [
      'If you should still have access, ask the administrator of your authority.',
      'If you have a new role, it counts from its first day.',
    ],
  );
}

function personOf(account: string, authority: string, { name, roles }: Acting): Person {
  return { id: account, name: name ?? '', roles: roles.map((one) => ({ ...one, authority })) };
}

function refusalOf(visit: Visit, person: Person, acting: Acting): KnownError | null {
  try {
    assertSince(visit.signedIn, acting);
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  if (person.roles.length === 0) return nothingThere();
  return may(person, visit.permission) ? null : notPermitted(person, visit.permission);
}

function readingOf({ event, path }: Visit, person: Person): readonly Reading[] {
  return event === null ? [] : [{ personName: person.name, event, path, urn: placeOf({ path }).urn }];
}

/** A session ends when a role is given or ended: whoever signed in before signs in again, as what they are now. */
function assertSince({ beganAt }: SignedIn, { rolesChangedAt }: Acting): void {
  if (rolesChangedAt === null || rolesChangedAt <= beganAt) return;
  throw new KnownError('signed-out', 'What you may see has changed since you signed in.', ['Sign in again.']);
}

/** The same words as for a page that nobody has: whether there is one is nobody's business. */
function nothingThere(): KnownError {
  return new KnownError('not-found', 'There is nothing at this address.', [
    'Check the address, or begin at the first page.',
  ]);
}

function notPermitted(person: Person, permission: Permission): KnownError {
  return new KnownError('not-permitted', `${person.name} may not open this page (${permission}).`, [
    'Ask an administrator of your authority whether you should be able to.',
  ]);
}
