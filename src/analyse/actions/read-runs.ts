import { registerRows } from '#/analyse/records/risk-proposals.ts';
import { runBefore, runs } from '#/analyse/records/risk-runs.ts';
import type { Run } from '#/analyse/records/run.ts';
import { compareRuns, type Comparison } from '#/analyse/rules/compare-runs.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { reachOf, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { Source } from '#/published/source.ts';
import { suppliedSources } from './merge-supplied.ts';
import { schemeOf } from './schemes-of.ts';

/** A run and the scheme it was made by; `null` when the scheme is no longer there. */
export interface RunWithScheme {
  readonly run: Run;
  readonly scheme: Scheme | null;
}

/** The runs of an authority, newest first, and two of them compared. */
export interface RunsRead {
  readonly authority: AuthorityInStore;
  /** This person may see every school of the runs. */
  readonly whole: boolean;
  readonly runs: readonly RunWithScheme[];
  /** `null` while there are not two runs. */
  readonly compared: {
    readonly from: RunWithScheme;
    readonly to: RunWithScheme;
    readonly comparison: Comparison;
  } | null;
  /** The files the two runs rest on. */
  readonly sources: readonly Source[];
}

type Needed = Pick<Parts, 'published' | 'records' | 'reference'>;

/** Two runs compared: those named, or the newest and the one before it by the same scheme (or by any). */
export async function readRuns(
  parts: Needed,
  person: Person,
  name: string | undefined,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<RunsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, name));
  permit(person, 'read lists of categories', authority.slug);
  const { all: whole } = reachOf(person, 'read categories', authority.slug);
  const read = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const kept = await runs(transaction, authority.slug);
    const list: RunWithScheme[] = [];
    for (const run of kept) list.push({ run, scheme: await schemeOf(transaction, parts.reference(), run) });
    const [from, to] = await pairAsked(transaction, list, asked);
    if (from === null || to === null) return { runs: list, compared: null, supplied: [] };
    const rows = async ({ run }: RunWithScheme) => registerRows(transaction, run, null);
    const comparison = compareRuns(
      { scheme: from.scheme, rows: await rows(from) },
      { scheme: to.scheme, rows: await rows(to) },
    );
    const ids = [...from.run.sources, ...to.run.sources];
    const supplied = await suppliedSources(transaction, authority, ids);
    return { runs: list, compared: { from, to, comparison }, supplied };
  });
  if (read === null) return { authority, whole, runs: [], compared: null, sources: [] };
  const cited = [read.compared?.from, read.compared?.to].flatMap((one) => one?.run.sources ?? []);
  const sources = (await store.sources()).filter(({ id }) => cited.includes(id));
  return {
    authority,
    whole,
    runs: read.runs,
    compared: read.compared,
    sources: [...sources, ...read.supplied],
  };
}

async function pairAsked(
  transaction: AuthorityTransaction,
  list: readonly RunWithScheme[],
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<readonly [RunWithScheme | null, RunWithScheme | null]> {
  const named = (id: string): RunWithScheme | KnownError =>
    list.find(({ run }) => run.id === id) ??
    new KnownError('not-found', `There is no run ${id}.`, [
      list.length === 0
        ? 'No analysis has been run yet.'
        : `There are: ${list.map(({ run }) => run.id).join(', ')}`,
    ]);
  const [to, from] = answersOrFailures(
    asked.to === undefined ? (list[0] ?? null) : named(asked.to),
    asked.from === undefined ? null : named(asked.from),
  );
  if (to === null || from !== null) return [from, to];
  const before = await runBefore(transaction, to.run);
  const next = list[list.indexOf(to) + 1] ?? null;
  return [list.find(({ run }) => run.id === before?.id) ?? next, to];
}
