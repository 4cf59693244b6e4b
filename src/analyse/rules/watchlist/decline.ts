import { fullInspectionsKnown } from '#/schools/rules/inspection-words.ts';
import { nothingBelowGood } from '#/schools/rules/nothing-below-good.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { dateInWords, list, plural } from '../words.ts';
import type { SchoolToWatch, WatchReason } from './watch-reason.ts';

/** Readings of an inspection do not tell of a decline since it. */
const ofInspections: ReadonlySet<string> = new Set([
  'last-inspection',
  'judgement-profile',
  'two-inspections',
  'overdue-inspection',
]);

/**
 * A school good or better at its latest full inspection whose readings have become worse since the run before, or whose
 * results fall year by year: the decline that an inspection some years old does not show.
 */
export function decline(school: SchoolToWatch, policy: AnalysisPolicy): readonly WatchReason[] {
  const { proposal } = school;
  if (!isGood(school, policy)) return [];
  const worse = worsened(school);
  // Falling even at the kinder end of what chance allows: the results of few pupils never shout.
  const trend = proposal.readings.find(
    ({ indicator, state, pointsCouldBe: [fewest] }) =>
      indicator === 'trend' && state === 'read' && fewest > 0,
  );
  if (worse.length === 0 && trend === undefined) return [];
  const parts = [
    ...worse.map(({ was, reading }) => `${reading.title}: ${reading.shown}; it was ${was.shown}.`),
    ...(trend === undefined || worse.some(({ reading }) => reading === trend) ? [] : [trend.reason]),
  ];
  return [
    {
      kind: 'declining',
      words: parts.join(' '),
      on: proposal.asAt,
      sources: [...worse.map(({ reading }) => reading), ...(trend === undefined ? [] : [trend])].flatMap(
        ({ sources }) => sources,
      ),
    },
  ];
}

/**
 * A school good or better that a single reading, at the edge of what is likely, would move to a group of more concern:
 * a proposal that is uncertain, not one that is borderline.
 */
export function couldBeWorse(school: SchoolToWatch, policy: AnalysisPolicy): readonly WatchReason[] {
  const { proposal } = school;
  const { group, sureness } = proposal;
  if (!isGood(school, policy) || group === null || sureness.level !== 'uncertain') return [];
  const groups = policy.scheme.groups.map(({ name }) => name);
  const allowed = new Set(
    policy.scheme.categories
      .filter(({ code }) => sureness.couldBe.includes(code))
      .map((category) => category.group),
  );
  // Groups stand in order, most concern first.
  const worse = groups.filter((name) => allowed.has(name) && groups.indexOf(name) < groups.indexOf(group));
  if (worse.length === 0) return [];
  return [
    {
      kind: 'could be worse',
      words: `Proposed among ${group}; one reading at the edge of what is likely would put it among ${list(worse, 'or')}.`,
      on: proposal.asAt,
      sources: proposal.readings
        .filter(({ pointsCouldBe: [, most], points }) => most > points)
        .flatMap(({ sources }) => sources),
    },
  ];
}

/** What became known since the run before and made a difference: an inspection, or results that gave other points. */
export function newEvidence(school: SchoolToWatch, policy: AnalysisPolicy): readonly WatchReason[] {
  const { before, evidence } = school;
  if (before === null || before.asAt >= policy.asAt) return [];
  const inspection = evidence.inspections
    .filter(({ knownOn }) => knownOn > before.asAt && knownOn <= policy.asAt)
    .toSorted((a, b) => b.startedOn.localeCompare(a.startedOn))[0];
  const results = changed(school).filter(({ was, reading }) => was.period !== reading.period);
  if (inspection === undefined && results.length === 0) return [];
  const parts = [
    ...(inspection === undefined ? [] : [`an inspection of ${dateInWords(inspection.startedOn)}`]),
    ...results.map(
      ({ was, reading }) =>
        `${reading.title.charAt(0).toLowerCase()}${reading.title.slice(1)}, ${reading.shown} (${plural(reading.points, 'point')}, ${was.points} before)`,
    ),
  ];
  return [
    {
      kind: 'new evidence',
      words: `New since the run as known on ${dateInWords(before.asAt)}: ${parts.join('; ')}.`,
      on: inspection?.knownOn ?? policy.asAt,
      sources: [
        ...(inspection === undefined ? [] : [inspection.source]),
        ...results.flatMap(({ reading }) => reading.sources),
      ],
    },
  ];
}

function isGood({ evidence }: SchoolToWatch, policy: AnalysisPolicy): boolean {
  const [latest] = fullInspectionsKnown(evidence, policy.asAt);
  return latest !== undefined && nothingBelowGood(latest);
}

interface Change {
  readonly was: Reading;
  readonly reading: Reading;
}

/** Readings other than of inspections that were made in both runs and give other points. */
function changed({ proposal, before }: SchoolToWatch): readonly Change[] {
  if (before === null) return [];
  return proposal.readings.flatMap((reading) => {
    const was = before.readings.find(({ indicator }) => indicator === reading.indicator);
    return was === undefined ||
      ofInspections.has(reading.indicator) ||
      reading.state !== 'read' ||
      was.state !== 'read' ||
      was.points === reading.points
      ? []
      : [{ was, reading }];
  });
}

function worsened(school: SchoolToWatch): readonly Change[] {
  return changed(school).filter(({ was, reading }) => reading.points > was.points);
}
