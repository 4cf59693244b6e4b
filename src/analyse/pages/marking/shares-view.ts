import type { MarkingRead } from '#/analyse/actions/marking-read.ts';
import { count, dateInWords, percent, plural, share, someOf } from '#/platform/web/words.ts';
import { leanOfShare, notCountedWords, points, targetWords } from './marking-words.ts';

type Marks = MarkingRead['shares']['marks'][number];

/** How far shares of good schools that were forecast came to be out. */
export function sharesView({ shares, chosen, kept }: MarkingRead) {
  const all = shares.marks.filter(({ group }) => group.kind === 'all');
  const groups = shares.marks.filter(({ group }) => group.kind !== 'all');
  return {
    of: `Share of ${chosen.of} ${targetWords[chosen.target].share}, ${denominatorWords(chosen.denominator)}`,
    nothing:
      shares.marks.length > 0 ? null : kept === null ? 'No forecast was kept.' : whyNone(shares.notCounted),
    answer: answerOf(all, chosen.of),
    rows: all.map(rowOf),
    each: all.flatMap(({ months, counted }) =>
      counted.map((one) => ({
        asAt: dateInWords(one.asAt),
        on: dateInWords(one.on),
        ahead: monthsAhead(months),
        said: percent(one.middle, 1),
        ranges: one.ranges.map(({ level, low, high }) => ({
          level: `${String(level)}%`,
          words: `${percent(low, 1)} to ${percent(high, 1)}`,
        })),
        came: share(one.actual.reached, one.actual.judged),
        error: leanOfShare(one.error),
        widest: widestThatMissed(one.held),
      })),
    ),
    groups: groups.map((one) => ({ kind: one.group.kind, ...rowOf(one) })),
    passedOver:
      shares.passedOver === 0
        ? null
        : `${plural(shares.passedOver, 'share')} more ${shares.passedOver === 1 ? 'is' : 'are'} of a day between, or of about the same months as one that is counted.`,
    notCounted: shares.notCounted.map(
      ({ why, shares: some }) => `${plural(some, 'share')} ${notCountedWords[why]}`,
    ),
  };
}

function denominatorWords(denominator: MarkingRead['chosen']['denominator']): string {
  return denominator === 'own grades only'
    ? 'counting only grades of the school’s own'
    : 'counting grades of predecessors until the school has its own';
}

export function monthsAhead(months: number): string {
  return months % 12 === 0 ? plural(months / 12, 'year') : `${String(months)} months`;
}

/** The first thing to know: how far out a year ahead, and whether the range held. */
export function answerOf(all: readonly Marks[], of: 'schools' | 'pupils'): string | null {
  const marks = all.find(({ months }) => months === 12) ?? all[0];
  if (marks === undefined) return null;
  const held = marks.held.find(({ level }) => level === 80)?.holds ?? 0;
  const forecasts = marks.counted.length;
  return forecasts === 1
    ? `The one share of ${of} that we forecast ${monthsAhead(marks.months)} ahead was ${points(marks.error)} out, and ${held === 1 ? 'lay' : 'did not lie'} in the range we gave 8 chances in 10.`
    : `Of ${count(forecasts)} shares of ${of} that we forecast ${monthsAhead(marks.months)} ahead, ${count(held)} lay in the range we gave 8 chances in 10; on average they were ${points(marks.error)} out.`;
}

function whyNone(notCounted: MarkingRead['shares']['notCounted']): string {
  return notCounted.length === 0
    ? 'No share was kept with the forecasts.'
    : `None can be marked: ${notCounted.map(({ why, shares }) => `${plural(shares, 'share')} ${notCountedWords[why]}`).join('; ')}.`;
}

function rowOf({ group, months, counted, error, lean, held }: Marks) {
  return {
    group: group.name,
    ahead: monthsAhead(months),
    forecasts: count(counted.length),
    error: points(error),
    lean: leanOfShare(lean),
    held: held.map(({ level, holds }) => ({ level, words: someOf(holds, counted.length, 'share') })),
  };
}

function widestThatMissed(held: Marks['counted'][number]['held']): string {
  const missed = held.filter(({ holds }) => !holds).map(({ level }) => level);
  return missed.length === 0 ? 'in all ranges' : `outside the ${String(Math.max(...missed))}% range`;
}
