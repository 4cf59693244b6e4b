import type { Evidence } from './evidence.ts';

/** Identities of every source file the evidence rests on, in order. */
export function citedSources(evidence: readonly Evidence[]): readonly string[] {
  const cited = new Set<string>();
  for (const { school, lineage, inspections, values, similar, supplied } of evidence) {
    for (const { source } of school.sources) cited.add(source);
    for (const source of similar?.sources ?? []) cited.add(source);
    for (const facts of [lineage, inspections, values, supplied])
      for (const { source } of facts) cited.add(source.source);
  }
  return [...cited].toSorted();
}
