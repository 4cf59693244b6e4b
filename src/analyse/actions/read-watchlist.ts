import { registerRows } from '#/analyse/records/risk-proposals.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import { policyFrom } from '#/analyse/rules/policy.ts';
import { reasonsToWatch } from '#/analyse/rules/watchlist/watch-school.ts';
import type { WatchReason } from '#/analyse/rules/watchlist/watch-reason.ts';
import type { WatchRule } from '#/analyse/rules/watchlist/watch-rules.ts';
import { watchRules } from '#/analyse/rules/watchlist/watch-rules.ts';
import type { Parts } from '#/parts.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { Source } from '#/published/source.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { Register } from './analysis-read.ts';
import { suppliedSources, withSupplied } from './merge-supplied.ts';
import { readRegister } from './read-analysis.ts';

/** A school on the watchlist, once, with every reason. */
export interface WatchedSchool {
  readonly row: RegisterRow;
  readonly reasons: readonly WatchReason[];
}

/** The schools of an authority's newest run that an officer should look at now. */
export interface Watchlist extends Pick<
  Register,
  'authority' | 'run' | 'scheme' | 'previous' | 'whole' | 'sources'
> {
  /** Schools of the run, those that need not be watched included. */
  readonly schools: number;
  /** Schools of the run of which the files now imported tell nothing on its date, so that no rule could be asked. */
  readonly notAsked: readonly RegisterRow[];
  /** Every rule, with how many schools it puts on the list; one school may be there by several. */
  readonly rules: readonly (WatchRule & { readonly schools: number })[];
  /** Most reasons first, then most concern, then by name. */
  readonly watched: readonly WatchedSchool[];
}

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/**
 * The watchlist: what the rules make of the newest run, the run before it and the evidence of the run's date. Whoever
 * may read the register may read it, and nobody else: `readRegister` asks.
 */
export async function readWatchlist(parts: Needed, person: Person, slug: string): Promise<Watchlist> {
  const register = await readRegister(parts, person, slug);
  const { authority, run, scheme, previous, rows, whole, sources } = register;
  const about = { authority, run, scheme, previous, whole, schools: rows.length };
  if (run === null || scheme === null) {
    return { ...about, sources, watched: [], notAsked: [], rules: [] };
  }
  const store = await parts.published();
  const published = await store.evidence({
    asAt: run.asAt,
    authority: authority.slug,
    groups: ['all'],
  });
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => ({
    before: previous === null ? [] : await registerRows(transaction, previous, null),
    evidence: await withSupplied(transaction, authority.slug, run.asAt, published),
  }));
  const evidence = new Map<Urn, Evidence>((kept?.evidence ?? published).map((one) => [one.school.urn, one]));
  const before = new Map((kept?.before ?? []).map(({ proposal }) => [proposal.urn, proposal]));
  const policy = policyFrom({ ...parts.reference(), schemes: [scheme] }, scheme.id, run.asAt);
  const watched = rows.flatMap((row): readonly WatchedSchool[] => {
    const { urn } = row.school;
    const known = evidence.get(urn);
    if (known === undefined) return [];
    const reasons = reasonsToWatch(
      { evidence: known, proposal: row.proposal, before: before.get(urn) ?? null },
      policy,
    );
    return reasons.length === 0 ? [] : [{ row, reasons }];
  });
  return {
    ...about,
    notAsked: rows.filter(({ school }) => !evidence.has(school.urn)),
    rules: watchRules.map((rule) => ({
      ...rule,
      schools: watched.filter(({ reasons }) => reasons.some(({ kind }) => kind === rule.kind)).length,
    })),
    watched: watched.toSorted(
      (a, b) =>
        b.reasons.length - a.reasons.length ||
        (b.row.proposal.concern ?? -1) - (a.row.proposal.concern ?? -1) ||
        a.row.school.name.localeCompare(b.row.school.name, 'en-GB'),
    ),
    sources: await sourcesOf(watched),
  };

  /** The files of the run, and those that only a reason rests on. */
  async function sourcesOf(list: readonly WatchedSchool[]): Promise<readonly Source[]> {
    const cited = list.flatMap(({ reasons }) => reasons.flatMap((reason) => reason.sources));
    const more = [...new Set(cited.map(({ source }) => source))].filter(
      (id) => !sources.some((one) => one.id === id),
    );
    const supplied = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
      suppliedSources(transaction, authority, more),
    );
    return [
      ...sources,
      ...(await store.sources()).filter(({ id }) => more.includes(id)),
      ...(supplied ?? []),
    ];
  }
}
