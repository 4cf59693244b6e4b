import type { AdviserProfile } from './adviser.ts';

/** How many schools somebody has, held against how many they can look after. */
export interface Caseload {
  readonly schools: number;
  readonly ofConcern: number;
  readonly capacity: number | null;
  /** Schools more than they can look after; 0 also where nobody has said how many that is. */
  readonly over: number;
  /** Schools they could take besides; `null` where nobody has said. */
  readonly free: number | null;
}

/** Somebody’s caseload of the schools they have. */
export function caseloadOf(
  schools: readonly { readonly ofConcern: boolean }[],
  profile: Pick<AdviserProfile, 'capacity'> | null,
): Caseload {
  const capacity = profile?.capacity ?? null;
  return {
    schools: schools.length,
    ofConcern: schools.filter(({ ofConcern }) => ofConcern).length,
    capacity,
    over: capacity === null ? 0 : Math.max(0, schools.length - capacity),
    free: capacity === null ? null : Math.max(0, capacity - schools.length),
  };
}
