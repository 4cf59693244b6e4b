import type { Parts } from '#/parts.ts';
import { readPointer, storeFolder, type Undone } from '#/published/store/generations.ts';
import type { Effect } from '#/published/store/read-effects.ts';
import type { Source } from '#/published/source.ts';

/** One file in the store, and what it adds to what is known. */
export interface ImportRead {
  readonly source: Source;
  readonly effect: Effect;
}

/** Every import that stands, newest first, and every one that was undone, newest first. */
export interface ImportsRead {
  readonly imports: readonly ImportRead[];
  readonly undone: readonly Undone[];
}

const nothing: Effect = { schools: 0, told: [], contradicted: 0 };

/** What was imported, with the effect of each file, and what was undone. */
export async function readImports(parts: Pick<Parts, 'dataFolder' | 'published'>): Promise<ImportsRead> {
  const store = await parts.published();
  const effects = await store.effects();
  const imports = (await store.sources())
    .map((source) => ({ source, effect: effects.get(source.id) ?? nothing }))
    .toSorted((a, b) => b.source.importedAt.localeCompare(a.source.importedAt));
  return { imports, undone: (readPointer(storeFolder(parts.dataFolder))?.undone ?? []).toReversed() };
}
