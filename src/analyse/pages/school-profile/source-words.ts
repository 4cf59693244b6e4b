import { sourceAddress } from '#/platform/web/addresses.ts';
import { datesOf } from '#/platform/web/credits.ts';
import { count } from '#/platform/web/words.ts';
import type { Source } from '#/published/source.ts';
import type { SourceRef } from '#/schools/rules/value.ts';

export interface SourceWords {
  readonly text: string;
  readonly href: string;
}

/** Where a figure was read: the publication, its dates and the row, each source once. */
export function sourceWords(refs: readonly SourceRef[], sources: readonly Source[]): readonly SourceWords[] {
  const seen = new Set<string>();
  return refs.flatMap((ref) => {
    const source = sources.find((one) => one.id === ref.source);
    if (source === undefined || seen.has(ref.source)) return [];
    seen.add(ref.source);
    return [
      {
        text: `${source.publisher}: ${source.title}, ${datesOf(source)}, row ${count(ref.row)}`,
        href: sourceAddress(source.id),
      },
    ];
  });
}
