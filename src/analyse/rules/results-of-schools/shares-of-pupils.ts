import type { Measure } from '#/law/reference.ts';

/**
 * Whether a percentage is a share of pupils, each of whom did or did not: only then can pupils be counted, and chance
 * follows from their number. Overall absence is a share of sessions.
 */
export function sharesOfPupils({ kind, id }: Pick<Measure, 'kind' | 'id'>): boolean {
  return kind === 'proportion' && id !== 'absence-overall';
}
