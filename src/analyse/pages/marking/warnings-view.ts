import type { MarkingRead } from '#/analyse/actions/marking-read.ts';
import type { CalibrationChart } from '#/platform/charts/calibration-chart.ts';
import { chancePercent, outOf } from '#/platform/web/chance-words.ts';
import { findingWords } from '#/platform/web/forecast-words.ts';
import { count, dateInWords, decimals, list, plural, share } from '#/platform/web/words.ts';
import {
  expectedCount,
  notMarkedWords,
  rangeInWords,
  schoolsInWords,
  splitWords,
  targetWords,
} from './marking-words.ts';

type Marks = NonNullable<MarkingRead['warnings']>[number];

/** What the chances of the length of time that is shown came to. */
export function warningsView({ warnings, chosen, settings }: MarkingRead) {
  const shown = warnings?.find(({ months }) => months === chosen.months);
  if (warnings === null || shown === undefined) return null;
  const words = targetWords[chosen.target];
  return {
    within: `within ${String(chosen.months)} months`,
    did: words.did,
    counted: countedInWords(shown),
    nothing: shown.all.schools === 0 ? whyNone(shown) : null,
    answer: answerOf(shown, settings.highChance.number),
    chart: shown.table.length === 0 ? null : calibrationChart(shown),
    table: shown.table.map((bin) => ({
      chances: `${chancePercent(bin.from)} to ${chancePercent(bin.to)}`,
      schools: count(bin.count),
      said: chancePercent(bin.meanForecast),
      expected: expectedCount(bin.meanForecast * bin.count),
      happened: share(bin.events, bin.count),
      range: rangeInWords(bin.interval),
    })),
    horizons: warnings.map(horizonRow),
    groups: shown.groups.map((one) => ({
      split: splitWords[one.split],
      group: one.group,
      schools: count(one.schools),
      expected: expectedCount(one.expected),
      happened: share(one.happened, one.schools),
      range: one.schools < settings.fewestMarks.number ? 'too few to say' : rangeInWords(one.range),
    })),
    notMarked: shown.notMarked.map(
      ({ why, schools }) => `${plural(schools, 'school')}: ${notMarkedWords[why]}`,
    ),
    byConvention: byConvention(shown),
    telling: tellingApart(shown, settings.fewestFalls.number),
  };
}

/** `Of 43 schools we gave 1 chance in 5 or more of being judged below good within 18 months, 9 were: we said 11.` */
export function answerOf(marks: Marks, from: number): string | null {
  const { high, all, months, target, population } = marks;
  if (all.schools === 0) return null;
  const words = targetWords[target];
  const within = `within ${String(months)} months`;
  const every = `Of all ${plural(all.schools, 'school')}, ${count(all.happened)} ${words.did}: we said ${expectedCount(all.expected)}.`;
  if (high.schools === 0) {
    return `Of ${count(all.schools)} ${schoolsInWords(population)}, ${count(all.happened)} ${words.were} ${within}: we said ${expectedCount(all.expected)}. To none we gave ${fromInWords(from)} or more.`;
  }
  return `Of ${plural(high.schools, 'school')} to which we gave ${fromInWords(from)} or more of ${findingWords[target].of} ${within}, ${count(high.happened)} ${words.did}: we said ${expectedCount(high.expected)}. ${every}`;
}

function fromInWords(chance: number): string {
  return outOf(chance).replace('about ', '').replace(' in ', ' chance in ');
}

function countedInWords({ counted, passedOver, notYetDue, ranPast }: Marks): string {
  const days = list(counted.map(({ asAt }) => dateInWords(asAt)));
  const due =
    counted.length === 0
      ? ''
      : `Counted: the ${counted.length === 1 ? 'forecast' : 'forecasts'} as at ${days}.`;
  const over =
    passedOver.length === 0
      ? ''
      : ` ${plural(passedOver.length, 'forecast')} more ${passedOver.length === 1 ? 'is' : 'are'} due as well, but about the same months, and would count the same inspections again.`;
  const not =
    notYetDue.length === 0
      ? ''
      : ` ${plural(notYetDue.length, 'forecast')} ${notYetDue.length === 1 ? 'is' : 'are'} not due yet.`;
  const past =
    ranPast.length === 0
      ? ''
      : ` The time of ${plural(ranPast.length, 'forecast')} went on into another way of judging, so nothing of ${ranPast.length === 1 ? 'it' : 'them'} can be marked.`;
  return `${due}${over}${past}${not}`.trim();
}

/** Judgements without an overall grade say good or not by a convention, which whoever reads the marks should know. */
function byConvention({ marked, overallGradesUntil }: Marks): string | null {
  const without = marked.filter(
    ({ inspection }) =>
      inspection !== null && inspection.kind === 'graded' && inspection.started > overallGradesUntil,
  ).length;
  return without === 0
    ? null
    : `${plural(without, 'inspection')} gave no overall grade: there good or not is told by quality of education and leadership, the Department’s convention for 2024/25.`;
}

function whyNone({ counted, notYetDue, ranPast }: Marks): string {
  if (counted.length > 0) return 'Of the forecasts that are due no school can be marked: why is told below.';
  const [first] = notYetDue.toSorted();
  if (first === undefined && ranPast.length > 0)
    return 'The time of every forecast that is due went on into another way of judging, so nothing of them can be marked.';
  return first === undefined
    ? 'No forecast of this was kept.'
    : `Nothing is due yet: the oldest forecast is as at ${dateInWords(first)}, and files do not tell yet of all of its time.`;
}

function horizonRow({
  months,
  all,
  brier,
  overGradeAndAge,
  overPlainRate,
  discrimination,
  riskiestTenth,
}: Marks) {
  return {
    months: `${String(months)} months`,
    schools: count(all.schools),
    expected: all.schools === 0 ? 'no school' : expectedCount(all.expected),
    happened: share(all.happened, all.schools),
    brier: brier === null ? 'nothing to score' : decimals(brier, 4),
    overGradeAndAge: skillInWords(overGradeAndAge),
    overPlainRate: skillInWords(overPlainRate),
    auc:
      discrimination === null
        ? 'too few to say'
        : discrimination.interval === null
          ? decimals(discrimination.auc, 2)
          : `${decimals(discrimination.auc, 2)} (${decimals(discrimination.interval.low, 2)} to ${decimals(discrimination.interval.high, 2)})`,
    tenth:
      riskiestTenth === null
        ? 'too few to say'
        : share(Math.round(riskiestTenth.caught), riskiestTenth.events),
  };
}

function skillInWords(skill: Marks['overPlainRate']): string {
  if (skill === null) return 'no rate was known';
  const by = Math.abs(Math.round(100 * skill.skill));
  if (by === 0) return 'no better';
  return `${String(by)}% ${skill.skill > 0 ? 'better' : 'worse'}`;
}

function tellingApart({ discrimination, all, target }: Marks, fewest: number): string | null {
  if (all.schools === 0) return null;
  const { did } = targetWords[target];
  if (discrimination === null)
    return `${plural(all.happened, 'school')} ${did}, and with fewer than ${String(fewest)} it is not said how well the chances told schools apart.`;
  return `Of two schools of which one ${did} and the other did not, the first had been given the higher chance in ${outOf(discrimination.auc).replace(' in ', ' cases of ')}.`;
}

function calibrationChart({ table, all, target, months }: Marks): CalibrationChart {
  const words = targetWords[target];
  return {
    title: titleOf(all, words.did),
    description: `Chances of ${findingWords[target].of} within ${String(months)} months in ${plural(table.length, 'group')} of schools, from the lowest chance to the highest, beside the share that ${words.did}. The table below has the numbers.`,
    across: 'Chance that we gave',
    up: `Share that ${words.did}`,
    above: `too hopeful: more ${words.did} than we said`,
    below: `too gloomy: fewer ${words.did} than we said`,
    points: table.map((bin) => ({
      forecast: bin.meanForecast,
      happened: bin.observed,
      low: bin.interval.low,
      high: bin.interval.high,
      schools: bin.count,
    })),
  };
}

/** What the chart shows at a glance: whether the number that was said lies in the range of what came. */
function titleOf({ schools, happened, expected, range }: Marks['all'], did: string): string {
  const said = `${count(happened)} ${did}, we said ${expectedCount(expected)}`;
  if (range === null || schools === 0) return said;
  const rate = expected / schools;
  if (rate < range.low) return `More ${did} than we said: ${said}`;
  if (rate > range.high) return `Fewer ${did} than we said: ${said}`;
  return expectedCount(expected) === count(happened)
    ? `As many ${did} as we said: ${count(happened)}`
    : `${said}: chance alone can make that difference`;
}
