import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { SharePoint, Trajectory } from '#/analyse/rules/forecast/forecast.ts';
import { cellsOf, type Download } from '#/platform/exports/download.ts';
import { exportNotes, rounded } from '#/platform/web/export-notes.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';
import { KnownError } from '#/platform/errors.ts';
import { expectedInWords, stepsChosen } from './steps-view.ts';
import { chosenOf, sameOf, type Chosen } from './trajectory-chosen.ts';
import type { TrajectoryRequest } from './trajectory-request.ts';
import { happensInWords, schoolsOf, wordsOf } from './trajectory-words.ts';

/** Every share of the forecast a line; the steps of the schools the reader may know of; what is tried. */
export function trajectoryDownload(read: TrajectoryRead, request: TrajectoryRequest): Download {
  const chosen = chosenOf(read, request);
  const { authority, sources, trial } = read;
  if (chosen === null)
    throw new KnownError('not-found', 'No forecast has been kept that could be taken out.', [
      `Keep one: npx middletier forecast --authority ${authority.slug}`,
    ]);
  const { run } = chosen.kept;
  const steps = stepsChosen(chosen);
  const shares = sharesTable(chosen.kept.trajectories, trial);
  return {
    name: `trajectory-${authority.slug}-${run.asAt}`,
    tables: steps.length === 0 ? [shares] : [shares, stepsTable(read, chosen)],
    notes: exportNotes({
      title: `Schools of ${authority.name} ${wordsOf[run.target].reached}: forecast as at ${dateInWords(run.asAt)}`,
      authority,
      about: [
        `By the model ${run.model.id}, fitted as at ${dateInWords(run.model.fittedAsAt)}. Numbers of schools and pupils judged by a day are expected numbers.`,
        ...(trial === null
          ? []
          : [
              `Tried, and not what is expected: ${trial.tried
                .map(
                  ({ name, urn, on, happens }) =>
                    `${name} (${urn}), ${dateInWords(on)}: ${happensInWords(happens, run.target)}`,
                )
                .join('; ')}.`,
            ]),
      ],
      sources,
      confidential: steps.length > 0 || trial !== null,
    }),
  };
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
  const { shown, point } = chosen;
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
    rows: stepsChosen(chosen),
    blank: 'not stated',
  });
}
