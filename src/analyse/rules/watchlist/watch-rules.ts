import type { WatchKind } from './watch-reason.ts';
import { watchKinds, watchSettings } from './watch-reason.ts';

const { dueWithinMonths, oldAfterYears, changesOfHead } = watchSettings;

/** Each reason in a few words, for the list and its filter. */
const watchTitles: Readonly<Record<WatchKind, string>> = {
  declining: 'Good, and declining',
  'could be worse': 'Good, and could be worse',
  stuck: 'Stuck',
  'new evidence': 'New evidence',
  'inspection due': 'Inspection due',
  'thin evidence': 'Uncertain on old evidence',
  heads: 'Changes of head',
  roll: 'Falling roll',
};

/** As anyone could apply it. */
const watchWords: Readonly<Record<WatchKind, string>> = {
  declining:
    'Nothing below good at the latest full inspection, and since the run before a reading of the scheme has more points, or results fall behind England year by year even at the kinder end of what chance allows.',
  'could be worse':
    'Nothing below good at the latest full inspection, and a single reading at the edge of what is likely would move the proposal to a group of more concern.',
  stuck: 'Below good at two full inspections running, by the rule of the Department for Education.',
  'new evidence':
    'Since the run before an inspection became known, or newer evidence gave a reading other points. New results that change nothing put no school here: they come for all schools at once.',
  'inspection due': `By the rules of the day the next inspection is overdue, or due within ${String(dueWithinMonths)} months.`,
  'thin evidence': `The proposal is uncertain, and the last full inspection is more than ${String(oldAfterYears)} years old or none is known.`,
  heads: `At least ${String(changesOfHead)} changes of head within the years that the indicator of leadership looks at.`,
  roll: 'A roll so much lower than in the years before that the indicator of size and roll gives points for it.',
};

/** A rule of the watchlist in words. */
export interface WatchRule {
  readonly kind: WatchKind;
  readonly title: string;
  readonly words: string;
}

/** Every rule of the watchlist, in the order in which reasons are told. */
export const watchRules: readonly WatchRule[] = watchKinds.map((kind) => ({
  kind,
  title: watchTitles[kind],
  words: watchWords[kind],
}));
