import { createHash } from 'node:crypto';
import { addProposals, type NewProposal } from '#/analyse/records/risk-proposals.ts';
import { addRun, lockRuns, newestRunAsAt } from '#/analyse/records/risk-runs.ts';
import { analyseSchool, policyFrom } from '#/analyse/rules/analyse-school.ts';
import { groupsRead } from '#/analyse/rules/results.ts';
import { dateInWords } from '#/analyse/rules/words.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { refreshSchoolLists } from '#/people/actions/refresh-school-lists.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateAsked } from '#/published/store/date-asked.ts';
import { someOpen } from '#/published/store/some-open.ts';
import type { AuthorityInStore, PublishedStore } from '#/published/store/published-store.ts';
import { newestSuppliedOn } from '#/schools/records/supplied-values.ts';
import { citedSources } from '#/schools/rules/cited-sources.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { School } from '#/schools/rules/school.ts';
import { lastInspection } from '#/schools/rules/inspection-words.ts';
import { withSupplied } from './merge-supplied.ts';
import type { AnalysisRequest, RunOutcome } from './analysis-read.ts';
import { knownSchemes, schemeAsked } from './scheme-asked.ts';
import { schemesOf } from './schemes-of.ts';
import { tellOfRun } from './tell-of-run.ts';
import { keepToldState } from './telling/keep-told-state.ts';
import { withSimilar } from './with-similar.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today' | 'now'>;

/**
 * Analyses every school of an authority, academies and free schools included, as known on a date, and keeps the result:
 * all of it or nothing. Without a date: the newest on which anything about its schools became known, from official files
 * or from the authority's own services, never silently today. When the newest run as at that date had the same evidence
 * and gave the same proposals, that run stands and is returned. Throws `KnownError` for what the person can put right,
 * everything wrong with the request at once.
 */
export async function runAnalysis(
  parts: Needed,
  person: Person,
  request: AnalysisRequest,
): Promise<RunOutcome> {
  const store = await parts.published();
  const typedDate = request.asAt === undefined ? null : dateAsked(request.asAt, parts.today());
  const found = await authorityNamed(store, request.authority);
  const known =
    found instanceof KnownError
      ? knownSchemes(parts.reference())
      : await schemesOf(parts, person, found.slug);
  const [authority, asked, scheme] = answersOrFailures(
    found,
    typedDate,
    schemeAsked(known, request.scheme, typeof typedDate === 'string' ? typedDate : parts.today()),
  );
  permit(person, 'run an analysis', authority.slug);
  const asAt = asked ?? (await newestDay(parts, person, authority));
  const published = someOpen(
    authority.name,
    asAt,
    await store.evidence({ asAt, authority: authority.slug, groups: groupsRead }),
  );
  const records = await parts.records();
  await records.prepareAuthority(authority.slug, authority.name);
  const policy = policyFrom({ ...parts.reference(), schemes: [scheme] }, scheme.id, asAt);
  const similar = await withSimilar(store, policy, published);
  const evidence = await records.inAuthority(authority.slug, person, (transaction) =>
    withSupplied(transaction, authority.slug, asAt, similar),
  );
  const proposals = evidence.map((one) => ({
    school: one.school,
    proposal: analyseSchool(one, policy),
    lastInspection: lastInspection(one, asAt),
  }));
  assertNoneDropped(evidence, proposals);
  const newestAsked = asked === null || asked >= authority.newestKnownOn;
  const register = newestAsked ? await schoolsNow(store, authority.slug, parts.today()) : null;
  const run = { asAt, scheme: scheme.id, sources: citedSources(evidence), schools: proposals.length };
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([run, proposals]))
    .digest('hex');

  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockRuns(transaction);
    if (register !== null) await refreshSchoolLists(transaction, person, register);
    const newest = await newestRunAsAt(transaction, authority.slug, asAt);
    if (newest?.fingerprint === fingerprint) {
      // Runs that were kept before anything was told of them are told of now.
      if (await tellOfRun(transaction, parts.reference(), newest.run, scheme)) {
        await logChange(transaction, {
          act: 'told of an analysis',
          about: { kind: 'analysis', key: newest.run.id },
          aboutName: `the analysis as at ${dateInWords(asAt)}`,
          urn: null,
          from: null,
          to: 'how many schools are in each group, small numbers left out',
          why: null,
        });
      }
      return { ...newest.run, alreadyRun: true };
    }
    const kept = await addRun(transaction, authority.slug, {
      ...run,
      fingerprint,
      ranAt: parts.now(),
      ranByName: person.name,
    });
    await addProposals(transaction, kept, proposals);
    await tellOfRun(transaction, parts.reference(), kept, scheme);
    // Schools that were told no decision yet are told of as proposed: by the newest analysis.
    await keepToldState(parts, transaction, authority.slug, person.name);
    await logChange(transaction, {
      act: 'ran an analysis',
      about: { kind: 'analysis', key: kept.id },
      aboutName: `the analysis as at ${dateInWords(asAt)}`,
      urn: null,
      from: null,
      to: `${proposals.length} schools by ${scheme.title}`,
      why: null,
    });
    return { ...kept, alreadyRun: false };
  });
}

/** Every school of the authority as the register has it now: what roles of trusts, dioceses and federations reach. */
async function schoolsNow(
  store: PublishedStore,
  authority: string,
  today: IsoDate,
): Promise<readonly School[]> {
  const all = { asAt: today, authority, includeClosed: true, withoutValues: true };
  return (await store.evidence(all)).map(({ school }) => school);
}

/** The newest day on which anything became known, published or supplied. */
async function newestDay(parts: Needed, person: Person, authority: AuthorityInStore): Promise<IsoDate> {
  const supplied = await ifAnyRecords(parts, person, authority.slug, newestSuppliedOn);
  return supplied !== null && supplied > authority.newestKnownOn ? supplied : authority.newestKnownOn;
}

/** A school never silently drops out of a result: as many proposals as schools, each for its own school. */
function assertNoneDropped(evidence: readonly Evidence[], proposals: readonly NewProposal[]): void {
  const urns = new Set(proposals.map(({ proposal }) => proposal.urn));
  const lost = evidence.filter(({ school }) => !urns.has(school.urn));
  if (lost.length > 0 || urns.size !== evidence.length || proposals.length !== evidence.length) {
    throw new Error(
      `${evidence.length} schools went in and ${urns.size} came out; lost: ${lost.map(({ school }) => school.urn).join(', ')}`,
    );
  }
}
