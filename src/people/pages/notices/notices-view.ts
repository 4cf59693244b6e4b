import { tellWhatIsKept } from '#/people/actions/tell-what-is-kept.ts';
import { plural } from '#/platform/web/words.ts';

/** Whom to ask, as both pages say it. */
interface Asked {
  /** A mail address; `null`: the installation names none. */
  readonly contact: string | null;
}

export interface PrivacyView extends Asked {
  readonly sessionHours: number;
  readonly idleMinutes: number;
  readonly kept: readonly { readonly records: string; readonly howLong: string; readonly why: string }[];
}

/** What is kept about whom and for how long: the table the records themselves are kept by. */
export function privacyView(contact: string | null): PrivacyView {
  const { sessionHours, idleMinutes, kinds } = tellWhatIsKept();
  return {
    contact,
    sessionHours,
    idleMinutes,
    kept: kinds.map(({ records, months, from, why, authorityMaySay }) => {
      const usual = months === null ? 'For good' : `${duration(months)} from ${from}`;
      return {
        records,
        howLong: authorityMaySay ? `${usual}, unless your authority says otherwise` : usual,
        why,
      };
    }),
  };
}

export interface AccessibilityView extends Asked {
  readonly preparedOn: string;
}

export function accessibilityView(contact: string | null): AccessibilityView {
  return { contact, preparedOn: '2026-11-22' };
}

function duration(months: number): string {
  return months % 12 === 0 ? plural(months / 12, 'year') : plural(months, 'month');
}
