import { randomBytes } from 'node:crypto';
import {
  addSession,
  endEverySession,
  endSession,
  noteSessions,
  sessionsThatHold,
  type SessionKept,
} from '#/people/records/sessions.ts';
import { sessionSeconds, type SessionBegun } from '#/people/rules/sessions.ts';
import type { Parts } from '#/parts.ts';
import type { SignedIn } from '#/platform/web/gate.ts';
import { hashOf } from './hash-of.ts';

type Needed = Pick<Parts, 'records'>;

/** Begins a session for an account that has shown who it is. */
export async function beginSession(
  parts: Needed,
  account: string,
  how: 'password' | 'provider' | 'demonstration',
): Promise<SessionBegun> {
  const token = randomBytes(32).toString('base64url');
  const records = await parts.records();
  await records.inInstallation([hashOf(token), account], (transaction) =>
    addSession(transaction, { token_hash: hashOf(token), account, how }),
  );
  return { token, seconds: sessionSeconds };
}

/** Signs out here. */
export async function signOut(parts: Needed, token: string): Promise<void> {
  const hash = hashOf(token);
  const records = await parts.records();
  await records.inInstallation([hash], (transaction) => endSession(transaction, hash, 'signed out'));
}

/** Signs out on every device: every session of the account is over. */
export async function signOutEverywhere(parts: Needed, token: string, account: string): Promise<void> {
  const records = await parts.records();
  await records.inInstallation([hashOf(token)], (transaction) =>
    endEverySession(transaction, account, 'signed out everywhere'),
  );
}

interface Waiting {
  readonly hash: string;
  readonly done: (session: SessionKept | null) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Where it is asked whose a session is. One question is under way at a time; whoever asks meanwhile is answered by the next,
 * all of them by one, so that many readers at once cost the database little more than one.
 */
export function openSessions(parts: Needed): {
  readonly whoHas: (token: string) => Promise<SignedIn | null>;
} {
  const waiting: Waiting[] = [];
  let asking = false;

  const askInTurn = async (): Promise<void> => {
    while (waiting.length > 0) await ask(waiting.splice(0, mostTogether));
    asking = false;
  };

  const ask = async (together: readonly Waiting[]): Promise<void> => {
    try {
      const hashes = [...new Set(together.map(({ hash }) => hash))];
      const records = await parts.records();
      const found = await records.inInstallation(hashes, async (transaction) => {
        const held = await sessionsThatHold(transaction, hashes);
        const unnoted = held.filter(({ toBeNoted }) => toBeNoted).map(({ tokenHash }) => tokenHash);
        if (unnoted.length > 0) await noteSessions(transaction, unnoted);
        return new Map(held.map((session) => [session.tokenHash, session]));
      });
      for (const { hash, done } of together) done(found.get(hash) ?? null);
    } catch (error) {
      for (const { failed } of together) failed(error);
    }
  };

  return {
    whoHas: (token) =>
      new Promise((done, failed) => {
        waiting.push({ hash: hashOf(token), done, failed });
        if (asking) return;
        asking = true;
        setImmediate(() => void askInTurn());
      }),
  };
}

/** Their hashes are presented in one setting of the transaction. */
const mostTogether = 100;
