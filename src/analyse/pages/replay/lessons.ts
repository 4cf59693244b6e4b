import type { ReplayRead } from '#/analyse/actions/replayed.ts';
import type { LineScore, Replay } from '#/analyse/rules/forecast/replay/replay.ts';
import { shareInWords } from '#/platform/charts/share-words.ts';
import { chancePercent, outOf } from '#/platform/web/chance-words.ts';
import { dateInWords, list, plural, sentence, share, someOf } from '#/platform/web/words.ts';
import { pointsInWords } from './points-words.ts';

type Read = Pick<ReplayRead, 'authority' | 'asAt' | 'method' | 'printed'>;

/** What there is to learn from a replay of one phase, in sentences for somebody who does not forecast. */
export function lessonsOf(read: Read, replay: Replay): readonly string[] {
  return [
    ...fallsAndRises(read, replay),
    ...risePrinted(read, replay),
    ...howFarOut(read, replay),
    ...ranges(read, replay),
  ];
}

/** A method that knows no fall can only be too high: how many did fall. */
function fallsAndRises({ asAt, method }: Read, { moves }: Replay): readonly string[] {
  if (moves === null || moves.good === 0) return [];
  const rose =
    moves.notGood === 0
      ? ''
      : `, and of the ${plural(moves.notGood, 'school')} below good ${share(moves.rose, moves.notGood)} had become good`;
  const keeps = method.settings.goodSchools.keepTheirGrade === 'always';
  const lesson = !keeps
    ? ''
    : moves.fell === 0
      ? ` ${method.title} has no place for a fall; this time there was none.`
      : ` ${method.title} has no place for a fall, which alone makes it too high.`;
  return [
    `Of the ${plural(moves.good, 'school')} good or better on ${dateInWords(asAt)}, ${share(moves.fell, moves.good)} ${moves.fell === 1 ? 'was' : 'were'} judged below good by ${dateInWords(moves.until)}${rose}.${lesson}`,
  ];
}

/** What was printed began from other schools than the record has: rises can be compared where shares cannot. */
function risePrinted({ authority, asAt, printed }: Read, replay: Replay): readonly string[] {
  const { group, now, last } = replay;
  const start = printed?.start.find(({ phase }) => phase === group.name);
  const to = last?.printed?.share;
  if (printed === null || start === undefined || last === null || to === undefined) return [];
  const counted = (100 * start.good) / start.schools;
  const rise = (to: number, from: number): string => pointsInWords(Math.abs(to - from));
  const happened = last.happened.share - now.share;
  const of = last.forecast?.chanceOfPrinted ?? null;
  const chance =
    of === null
      ? ''
      : ` By our forecast the share printed had a chance of ${outOf(of)} (${chancePercent(of)}).`;
  return [
    `${authority.name} printed a rise of ${rise(to, counted)} by ${dateInWords(last.on)}: from ${share(start.good, start.schools)}, as it counted its schools by inspections to ${dateInWords(printed.knowing)}, to ${shareInWords(to)}. In the files imported the share ${happened < 0 ? 'fell' : 'rose'} by ${pointsInWords(Math.abs(happened))}: from ${share(now.reached, now.judged)} on ${dateInWords(asAt)} to ${share(last.happened.reached, last.happened.judged)}. Files without the schools that closed since begin from another share: compare the rises before the shares.${chance}`,
  ];
}

/** How far each was out on average, and in which direction where it was always the same. */
function howFarOut({ authority, method }: Read, { days, scores }: Replay): readonly string[] {
  const lines: readonly (readonly [string, LineScore | null])[] = [
    [`what ${authority.name} printed`, scores.printed],
    [method.title, scores.method],
    ['our forecast', scores.forecast],
  ];
  const scored = lines.flatMap(([name, score]) => (score === null ? [] : [{ name, score }]));
  const [first] = scored;
  if (first === undefined) return [];
  const told = days.filter(({ happened }) => happened !== null).length;
  const out = scored.map(
    ({ name, score }) =>
      `${name} was ${pointsInWords(score.error)} out (most on ${dateInWords(score.worst.on)}: ${shareInWords(score.worst.share)}, ${worstWords(score)})`,
  );
  const best = scored.toSorted((a, b) => a.score.error - b.score.error)[0];
  return [
    `${sentence(onAverage(told))}, ${list(out)}.${scored.length > 1 && best !== undefined ? ` Nearest was ${best.name}.` : ''}`,
  ];
}

function onAverage(days: number): string {
  return days === 1 ? 'on the one date of which it is known what happened' : `on average of ${days} dates`;
}

function worstWords({ worst }: LineScore): string {
  return `${pointsInWords(Math.abs(worst.error))} too ${worst.error < 0 ? 'low' : 'high'}`;
}

/** A range says beforehand how far out a forecast may be: whether ours did, and that the others had none. */
function ranges({ method }: Read, { scores }: Replay): readonly string[] {
  const without = `${method.title} gives one number for each date and no range, so that nobody could tell beforehand how far out it might be.`;
  const [eight, nineteen] = ([80, 95] as const).map((level) =>
    scores.ranges.find((one) => one.level === level),
  );
  if (eight === undefined || nineteen === undefined) return [without];
  const inside = `What happened lay in our range for 8 cases in 10 on ${someOf(eight.inside, eight.days, 'date')}, and in that for 19 in 20 on ${someOf(nineteen.inside, nineteen.days, 'date')}.`;
  const verdict =
    nineteen.inside < nineteen.days
      ? ' Where even the wide range did not hold it, our forecast was surer than it had a right to be.'
      : ' A plan can be made for a range: for its lower end too.';
  const near = eight.days > 1 ? ' Dates that follow one another are hardly separate tests.' : '';
  return [`${without} ${inside}${verdict}${near}`];
}
