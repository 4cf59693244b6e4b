import type { ReplayRead } from '#/analyse/actions/replayed.ts';
import type { OwnForecasted, Replay, ReplayedDay } from '#/analyse/rules/forecast/replay/replay.ts';
import { shareInWords } from '#/platform/charts/share-words.ts';
import { trajectoryAddress } from '#/platform/web/addresses.ts';
import { dateInWords, plural, sentence, share } from '#/platform/web/words.ts';
import { lessonsOf } from './lessons.ts';
import { methodView } from './method-view.ts';
import { forecastedInWords } from './points-words.ts';
import { replayChart } from './replay-chart.ts';
import { nothingToReplay } from './nothing-to-replay.ts';

/** What the page shows: the forecasts of a day and what happened, by phase. No school is named. */
export function replayView(read: ReplayRead, address: string) {
  const { authority, asAt, method, printed, replays, ours } = read;
  return {
    authority: authority.name,
    trajectory: trajectoryAddress(authority.slug),
    heading: `Forecasts of ${dateInWords(asAt)} for ${authority.name}, and what happened`,
    lead: leadOf(read),
    form: formView(read, address),
    errorList: read.problem === null ? [] : [{ text: read.problem, href: '#as-at' }],
    nothing: nothingToReplay(read, address),
    printedBy: printed === null ? null : `Printed by ${authority.name}`,
    printedOn:
      printed === null
        ? null
        : `“${printed.title}”, printed on ${dateInWords(printed.publishedOn)}. ${printed.note ?? ''}`.trim(),
    source: printed?.source ?? null,
    methodTitle: method.title,
    ours: ours.made
      ? `Our forecast is made by the model fitted as at ${dateInWords(ours.model.fittedAsAt)} (${ours.model.id}), from nothing that became known later.`
      : `There is no forecast of our own here. ${[ours.why, ...ours.whatToDo].join(' ')}`,
    counted: read.ownGradesOnly
      ? 'A school counts by the grade of an inspection under its own number; until it has one it is not judged yet, and not in the share.'
      : 'A new academy counts by the grade of the school before it until it has one of its own; a school with neither is not judged yet, and not in the share.',
    phases: replays.map((replay) => phaseView(read, replay)),
    method: methodView(method),
  };
}

function phaseView(read: ReplayRead, replay: Replay) {
  const { group, now, days } = replay;
  const name = `${sentence(group.name)} schools`;
  return {
    id: group.name.replaceAll(' ', '-'),
    name,
    start: `On ${dateInWords(read.asAt)} ${share(now.reached, now.judged)} of the schools judged were good or better; ${plural(now.notJudged, 'school was', 'schools were')} not judged yet.`,
    chart: replayChart(read, replay, name),
    rows: days.map((day) => rowView(day)),
    withTargets: days.some(({ target }) => target !== null),
    withPrinted: days.some(({ printed }) => printed !== null),
    withForecast: days.some(({ forecast }) => forecast !== null),
    lessons: lessonsOf(read, replay),
  };
}

/** The range in which 8 outcomes of 10 are expected, in brackets. */
function rangeWords({ ranges }: OwnForecasted): string {
  const eight = ranges.find(({ level }) => level === 80);
  return eight === undefined
    ? ''
    : ` (8 cases in 10: ${shareInWords(eight.low)} to ${shareInWords(eight.high)})`;
}

function rowView({ on, happened, printed, target, method, forecast }: ReplayedDay) {
  const range = (level: 80 | 95): string | null => {
    const found = forecast?.ranges.find((one) => one.level === level);
    return found === undefined ? null : `${shareInWords(found.low)} to ${shareInWords(found.high)}`;
  };
  return {
    on: dateInWords(on),
    happened: happened === null ? null : share(happened.reached, happened.judged),
    notJudged: happened === null || happened.notJudged === 0 ? null : `${happened.notJudged} not judged`,
    printed: printed === null ? null : forecastedInWords(printed),
    target: target === null ? null : `${target}%`,
    method: method === null ? null : forecastedInWords(method),
    methodOf: method === null ? null : `${method.of.reached} of ${method.of.judged}`,
    forecast: forecast === null ? null : forecastedInWords(forecast),
    range80: range(80),
    range95: range(95),
  };
}

/** The answer in one sentence, of the phase with most schools. */
function leadOf({ replays, authority, method }: ReplayRead): string | null {
  const [largest] = replays.toSorted((a, b) => b.now.judged - a.now.judged);
  const last = largest?.last ?? null;
  if (largest === undefined || last === null) return null;
  const said = [
    ...(last.printed === null ? [] : [`${authority.name} had printed ${shareInWords(last.printed.share)}`]),
    ...(last.method === null ? [] : [`${method.title} gives ${shareInWords(last.method.share)}`]),
    ...(last.forecast === null
      ? []
      : [`our forecast was ${shareInWords(last.forecast.share)}${rangeWords(last.forecast)}`]),
  ];
  return `On ${dateInWords(last.on)} ${shareInWords(last.happened.share)} of the ${largest.group.name} schools were good or better (${last.happened.reached} of ${last.happened.judged}); ${said.join(', ')}.`;
}

function formView({ typed, asAt, problem, ownGradesOnly, methods, method }: ReplayRead, action: string) {
  return {
    action,
    asAt: typed === '' ? dateInWords(asAt) : typed,
    problem,
    count: [
      { value: 'all', text: 'Predecessors’ grades too', chosen: !ownGradesOnly },
      { value: 'own', text: 'Own grades only', chosen: ownGradesOnly },
    ],
    methods:
      methods.length < 2
        ? []
        : methods.map(({ id, title }) => ({ value: id, text: title, chosen: id === method.id })),
  };
}
