import {
  authorityLogs,
  installationLogs,
  type ChainedLog,
  type LogName,
} from '#/people/records/log-chain.ts';
import { lettingsGo, linksAfter, unlinkedRows, type LogHead } from '#/people/records/log-links.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import type { AuthorityTransaction, InstallationTransaction } from '#/platform/database/tables.ts';
import { walkChain, type ChainFound, type ChainProblem } from './check-chain.ts';
import { permit } from './permit.ts';

/** What was found of one log. */
export interface LogChecked extends ChainFound {
  readonly log: LogName;
  /** Slug; `null`: of the installation. */
  readonly authority: string | null;
}

/** A head that was written down earlier. */
export interface ExpectedHead extends LogHead {
  /** Slug; `null`: of the installation. */
  readonly authority: string | null;
  readonly log: LogName;
}

const atOnce = 2000;

/**
 * Works out every link of every log again and names the first that does not fit: of one authority, or of all that have
 * records and of the installation. Nothing is changed. A log that was cut off at its end looks whole: only a head that was
 * written down earlier tells.
 */
export async function checkLogs(
  parts: Pick<Parts, 'records'>,
  person: Person,
  request: { readonly authority: string | null; readonly expected?: readonly ExpectedHead[] },
): Promise<readonly LogChecked[]> {
  const records = await parts.records();
  const { expected = [] } = request;
  const slugs =
    request.authority === null ? (await records.authorities()).map(({ slug }) => slug) : [request.authority];
  const checked: LogChecked[] = [];
  for (const slug of slugs) {
    permit(person, 'read the reading log', slug);
    permit(person, 'read the change log', slug);
    const found = await records.inAuthority(slug, person, (transaction) =>
      checkAll(transaction, authorityLogs, (log) => ofLog(expected, slug, log)),
    );
    checked.push(...found.map((one) => ({ ...one, authority: slug })));
  }
  if (request.authority === null) {
    const found = await records.inInstallation([person.id], (transaction) =>
      checkAll(transaction, installationLogs, (log) => ofLog(expected, null, log)),
    );
    checked.push(...found.map((one) => ({ ...one, authority: null })));
  }
  return checked;
}

function ofLog(
  expected: readonly ExpectedHead[],
  authority: string | null,
  log: LogName,
): readonly ExpectedHead[] {
  return expected.filter((one) => one.authority === authority && one.log === log);
}

async function checkAll(
  transaction: AuthorityTransaction | InstallationTransaction,
  logs: readonly ChainedLog[],
  expectedOf: (log: LogName) => readonly LogHead[],
): Promise<readonly Omit<LogChecked, 'authority'>[]> {
  const acts = await lettingsGo(transaction);
  const found = [];
  for (const chained of logs) {
    const expected = expectedOf(chained.log);
    const walk = walkChain(
      chained,
      acts,
      expected.map(({ position }) => position),
    );
    let problem: ChainProblem | null = null;
    for (let ended = false; !ended && problem === null;) {
      const links = await linksAfter(transaction, chained, walk.found().links, atOnce);
      for (const link of links) {
        problem = walk.step(link);
        if (problem !== null) break;
      }
      ended = links.length < atOnce;
    }
    problem ??= headProblem(walk, expected) ?? (await unlinkedProblem(transaction, chained));
    found.push({ log: chained.log, ...walk.found(), problem });
  }
  return found;
}

function headProblem(walk: ReturnType<typeof walkChain>, expected: readonly LogHead[]): ChainProblem | null {
  const wrong = expected.find(({ position, hash }) => walk.hashAt(position) !== hash);
  if (wrong === undefined) return null;
  const { links } = walk.found();
  const what =
    links < wrong.position
      ? `The log was cut off: it had ${wrong.position} entries, and the chain ends at ${links}.`
      : `The log was written anew: link ${wrong.position} is another than it was.`;
  return { position: wrong.position, number: null, what };
}

async function unlinkedProblem(
  transaction: AuthorityTransaction | InstallationTransaction,
  chained: ChainedLog,
): Promise<ChainProblem | null> {
  const [number] = await unlinkedRows(transaction, chained);
  return number === undefined
    ? null
    : { position: null, number, what: `Entry ${number} was put in past the log: no link vouches for it.` };
}
