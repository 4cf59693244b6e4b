import type { SchemeRead } from '#/analyse/actions/analysis-read.ts';
import type { RegisterRow } from '#/analyse/records/run.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { categoryOf } from '#/platform/web/scheme-words.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';

/**
 * The school whose evidence shows the most of the scheme: most indicators read, then most concern, then by reference
 * number, so that the example stays the same from day to day. `null` where nothing was analysed.
 */
export function exampleRow(rows: readonly RegisterRow[]): RegisterRow | null {
  const read = (row: RegisterRow): number =>
    row.proposal.readings.filter((one) => one.state === 'read').length;
  return (
    rows
      .filter((row) => row.proposal.concern !== null)
      .toSorted(
        (a, b) =>
          read(b) - read(a) ||
          (b.proposal.concern ?? 0) - (a.proposal.concern ?? 0) ||
          a.school.urn.localeCompare(b.school.urn),
      )[0] ?? null
  );
}

/** One school's evidence taken through the scheme, step by step. It is not named: its own page is, and logs who reads it. */
export function workedExample(row: RegisterRow, { scheme }: SchemeRead, authority: string) {
  const { proposal, school } = row;
  const number = scheme.rules.findIndex((rule) => rule.id === proposal.decidedBy.rule) + 1;
  return {
    who: `A ${school.phase === 'pupil referral unit' ? school.phase : `${school.phase} school`} as known on ${dateInWords(proposal.asAt)}`,
    href: schoolAddress(authority, school.urn),
    indicators: proposal.readings.map((reading) => ({
      title: reading.title,
      shown: reading.state === 'read' ? sentence(reading.shown) : 'No evidence',
      threshold: sentence(reading.threshold),
      points:
        reading.state === 'read' ? `${String(reading.points)} of ${String(reading.maximum)}` : 'none given',
      reason: reading.reason,
    })),
    points: `${String(proposal.points)} of ${String(proposal.maximum)}`,
    passed: number > 1 ? `Rules 1 to ${String(number - 1)} do not hold.` : '',
    rule: number > 0 ? `Rule ${String(number)} holds: ${proposal.decidedBy.words}` : proposal.decidedBy.words,
    because: proposal.decidedBy.because,
    tag: categoryTag(categoryOf(scheme, proposal.category)),
    group: proposal.group,
  };
}
