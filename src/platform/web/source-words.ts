import { sourceAddress } from './addresses.ts';
import { publicationName } from './credits.ts';
import { count, dateInWords } from './words.ts';
import type { Source } from '#/published/source.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import type { SourceRef } from '#/schools/rules/value.ts';

/** One publication a figure was read from, with each file and row of it. */
export interface SourceWords {
  readonly publication: string;
  readonly rows: readonly { readonly text: string; readonly href: string }[];
}

/** Where a figure was read: `Ofsted management information: as at 31 August 2025, row 28`. Each file once. */
export function sourceWords(refs: readonly SourceRef[], sources: readonly Source[]): readonly SourceWords[] {
  const first = [...Map.groupBy(refs, (ref) => ref.source).values()].flatMap((same) => same[0] ?? []);
  const found = first.flatMap((ref) => {
    const source = sources.find((one) => one.id === ref.source);
    return source === undefined ? [] : [{ ref, source }];
  });
  return [...Map.groupBy(found, ({ source }) => publicationName(source))].map(([publication, rows]) => ({
    publication,
    rows: rows.map(({ ref, source }) => ({
      text: `${whenOf(source)}, row ${count(ref.row)}`,
      href: sourceAddress(source.id),
    })),
  }));
}

function whenOf(source: Source): string {
  if (source.year !== null) return schoolYearName(source.year);
  return source.asAt === null
    ? `known on ${dateInWords(source.knownOn)}`
    : `as at ${dateInWords(source.asAt)}`;
}
