import type { MakeForecast } from '#/analyse/actions/keep-forecast.ts';
import type {
  AuthorityForecast,
  Chance,
  EarlyWarning,
  ModelVersion,
  NoWarning,
  Trajectory,
  TrajectoryGroup,
} from '#/analyse/rules/forecast/forecast.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

const model: ModelVersion = { id: 'of-the-tests', fittedAsAt: '2015-08-31', digest: 'd' };
const about = (chance: number): Chance => ({ chance, low: chance / 2, high: (1 + chance) / 2 });
const target = 'below good';

/** An invented forecast: what a school’s chance is, by its number; `null`: no chance can be told of it. */
export function forecastOf(
  asAt: IsoDate,
  chances: Readonly<Record<string, number | null>>,
  groups: Readonly<Record<string, number>> = {},
): AuthorityForecast {
  const urns = Object.keys(chances);
  const dates = ['2019-08-31', '2020-08-31'];
  const warnings = urns.map((urn): EarlyWarning | NoWarning => {
    const chance = chances[urn] ?? null;
    return chance === null ? { urn, why: 'It was never inspected.' } : warning(urn, asAt, chance);
  });
  const paths = urns.flatMap((urn) => {
    const chance = chances[urn] ?? null;
    return chance === null
      ? []
      : [{ urn, name: `School ${urn}`, chances: dates.map(() => 1 - chance), now: 'good' as const }];
  });
  const trajectories = [
    trajectory(asAt, { kind: 'all', name: 'All schools' }, urns.length),
    ...Object.entries(groups).map(([name, size]) => trajectory(asAt, { kind: 'district', name }, size)),
  ];
  return {
    ...{ asAt, model, target, deprivation: false },
    ...{ warnings, dates, paths, trajectories, sources: ['file1'] },
  };
}

/** Makes the same forecast each time it is asked for one as at a date. */
export function makerOf(
  ...of: Parameters<typeof forecastOf> extends [IsoDate, ...infer Rest] ? Rest : never
): MakeForecast {
  return (_parts, { asAt, deprivation = false }) =>
    Promise.resolve({ ...forecastOf(asAt, ...of), deprivation });
}

function warning(urn: string, asAt: IsoDate, chance: number): EarlyWarning {
  return {
    ...{ urn, asAt, model, target },
    horizons: ([12, 18, 24] as const).map((months) => ({
      months,
      inspected: about(0.5),
      found: about((chance * months) / 24),
    })),
    contributions: [{ term: 'grade', part: 'outcome', words: `Reason of school ${urn}`, amount: chance }],
    unusual: [],
    lessSure: [],
    withDeprivation: null,
    withoutDeprivation: (chance * 18) / 24,
  };
}

function trajectory(asAt: IsoDate, group: TrajectoryGroup, schools: number): Trajectory {
  return {
    ...{ group, denominator: 'own grades only', asAt, target },
    now: { on: asAt, reached: schools, judged: schools, notJudged: 0 },
    schools: [{ on: '2020-08-31', of: schools, middle: 0.9, ranges: [], target: null, chanceOfTarget: null }],
    known: [],
    pupils: [],
  };
}
