import { proposalsOverTime } from '#/analyse/records/risk-proposals.ts';
import { directionOf } from '#/analyse/rules/deciding/progress.ts';
import { decidedNow, type DecidedNow } from '#/analyse/records/decisions-beside.ts';
import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { newestRun, runBefore } from '#/analyse/records/risk-runs.ts';
import type { RegisterRow, Run } from '#/analyse/records/run.ts';
import { policyFrom } from '#/analyse/rules/policy.ts';
import type { Reading } from '#/analyse/rules/reading.ts';
import { notCountedIn, readingsOf } from '#/analyse/rules/readings.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Reference } from '#/law/reference.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { mayForSchool, reachOf, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { citedSources } from '#/schools/rules/cited-sources.ts';
import { resultsByYear } from '#/schools/rules/results-by-year.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import { isInvented, type Urn } from '#/schools/rules/urn.ts';
import type { Register, SchoolRead } from './analysis-read.ts';
import { englandFigures } from './england-figures.ts';
import { suppliedSources, withSupplied } from './merge-supplied.ts';
import { knownSchemes } from './scheme-asked.ts';
import { rowsOfRun } from './rows-of-run.ts';
import { schemeOf } from './schemes-of.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** The risk register: the newest run of an authority, or the one named. An authority without a run is a state, not an error. */
export async function readRegister(
  parts: Needed,
  person: Person,
  slug: string,
  runId?: string,
): Promise<Register> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read lists of categories', authority.slug);
  const records = await parts.records();
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const run = await newestRun(transaction, authority.slug, runId);
    if (run === null) return null;
    const previous = await runBefore(transaction, run);
    const decided = await decidedNow(transaction);
    const scheme = await schemeOf(transaction, parts.reference(), run);
    const rows = (await rowsOfRun(records, transaction, run, previous)).map((row) =>
      withDecided(row, decided.get(row.school.urn) ?? null, scheme),
    );
    const supplied = await suppliedSources(transaction, authority, run.sources);
    return { run, previous, rows, scheme, supplied };
  });
  const { all: whole } = reachOf(person, 'read categories', authority.slug);
  if (kept === null)
    return { authority, run: null, scheme: null, previous: null, rows: [], whole, sources: [] };
  const { supplied, ...read } = kept;
  if (whole) assertWhole(read.run, read.rows);
  const sources = (await store.sources()).filter(({ id }) => read.run.sources.includes(id));
  return { authority, ...read, whole, sources: [...sources, ...supplied] };
}

/**
 * One school: its evidence for everyone, its proposed category for officers and for its own head and chair. Everything
 * as known on the date of the newest run, so that the reasons and the facts beside them belong together.
 */
export async function readSchool(parts: Needed, person: Person, slug: string, urn: Urn): Promise<SchoolRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read published data', authority.slug);
  const reach = mayForSchool(person, 'read categories', authority.slug, urn);
  const maySee = reach !== false;
  const kept = maySee
    ? await ifAnyRecords(parts, person, authority.slug, (transaction) =>
        keptOf(transaction, parts.reference(), authority.slug, urn),
      )
    : null;
  const asked = { authority: authority.slug, urns: [urn], includeClosed: true };
  // A school that opened after the run's date is known only since.
  const published =
    (await store.evidence({ ...asked, asAt: kept?.run?.asAt ?? authority.newestKnownOn })).at(0) ??
    (await store.evidence({ ...asked, asAt: authority.newestKnownOn })).at(0);
  if (published === undefined) {
    throw new KnownError('not-found', `No school of ${authority.name} has the reference number ${urn}.`, [
      'Check the six digits, or look the school up by name in the risk register.',
    ]);
  }
  const { evidence, supplied } = maySee
    ? await suppliedTo(parts, person, authority, published)
    : { evidence: published, supplied: [] };
  const cited = new Set(citedSources([evidence]));
  const england = englandFigures(parts.reference(), evidence);
  return {
    authority,
    run: kept?.run ?? null,
    scheme: kept?.scheme ?? null,
    row: kept?.row ?? null,
    category: kept?.row ? 'shown' : reach === true ? 'not analysed' : 'in confidence',
    notCounted: notCountedOf(parts.reference(), kept, evidence),
    earlier: kept?.earlier ?? [],
    evidence,
    sources: [...(await store.sources()).filter(({ id }) => cited.has(id)), ...supplied],
    invented: isInvented(urn),
    england,
    results: resultsByYear(evidence, parts.reference().measures, england),
  };
}

/** What the indicators beside the scheme's make of the evidence: for whoever may see what the scheme's do. */
function notCountedOf(
  reference: Reference,
  kept: Pick<SchoolRead, 'run' | 'scheme' | 'row'> | null,
  evidence: Evidence,
): readonly Reading[] {
  const { run, scheme, row } = kept ?? { run: null, scheme: null, row: null };
  if (run === null || scheme === null || row === null) return [];
  const policy = policyFrom({ ...reference, schemes: [scheme] }, scheme.id, run.asAt);
  return readingsOf(evidence, policy, notCountedIn(scheme));
}

/** What the newest run and the ones before say of one school. */
async function keptOf(
  transaction: AuthorityTransaction,
  reference: Reference,
  authority: string,
  urn: Urn,
): Promise<Pick<SchoolRead, 'run' | 'scheme' | 'row' | 'earlier'>> {
  const run = await newestRun(transaction, authority);
  if (run === null) return { run, scheme: null, row: null, earlier: [] };
  const all = await proposalsOverTime(transaction, authority, urn);
  const now = all.find((one) => one.run.id === run.id);
  const earlier = all.filter((one) => one.run.id !== run.id);
  const previous = await runBefore(transaction, run);
  const before = earlier.find((one) => one.run.id === previous?.id)?.proposal.category;
  const { all: schemes } = knownSchemes(reference, await adoptions(transaction));
  const schemeNamed = (id: string): Scheme | null => schemes.find((one) => one.id === id) ?? null;
  return {
    run,
    scheme: schemeNamed(run.scheme),
    row:
      now === undefined
        ? null
        : {
            school: now.school,
            proposal: now.proposal,
            lastInspection: now.lastInspection,
            was: before === undefined || before === now.proposal.category ? null : before,
            decided: (await decidedNow(transaction, urn)).get(urn) ?? null,
          },
    earlier: earlier.map((one) => ({
      run: one.run,
      scheme: schemeNamed(one.run.scheme),
      category: one.proposal.category,
      points: one.proposal.points,
    })),
  };
}

/** One school's evidence with what the authority's services told of it, and the files they told it in. */
async function suppliedTo(
  parts: Needed,
  person: Person,
  authority: AuthorityInStore,
  published: Evidence,
): Promise<{ readonly evidence: Evidence; readonly supplied: readonly Source[] }> {
  const merged = await ifAnyRecords(parts, person, authority.slug, async (transaction) => {
    const all = await withSupplied(transaction, authority.slug, published.asAt, [published]);
    const supplied = await suppliedSources(transaction, authority, citedSources(all));
    return { evidence: all[0] ?? published, supplied };
  });
  return merged ?? { evidence: published, supplied: [] };
}

/** A row with what is decided of its school, and which way that differs from what is proposed. */
function withDecided(row: RegisterRow, decided: DecidedNow | null, scheme: Scheme | null): RegisterRow {
  const category = (decided?.untold ?? decided?.told)?.category ?? row.proposal.category;
  const same = category === row.proposal.category;
  return { ...row, decided, direction: same ? null : directionOf(row.proposal.category, category, scheme) };
}

/** A register with a school missing would look like good news. */
function assertWhole(run: Run, rows: readonly RegisterRow[]): void {
  if (rows.length === run.schools) return;
  throw new Error(`Run ${run.id} has ${run.schools} schools, and ${rows.length} of them can be read`);
}
