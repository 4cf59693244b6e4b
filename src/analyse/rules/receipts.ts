import type { IsoDate } from '#/schools/rules/dates.ts';
import { daysBetween } from '#/schools/rules/dates.ts';
import { isAbout, type Told } from './told.ts';

/** Somebody who leads a school today and is told its category. */
export interface Leader {
  readonly person: string;
  /** The first day on which they hold the role. */
  readonly since: IsoDate;
}

/** Whether a leader has confirmed having read what the school is told now. */
export type Confirmation<Receipt> =
  | { readonly state: 'confirmed'; readonly receipt: Receipt }
  /** Days since they could have read it: since it was told, or since they lead the school, whichever came later. */
  | { readonly state: 'outstanding'; readonly days: number };

/** A receipt counts for as long as the same is told: of its letter or any of its analyses, and of the person who gave it. */
export function confirmationOf<
  Receipt extends {
    readonly run: string | null;
    readonly decision: string | null;
    readonly person: string;
  },
>(told: Told, leader: Leader, receipts: readonly Receipt[], today: IsoDate): Confirmation<Receipt> {
  const receipt = receipts.find((one) => one.person === leader.person && isAbout(told, one));
  if (receipt !== undefined) return { state: 'confirmed', receipt };
  const since = told.since > leader.since ? told.since : leader.since;
  return { state: 'outstanding', days: Math.max(0, daysBetween(since, today)) };
}
