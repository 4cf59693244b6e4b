import { filesOf } from '#/papers/records/paper-files.ts';
import { papers, versionsOf } from '#/papers/records/papers.ts';
import { stepsOpenTo } from '#/papers/rules/steps-open-to.ts';
import { nothingThere, permit, permitForSchool } from '#/people/actions/permit.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { asRead, givenIn, missingIn, sidesOf } from './papers-known.ts';
import type { OnePaperRead, PaperParts, PapersRead } from './papers.ts';

/** The papers asked for that the person may read, as they stand today: of one school, or of all. */
export async function readPapers(
  parts: PaperParts,
  person: Person,
  asked: {
    readonly authority: string;
    readonly urn?: Urn;
    readonly kinds?: readonly string[];
    readonly partOf?: string;
  },
): Promise<PapersRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  const { authority: _, ...which } = asked;
  if (asked.urn === undefined) permit(person, 'open papers', authority.slug);
  else permitForSchool(person, 'open papers', authority.slug, asked.urn);
  const kept = await ifAnyRecords(parts, person, authority.slug, (transaction) => papers(transaction, which));
  const names = await namesOf(parts, store, authority.slug, asked.urn);
  return { authority, papers: (kept ?? []).map((one) => asRead(parts, one, names.get(one.urn))) };
}

/** One paper with all that its page shows; one that the person may not read is answered as one that there is not. */
export async function readPaper(
  parts: PaperParts,
  person: Person,
  asked: { readonly authority: string; readonly paper: string; readonly urn?: Urn },
): Promise<OnePaperRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  const { slug } = authority;
  permit(person, 'open papers', slug);
  if (!isPaperId(asked.paper)) throw nothingThere();
  const kept = await ifAnyRecords(parts, person, slug, async (transaction) => {
    const [one] = await papers(transaction, { id: asked.paper });
    if (one === undefined || (asked.urn !== undefined && one.urn !== asked.urn)) return null;
    const [whole] = one.partOf === null ? [] : await papers(transaction, { id: one.partOf });
    const within = await papers(transaction, { partOf: one.id });
    const beside = one.partOf === null ? [] : await papers(transaction, { partOf: one.partOf });
    return {
      one,
      whole,
      within,
      beside,
      versions: await versionsOf(transaction, one.id),
      files: await filesOf(transaction, one.id),
    };
  });
  if (kept === null) throw nothingThere();
  const names = await namesOf(parts, store, slug, kept.one.urn);
  const name = names.get(kept.one.urn);
  const paper = asRead(parts, kept.one, name);
  const partOf = kept.whole === undefined ? null : asRead(parts, kept.whole, name);
  const given = givenIn(parts, paper, partOf);
  const missing = missingIn(parts, paper, given, kept);
  const sides = sidesOf(person, slug, paper.urn);
  const { state, isOpened, writtenBy } = paper.standing;
  return {
    authority,
    school: { urn: paper.urn, name: paper.school },
    paper,
    versions: kept.versions,
    files: kept.files,
    partOf,
    parts: kept.within.map((one) => asRead(parts, one, name)),
    sides,
    given,
    missing,
    mayWrite: writtenBy !== null && sides.includes(writtenBy),
    steps: stepsOpenTo(paper.process, {
      ...{ state, isOpened, sides, person: person.id, missing: missing.length },
      taken: paper.steps.map(({ step, person: by, on }) => ({ step, by, on })),
    }),
  };
}

/** Anything else would be refused by the database with an error, and tell more than that there is nothing. */
export function isPaperId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}

/** Names of schools, the closed ones too: their papers stay. */
async function namesOf(
  parts: Pick<PaperParts, 'today'>,
  store: PublishedStore,
  authority: string,
  urn?: Urn,
): Promise<ReadonlyMap<Urn, string>> {
  const found = await store.evidence({
    asAt: parts.today(),
    authority,
    ...(urn === undefined ? {} : { urns: [urn] }),
    includeClosed: true,
    withoutValues: true,
  });
  return new Map(found.map(({ school }) => [school.urn, school.name]));
}
