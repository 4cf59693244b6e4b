import type { SchoolRead } from '#/analyse/actions/analysis-read.ts';
import type { IntelligenceToday } from '#/analyse/rules/intelligence/intelligence.ts';
import type { Ground } from '#/analyse/rules/intelligence/rests-on.ts';
import type { PaperKept } from '#/papers/records/papers.ts';
import { processOf } from '#/papers/rules/processes/processes.ts';

/** Papers about what somebody saw in the school. */
export const seenThereKinds = ['visit', 'scoping-audit', 'review-of-governance'] as const;

/**
 * Everything that the view of a school rests on, with its day: each indicator that could be read, by the newest day one of
 * its sources became known; each note of somebody who was there; and what services told that counts.
 *
 * @param papers of the kinds of `seenThereKinds`
 */
export function groundsOf(
  { row, sources }: Pick<SchoolRead, 'row' | 'sources'>,
  entries: readonly IntelligenceToday[],
  papers: readonly PaperKept[],
): readonly Ground[] {
  const known = new Map(sources.map(({ id, knownOn }) => [id, knownOn]));
  const readings = (row?.proposal.readings ?? []).filter(({ state }) => state === 'read');
  return [
    ...readings.flatMap(({ title, sources: cited }) => {
      const on = cited
        .flatMap(({ source }) => known.get(source) ?? [])
        .toSorted()
        .at(-1);
      return on === undefined ? [] : [{ nature: 'data' as const, what: title, on }];
    }),
    ...papers.flatMap(({ kind, newest }) => {
      const on = newest?.aboutOn ?? null;
      return on === null ? [] : [{ nature: 'first-hand' as const, what: processOf(kind)?.name ?? kind, on }];
    }),
    ...entries
      .filter(({ state }) => state === 'in force')
      .map(({ basis, knownOn, source }) => ({
        nature: basis === 'seen' ? ('first-hand' as const) : ('second-hand' as const),
        what: source,
        on: knownOn,
      })),
  ];
}
