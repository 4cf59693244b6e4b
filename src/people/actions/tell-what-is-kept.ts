import { retentionKinds, retentionOf } from '#/people/rules/retention.ts';
import { idleSeconds, sessionSeconds } from '#/people/rules/sessions.ts';

/** What is kept about whoever signs in, and for how long. */
export interface WhatIsKept {
  readonly sessionHours: number;
  readonly idleMinutes: number;
  readonly kinds: readonly {
    readonly records: string;
    /** `null`: for good. */
    readonly months: number | null;
    readonly from: string;
    readonly why: string;
    readonly authorityMaySay: boolean;
  }[];
}

/** Out of the tables that sessions and records are kept by. */
export function tellWhatIsKept(): WhatIsKept {
  return {
    sessionHours: sessionSeconds / 3600,
    idleMinutes: idleSeconds / 60,
    kinds: retentionKinds.map(retentionOf),
  };
}
