import type { Drawing } from './draw.ts';
import type { EndLabel } from './end-labels.ts';
import type { FanChart, FanPoint } from './fan-figures.ts';
import type { fanPlaces } from './fan-places.ts';
import { bands, black, colour, otherColours, quiet, target } from './fan-tones.ts';
import { shareInWords } from './share-words.ts';

type Places = ReturnType<typeof fanPlaces>;

/** The share on the day of the forecast, written at its point, above or below it as the line leaves room. */
export function nowMarks({ plot }: Drawing, { known, today, unit }: FanChart, places: Places) {
  const before = known.filter(({ on }) => on <= today.on);
  const [earlier, now] = [before.at(-2), before.at(-1)];
  const falls = earlier !== undefined && now !== undefined && earlier.share > now.share;
  return [
    plot.text(now === undefined ? [] : [now], {
      x: ({ on }: FanPoint) => places.x(on) - 6,
      y: ({ share }: FanPoint) => places.y(share) + (falls ? 16 : -14),
      text: ({ share }: FanPoint) => shareInWords(share, unit),
      textAnchor: 'end',
      fontSize: places.letter,
      fontWeight: 700,
      fill: black,
      stroke: '#fff',
      strokeWidth: 4,
    }),
  ];
}

/** What stands at the right: each line by its name and its last number, each band in words with its numbers. */
export function endLabels(chart: FanChart, places: Places): readonly EndLabel[] {
  const written = (share: number): string => shareInWords(share, chart.unit);
  const label = (
    name: string,
    points: readonly FanPoint[],
    fill: string,
    bold: boolean,
  ): readonly EndLabel[] =>
    points.slice(-1).map(({ on, share }) => ({
      x: places.x(on),
      y: places.y(share),
      text: `${name}: ${written(share)}${places.dateUnlessLast(on)}`,
      fill,
      bold,
    }));
  const last = chart.forecast.at(-1);
  const after = chart.known.filter(({ on }) => on > chart.today.on);
  const strips = bands.flatMap(({ level, words, few }) => {
    const range = last?.ranges.find((one) => one.level === level);
    if (last === undefined || range === undefined) return [];
    const inner = Math.min(
      last.middle,
      ...last.ranges.flatMap((one) => (one.level < level ? [one.low] : [])),
    );
    return [
      {
        x: places.x(last.on),
        y: places.y((range.low + inner) / 2),
        text: `${places.narrow ? `${few}:\n` : `${words}: `}${written(range.low)} to ${written(range.high)}`,
        fill: colour,
        bold: false,
      },
    ];
  });
  return [
    ...label(
      'Forecast',
      chart.forecast.map(({ on, middle }) => ({ on, share: middle })),
      colour,
      true,
    ),
    ...strips,
    ...label('Target', chart.targets, target, true),
    ...chart.others.flatMap(({ label: name, points }, index) =>
      label(name, points, otherColours[index % 3] ?? quiet, true),
    ),
    ...label('What happened', after, black, true),
  ];
}
