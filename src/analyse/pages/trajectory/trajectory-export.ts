import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import type { SharePoint, Trajectory } from '#/analyse/rules/forecast/forecast.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes, rounded } from '#/platform/web/export-notes.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';
import { expectedInWords } from './steps-view.ts';
import { sameOf } from '#/analyse/actions/trajectory-chosen.ts';
import type { Chosen } from '#/analyse/actions/trajectory-read.ts';
import { happensInWords, schoolsOf, wordsOf } from './trajectory-words.ts';

/** Every share of the forecast a line; the steps of the schools the reader may know of; what is tried. */
export function trajectoryDownload(read: TrajectoryRead): Download {
  const { authority, chosen, kept, sources, trial } = read;
  const run = kept?.run ?? null;
  const shares = sharesTable(kept?.trajectories ?? [], trial);
  const named = chosen !== null && chosen.steps.length > 0;
  return {
    name: `trajectory-${authority.slug}-${run?.asAt ?? 'nothing-kept'}`,
    tables: named ? [shares, stepsTable(read, chosen)] : [shares],
    notes: exportNotes({
      title:
        run === null
          ? `Forecast of the schools of ${authority.name}`
          : `Schools of ${authority.name} ${wordsOf[run.target].reached}: forecast as at ${dateInWords(run.asAt)}`,
      authority,
      about: run === null ? ['No forecast has been kept yet.'] : aboutOf(run, trial),
      sources,
      confidential: named || trial !== null,
    }),
  };
}

function aboutOf(run: ForecastRun, trial: TrajectoryRead['trial']): readonly string[] {
  const tried = (trial?.tried ?? []).map(
    ({ name, urn, on, happens }) =>
      `${name} (${urn}), ${dateInWords(on)}: ${happensInWords(happens, run.target)}`,
  );
  return [
    `By the model ${run.model.id}, fitted as at ${dateInWords(run.model.fittedAsAt)}. Numbers of schools and pupils judged by a day are expected numbers.`,
    ...(tried.length === 0 ? [] : [`Tried, and not what is expected: ${tried.join('; ')}.`]),
  ];
}

interface Line {
  readonly trajectory: Trajectory;
  readonly of: 'schools' | 'pupils';
  readonly point: SharePoint;
  readonly tried: SharePoint | null;
}

function sharesTable(trajectories: readonly Trajectory[], trial: TrajectoryRead['trial']) {
  const lines = trajectories.flatMap((trajectory) =>
    (['schools', 'pupils'] as const).flatMap((of) =>
      trajectory[of].map((point): Line => {
        const tried = trial === null ? null : sameOf(trial.after, trajectory);
        return { trajectory, of, point, tried: tried?.[of].find(({ on }) => on === point.on) ?? null };
      }),
    ),
  );
  const percent = (share: number | null): number | null => (share === null ? null : rounded(100 * share, 1));
  return cellsOf<Line>({
    name: 'Shares',
    columns: [
      { heading: 'Group', value: ({ trajectory }) => sentence(schoolsOf(trajectory.group)), width: 28 },
      { heading: 'Counted', value: ({ trajectory }) => trajectory.denominator, width: 26 },
      { heading: 'Of', value: ({ of }) => of },
      { heading: 'Forecast as at', value: ({ trajectory }) => ({ date: trajectory.asAt }) },
      { heading: 'Schools reached then', value: ({ trajectory }) => trajectory.now.reached },
      { heading: 'Schools judged then', value: ({ trajectory }) => trajectory.now.judged },
      { heading: 'Schools not judged then', value: ({ trajectory }) => trajectory.now.notJudged },
      { heading: 'For', value: ({ point }) => ({ date: point.on }) },
      { heading: 'Judged by then, expected', value: ({ point }) => rounded(point.of, 1) },
      { heading: 'Share expected, %', value: ({ point }) => percent(point.middle) },
      ...([50, 80, 95] as const).flatMap((level) =>
        (['low', 'high'] as const).map((end) => ({
          heading: `${String(level)}% range, ${end}, %`,
          value: ({ point }: Line) =>
            percent(point.ranges.find((range) => range.level === level)?.[end] ?? null),
        })),
      ),
      { heading: 'Target, %', value: ({ point }) => percent(point.target) ?? 'none' },
      { heading: 'Chance of the target, %', value: ({ point }) => percent(point.chanceOfTarget) ?? 'none' },
      ...(trial === null
        ? []
        : [
            { heading: 'With what is tried, %', value: ({ tried }: Line) => percent(tried?.middle ?? null) },
            {
              heading: 'Chance of the target with it, %',
              value: ({ tried }: Line) => percent(tried?.chanceOfTarget ?? null) ?? 'none',
            },
          ]),
    ],
    rows: lines,
    blank: 'not stated',
  });
}

function stepsTable({ expectations }: TrajectoryRead, chosen: Chosen) {
  const { shown, point, steps } = chosen;
  const words = wordsOf[shown.target];
  return cellsOf({
    name: 'Schools',
    columns: [
      { heading: 'URN', value: ({ urn }) => urn },
      { heading: 'School', value: ({ name }) => name, width: 36 },
      { heading: `On ${dateInWords(shown.asAt)}`, value: ({ now }) => words.now[now], width: 26 },
      {
        heading: `Chance to count on ${dateInWords(point.on)}, %`,
        value: ({ then }) => rounded(100 * then, 1),
      },
      { heading: 'Step, points of the share', value: ({ points }) => rounded(points, 3) },
      ...(expectations === null
        ? []
        : [
            {
              heading: 'Officers expect',
              value: ({ urn }: { readonly urn: string }) =>
                expectations
                  .filter((one) => one.urn === urn)
                  .map(expectedInWords)
                  .join('; ') || 'nothing written down',
              width: 40,
            },
          ]),
    ],
    rows: steps,
    blank: 'not stated',
  });
}
