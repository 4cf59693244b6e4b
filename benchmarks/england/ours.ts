import { analyseSchool, policyFrom } from '#/analyse/rules/analyse-school.ts';
import { groupsRead } from '#/analyse/rules/results.ts';
import { loadReference } from '#/law/reference.ts';
import { importFiles } from '#/published/actions/import-files.ts';
import { openPublishedStore } from '#/published/store/open.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { quiet } from './quiet.ts';

/** Seconds of the two halves, and how many schools came to each category. */
export interface OurAnalysis {
  readonly rows: number;
  readonly importSeconds: number;
  readonly analysisSeconds: number;
  readonly schools: number;
  readonly categories: Readonly<Record<string, number>>;
}

/** All files of a folder imported as `npx middletier import` does, then every school of every authority analysed. */
export async function analyseByUs(folder: string, dataFolder: string): Promise<OurAnalysis> {
  const began = performance.now();
  const { files } = await importFiles({
    dataFolder,
    paths: [folder],
    now: () => '2026-05-01T00:00:00.000Z',
    terminal: quiet,
  });
  let rows = 0;
  for (const file of files) {
    if (file.outcome === 'set aside') throw new Error(`${file.path}: ${file.what}`);
    rows += file.source.rowsRead;
  }
  const imported = performance.now();
  const reference = loadReference();
  const store = await openPublishedStore(dataFolder);
  const authorities = await store.authorities();
  const categories: Record<string, number> = {};
  let schools = 0;
  const parts = partsOf(authorities);
  const evidenceOf = (index: number) => {
    const part = parts[index];
    return part === undefined ? null : store.evidence({ ...part, groups: groupsRead });
  };
  // The database reads the next authorities while these are analysed.
  let next = evidenceOf(0);
  for (const [index, { asAt }] of parts.entries()) {
    const evidence = (await next) ?? [];
    next = evidenceOf(index + 1);
    const policy = policyFrom(reference, 'norfolk-2013', asAt);
    for (const one of evidence) {
      const { category } = analyseSchool(one, policy);
      categories[category] = (categories[category] ?? 0) + 1;
    }
    schools += evidence.length;
  }
  store.close();
  return {
    rows,
    importSeconds: (imported - began) / 1000,
    analysisSeconds: (performance.now() - imported) / 1000,
    schools,
    categories,
  };
}

/** Schools read with one question: fewer questions take less time, more schools take more memory. */
const schoolsTogether = 2000;

/** Authorities that are asked about together: as known on the same date. */
function partsOf(
  authorities: readonly AuthorityInStore[],
): readonly { readonly asAt: string; readonly authorities: readonly string[] }[] {
  const parts: { asAt: string; authorities: string[]; schools: number }[] = [];
  for (const { slug, newestKnownOn, schools } of authorities) {
    const open = parts.find(
      (part) => part.asAt === newestKnownOn && part.schools + schools <= schoolsTogether,
    );
    if (open === undefined) parts.push({ asAt: newestKnownOn, authorities: [slug], schools });
    else {
      open.authorities.push(slug);
      open.schools += schools;
    }
  }
  return parts.map(({ asAt, authorities: slugs }) => ({ asAt, authorities: slugs }));
}
