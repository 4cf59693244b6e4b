import type { ReplayRead } from '#/analyse/actions/replayed.ts';
import type { Replay } from '#/analyse/rules/forecast/replay/replay.ts';
import type { FanChart } from '#/platform/charts/fan-chart.ts';
import { shareInWords } from '#/platform/charts/share-words.ts';
import { dateInWords, list } from '#/platform/web/words.ts';

/** Every forecast of one phase and what happened, in one picture; its title says what there is to notice. */
export function replayChart(
  read: Pick<ReplayRead, 'authority' | 'asAt' | 'method' | 'printed'>,
  replay: Replay,
  name: string,
): FanChart {
  const { before, days, now } = replay;
  const happened = days.flatMap((day) => day.happened ?? []);
  const known = [...before, now, ...happened];
  const line = (label: string, points: readonly { readonly on: string; readonly share: number }[]) =>
    points.length === 0 ? [] : [{ label, dashed: true, points }];
  const printed = days.flatMap((day) =>
    day.printed === null ? [] : [{ on: day.on, share: day.printed.share }],
  );
  const method = days.flatMap((day) =>
    day.method === null ? [] : [{ on: day.on, share: day.method.share }],
  );
  return {
    title: titleOf(read, replay, name),
    description: `${list(
      [
        'what happened',
        ...(printed.length > 0 ? [`what ${read.authority.name} printed`] : []),
        read.method.title,
        ...(replay.scores.forecast === null ? [] : ['our forecast with its ranges']),
      ].map((one, index) => (index === 0 ? `${name}: ${one}` : one)),
    )}, from ${dateInWords(read.asAt)} on. The table below has the same figures.`,
    today: { on: read.asAt, words: dateInWords(read.asAt) },
    known: known.map(({ on, share }) => ({ on, share })),
    forecast: days.flatMap(({ on, forecast }) =>
      forecast === null ? [] : [{ on, middle: forecast.share, ranges: forecast.ranges }],
    ),
    targets: days.flatMap(({ on, target }) => (target === null ? [] : [{ on, share: target }])),
    others: [...line(`Printed by ${read.authority.name}`, printed), ...line(read.method.title, method)],
    breaks: [],
    unit: '%',
  };
}

function titleOf(read: Pick<ReplayRead, 'authority' | 'method'>, replay: Replay, name: string): string {
  const { last } = replay;
  if (last === null) return `${name}: what was forecast`;
  const happened = `${name}: ${shareInWords(last.happened.share)} good or better on ${dateInWords(last.on)}`;
  if (last.printed !== null)
    return `${happened}, where ${read.authority.name} had printed ${shareInWords(last.printed.share)}`;
  if (last.forecast !== null)
    return `${happened}, where our forecast was ${shareInWords(last.forecast.share)}`;
  return last.method === null
    ? happened
    : `${happened}, where ${read.method.title} gives ${shareInWords(last.method.share)}`;
}
