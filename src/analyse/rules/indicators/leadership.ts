import type { IsoDate } from '#/schools/rules/dates.ts';
import { yearsBetween } from '#/schools/rules/dates.ts';
import type { Evidence } from '#/schools/rules/evidence.ts';
import type { SourceRef } from '#/schools/rules/value.ts';
import type { AnalysisPolicy } from '../policy.ts';
import type { Reading } from '../reading.ts';
import { indicatorIn, noEvidence, numbersOf } from '../reading-without-evidence.ts';
import { dateInWords, plural, sentenceCase } from '../words.ts';

/** A day on which another head was there, or first known to be. */
interface Change {
  readonly on: IsoDate;
  readonly source: SourceRef;
}

/**
 * Changes of head: as the authority's own files date them, and as one register after another names another head (then
 * the day is that of the first register with the new name). An acting head, one who leaves, and two changes in three
 * years give points. Names are compared by surname and first initial, so that `Mrs J Smith` and `Jane Smith` are one.
 */
export function leadershipReading(evidence: Evidence, policy: AnalysisPolicy): Reading {
  const { asAt } = policy;
  const heads = evidence.heads.filter(({ firstKnownOn }) => firstKnownOn <= asAt);
  const appointed = told(evidence, asAt, 'head appointed on');
  const leaves = told(evidence, asAt, 'head leaves on').at(-1);
  const acting = told(evidence, asAt, 'head is acting').at(-1);
  if (heads.length === 0 && appointed.length === 0 && leaves === undefined && acting === undefined) {
    return noEvidence(
      policy,
      'leadership',
      'No register known on the date names the head, and the authority has supplied nothing of the head.',
    );
  }
  const changes = merge(
    appointed.flatMap(({ value, source }) =>
      typeof value === 'string' && value <= asAt ? [{ on: value, source }] : [],
    ),
    heads.flatMap((head, index): readonly Change[] => {
      const before = heads[index - 1];
      return before === undefined || samePerson(before.name, head.name)
        ? []
        : [{ on: head.firstKnownOn, source: head.source }];
    }),
  );
  const [years = 0] = numbersOf(policy, 'leadership', 'changesWithinYears');
  const [months = 0] = numbersOf(policy, 'leadership', 'recentMonths');
  const lately = changes.filter(({ on }) => yearsBetween(on, asAt) < years);
  const recent = changes.filter(({ on }) => monthsBetween(on, asAt) < months);
  const leavesOn = typeof leaves?.value === 'string' ? leaves.value : null;
  // A head appointed after the day on which the last one left has taken the place.
  const gone = leavesOn !== null && leavesOn <= asAt && !changes.some(({ on }) => on > leavesOn);
  const leaving = leavesOn !== null && leavesOn > asAt;
  const isActing = acting?.value === 'yes';
  const points = lately.length >= 2 ? 3 : gone || isActing ? 2 : recent.length > 0 || leaving ? 1 : 0;
  const since = heads[0]?.firstKnownOn;
  const parts = [
    ...(gone ? [`the head left on ${dateInWords(leavesOn)}, and no successor is known`] : []),
    ...(isActing ? ['the head is acting'] : []),
    ...(leaving ? [`the head leaves on ${dateInWords(leavesOn)}`] : []),
    lately.length === 0
      ? `no change of head known in the last ${years} years${since !== undefined && yearsBetween(since, asAt) < years ? `, of which the registers imported name the head since ${dateInWords(since)}` : ''}`
      : `${plural(lately.length, 'change')} of head in the last ${years} years, the last known on ${dateInWords(lately.at(-1)?.on ?? asAt)}`,
  ];
  const { title, maximum } = indicatorIn(policy, 'leadership');
  return {
    indicator: 'leadership',
    title,
    state: 'read',
    shown: sentenceCase(parts[0] ?? ''),
    number: lately.length,
    unit: null,
    threshold: `no change of head in ${months} months`,
    points,
    maximum,
    pointsCouldBe: [points, points],
    interval: null,
    period: lately.at(-1) === undefined ? null : dateInWords(lately.at(-1)?.on ?? asAt),
    sources: [...heads, ...appointed, ...[leaves, acting].filter((one) => one !== undefined)].map(
      ({ source }) => source,
    ),
    reason: `${sentenceCase(parts.join('; '))}.`,
  };
}

function told(
  evidence: Evidence,
  asAt: IsoDate,
  item: 'head appointed on' | 'head leaves on' | 'head is acting',
): Evidence['supplied'] {
  return evidence.supplied
    .filter((value) => value.item === item && value.knownOn <= asAt)
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.knownOn.localeCompare(b.knownOn));
}

/** A register that names the new head within a year of the day supplied tells of the same change. */
function merge(supplied: readonly Change[], registers: readonly Change[]): readonly Change[] {
  const own = [...new Map(supplied.map((change) => [change.on, change])).values()];
  const others = registers.filter(
    ({ on }) => !own.some((change) => change.on <= on && yearsBetween(change.on, on) < 1),
  );
  return [...own, ...others].toSorted((a, b) => a.on.localeCompare(b.on));
}

function samePerson(a: string, b: string): boolean {
  const [one, other] = [nameParts(a), nameParts(b)];
  return (
    one.surname === other.surname &&
    (one.initial === other.initial || one.initial === '' || other.initial === '')
  );
}

const titles = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mx',
  'dr',
  'rev',
  'revd',
  'sister',
  'father',
  'prof',
  'professor',
  'sir',
  'dame',
]);

function nameParts(name: string): { readonly surname: string; readonly initial: string } {
  const words = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\s'-]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !titles.has(word));
  return { surname: words.at(-1) ?? '', initial: words.length > 1 ? (words[0]?.charAt(0) ?? '') : '' };
}

function monthsBetween(from: IsoDate, to: IsoDate): number {
  const months =
    12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7));
  return to.slice(8) < from.slice(8) ? months - 1 : months;
}
