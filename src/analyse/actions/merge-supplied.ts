import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { suppliedFiles } from '#/schools/records/supplied-files.ts';
import { sourceOf, suppliedKnownOn } from '#/schools/records/supplied-values.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';

/** The evidence with what the authority's services had told by its date, as far as this person may know it. */
export async function withSupplied(
  transaction: AuthorityTransaction,
  authority: string,
  asAt: IsoDate,
  evidence: readonly Evidence[],
): Promise<readonly Evidence[]> {
  const urns = evidence.length === 1 ? evidence.map(({ school }) => school.urn) : undefined;
  const supplied = await suppliedKnownOn(transaction, authority, asAt, urns);
  return evidence.map((one) => ({ ...one, supplied: supplied.get(one.school.urn) ?? [] }));
}

/** The supplied files among those cited, as sources beside the published ones: each leads to its own page. */
export async function suppliedSources(
  transaction: AuthorityTransaction,
  authority: AuthorityInStore,
  cited: readonly string[],
): Promise<readonly Source[]> {
  if (!cited.some((id) => id.startsWith('supplied:'))) return [];
  const files = await suppliedFiles(transaction);
  return files.flatMap((file): Source[] => {
    const id = sourceOf(authority.slug, file.number);
    if (!cited.includes(id)) return [];
    return [
      {
        id,
        sha256: file.sha256,
        fileName: file.fileName,
        layout: 'supplied',
        title: file.title,
        publisher: `${authority.name}, ${file.givenBy}`,
        licence: 'In confidence',
        year: null,
        yearBasis: null,
        status: 'not stated',
        asAt: file.statedOn,
        knownOn: file.knownOn,
        knownOnBasis: 'stated by the person',
        rowsRead: file.rowsRead,
        rowsKept: file.rowsKept,
        setAside: file.setAside,
        problems: file.problems,
        importedAt: file.keptAt,
        invented: authority.invented,
      },
    ];
  });
}
