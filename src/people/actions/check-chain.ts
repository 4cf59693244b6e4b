import { createHash } from 'node:crypto';
import { noLinkBefore, type ChainedLog } from '#/people/records/log-chain.ts';
import type { LetGo, LinkedRow, LogHead } from '#/people/records/log-links.ts';

/** What does not fit, and where: the first of it, in the order of the log. */
export interface ChainProblem {
  /** Place in the chain; `null` where a row has none. */
  readonly position: number | null;
  /** Number of the row; `null` where the link itself is the matter. */
  readonly number: string | null;
  /** A sentence for whoever answers for the records. */
  readonly what: string;
}

/** What was found along a log’s chain. */
export interface ChainFound {
  readonly links: number;
  readonly rows: number;
  /** Rows that are gone and had been kept long enough; their links vouch that they were there. */
  readonly letGo: number;
  readonly head: LogHead | null;
  readonly problem: ChainProblem | null;
}

/** Goes along a chain link by link; nothing after the first problem is looked at. */
export interface ChainWalk {
  readonly step: (link: LinkedRow) => ChainProblem | null;
  readonly found: () => Omit<ChainFound, 'problem'>;
  /** The link with this position had this hash: said after the last step. */
  readonly hashAt: (position: number) => string | undefined;
}

/**
 * Begins to walk along the chain of a log. What the database hashed when it made a link is worked out again here, from the
 * row as it now is.
 *
 * @param acts what was let go of here
 * @param watched positions whose hashes are asked for afterwards
 */
export function walkChain(
  { log, letGoAs }: Pick<ChainedLog, 'log' | 'letGoAs'>,
  acts: readonly LetGo[],
  watched: readonly number[] = [],
): ChainWalk {
  let last: LogHead = { position: 0, hash: noLinkBefore };
  let rows = 0;
  let letGo = 0;
  const kept = new Map<number, string>();

  const step = (link: LinkedRow): ChainProblem | null => {
    const expected = last.position + 1;
    const at = (what: string, number: string | null): ChainProblem => ({
      position: link.position,
      number,
      what,
    });
    if (link.position !== expected) {
      const what = `Link ${expected} is missing: the next there is, is ${link.position}.`;
      return { position: expected, number: null, what };
    }
    if (link.previous !== last.hash)
      return at(`Link ${link.position} does not follow the one before it.`, null);
    const { position, number, rowHash, previous } = link;
    if (hashOf([log, String(position), number, link.at, rowHash, previous]) !== link.hash) {
      return at(`Link ${link.position} was altered.`, null);
    }
    if (link.row === null) {
      if (!wasLetGo(link, letGoAs, acts)) return at(`Entry ${link.number} is missing.`, link.number);
      letGo += 1;
    } else {
      if (hashOf(link.row) !== link.rowHash) return at(`Entry ${link.number} was altered.`, link.number);
      rows += 1;
    }
    last = { position: link.position, hash: link.hash };
    if (watched.includes(link.position)) kept.set(link.position, link.hash);
    return null;
  };

  return {
    step,
    found: () => ({ links: last.position, rows, letGo, head: last.position === 0 ? null : last }),
    hashAt: (position) => kept.get(position),
  };
}

/** Each text with its length in bytes before it, so that no two rows read the same; `-` for nothing. */
function hashOf(fields: readonly (string | null)[]): string {
  const text = fields.map((field) => (field === null ? '-' : `${String(Buffer.byteLength(field))}:${field}`));
  return createHash('sha256').update(text.join('')).digest('hex');
}

/** A row may be gone only where it is told that rows of its time were let go, after as long as that says. */
function wasLetGo({ at }: LinkedRow, kind: string | null, acts: readonly LetGo[]): boolean {
  return acts.some(
    (act) => act.kind === kind && at < act.before && act.before <= monthsBefore(act.at, act.months),
  );
}

/** As the database takes months away: the last day of a shorter month stands for later ones. The texts compare as they are. */
function monthsBefore(moment: string, months: number): string {
  const [year = 0, month = 1, day = 1] = moment.slice(0, 10).split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  // A day's grace: the database counts in its own zone, whose clock may be an hour off.
  first.setUTCDate(first.getUTCDate() + 1);
  return first.toISOString().slice(0, 10) + moment.slice(10);
}
