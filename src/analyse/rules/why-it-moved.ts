import type { Proposal } from './proposal.ts';
import type { IndicatorId, Reading } from './reading.ts';
import type { Scheme } from './scheme.ts';
import { plural } from './words.ts';

/** One thing that made a difference between two proposals for a school. */
export interface Why {
  /** What kind of thing: `rule` is the table itself, which always has the last word. */
  readonly kind: 'scheme' | 'inspection' | 'results' | 'other evidence' | 'time' | 'rule';
  /** A sentence with its numbers. */
  readonly words: string;
}

const ofInspections: readonly IndicatorId[] = [
  'last-inspection',
  'judgement-profile',
  'two-inspections',
  'overdue-inspection',
];
const ofResults: readonly IndicatorId[] = [
  'attainment',
  'progress',
  'trend',
  'disadvantage-gap',
  'early-years',
];

/**
 * Why a school has another category than in another run: another scheme, a new inspection, new results, other new
 * evidence, or none of them, so that only time has passed; and which rows of the table decided then and now.
 */
export function whyItMoved(
  then: Proposal,
  now: Proposal,
  schemeThen: Scheme | null,
  schemeNow: Scheme | null,
): readonly Why[] {
  const rows: Why = {
    kind: 'rule',
    words: `Decided by the row “${now.decidedBy.words}” Before: “${then.decidedBy.words}”`,
  };
  const changes = readingChanges(then, now);
  if (then.scheme !== now.scheme) {
    const name = (scheme: Scheme | null): string => scheme?.title ?? 'a scheme that is no longer there';
    const words = `Another scheme: ${name(schemeNow)} instead of ${name(schemeThen)}.`;
    // Schemes count differently, so only evidence that is newer is a reason of its own.
    const evidence = then.asAt === now.asAt ? [] : changes.filter(({ newer }) => newer);
    return [{ kind: 'scheme', words }, ...evidence.map(({ why }) => why), rows];
  }
  const whys = changes.map(({ why }) => why);
  if (whys.length > 0) return [...whys, rows];
  const facts = now.decidedBy.because.filter((fact) => !then.decidedBy.because.includes(fact));
  return [
    {
      kind: 'time',
      words:
        `No reading has other points: what is known has grown older, or its kind has changed. ${facts.join(' ')}`.trim(),
    },
    rows,
  ];
}

function readingChanges(
  then: Proposal,
  now: Proposal,
): readonly { readonly why: Why; readonly newer: boolean }[] {
  const before = new Map(then.readings.map((reading) => [reading.indicator, reading]));
  return now.readings
    .flatMap((reading) => {
      const was = before.get(reading.indicator);
      return was === undefined || isLike(was, reading) ? [] : [{ was, reading }];
    })
    .toSorted((a, b) => difference(b) - difference(a))
    .map(({ was, reading }) => ({
      why: { kind: kindOf(reading.indicator), words: changeInWords(was, reading) },
      newer: was.period !== reading.period,
    }));
}

/** Points decide. A reading made for the first time is told even where it gives none. */
function isLike(was: Reading, reading: Reading): boolean {
  return was.points === reading.points && was.state === reading.state;
}

function difference({ was, reading }: { readonly was: Reading; readonly reading: Reading }): number {
  return Math.abs(reading.points - was.points);
}

function kindOf(indicator: IndicatorId): Why['kind'] {
  if (ofInspections.includes(indicator)) return 'inspection';
  return ofResults.includes(indicator) ? 'results' : 'other evidence';
}

function changeInWords(was: Reading, reading: Reading): string {
  const { title, shown, points } = reading;
  if (reading.state === 'no evidence') {
    return `${title}: no evidence now; it was ${was.shown} (${plural(was.points, 'point')}).`;
  }
  const now = `${title}: ${shown} (${plural(points, 'point')})`;
  if (was.state === 'no evidence') return `${now}; there was no evidence before.`;
  const newer =
    was.period !== reading.period && reading.period !== null
      ? `, from newer evidence of ${reading.period}`
      : '';
  return `${now}${newer}; it was ${was.shown} (${plural(was.points, 'point')}).`;
}
