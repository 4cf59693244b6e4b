import { measuresRead } from '#/analyse/rules/forecast/early-warning/facts.ts';
import { pausesOf } from '#/analyse/rules/forecast/calendar.ts';
import {
  markShares,
  tryShares,
  type ShareTried,
  type SharesMarked,
} from '#/analyse/rules/forecast/backtest/share-backtest.ts';
import {
  halvesOf,
  tryWarnings,
  tryWarningsElsewhere,
  type WarningSetting,
  type WarningsTried,
} from '#/analyse/rules/forecast/backtest/warning-backtest.ts';
import { followSchools } from '#/analyse/rules/forecast/marking/followed-schools.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** The days forecasts are made from: those of 2018 to 2020 end in the pause of inspections. */
export const shareOrigins: readonly IsoDate[] = [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2021].map(
  (year) => `${year}-08-31`,
);

/** Days and months of the early warnings tried; before 2016 hardly any results are in the record. */
const warningOrigins: readonly { readonly asAt: IsoDate; readonly months: number }[] = [
  { asAt: '2016-08-31', months: 18 },
  { asAt: '2017-08-31', months: 18 },
  { asAt: '2018-08-31', months: 18 },
  { asAt: '2021-08-31', months: 36 },
];

/** The trial whose figures are also made with deprivation, and on authorities not fitted on. */
const closelyTried = { asAt: '2018-08-31', months: 18 } as const;

export interface Backtest {
  readonly schools: number;
  readonly authorities: number;
  readonly shares: readonly SharesMarked[];
  readonly sharesTried: readonly ShareTried[];
  /** Fitted on one half of the authorities, tried on the other, both ways round. */
  readonly sharesElsewhere: readonly SharesMarked[];
  readonly warnings: readonly WarningsTried[];
  readonly sources: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly licence: string;
  }[];
}

/**
 * Makes forecasts as at days of the past on the real schools imported, each by a model that is fitted only on what was
 * known then, beside the simple methods, and marks them by what came.
 *
 * @throws KnownError where the files imported do not tell of enough inspections
 */
export async function runBacktest(
  parts: Pick<Parts, 'published' | 'reference'>,
  told: (what: string) => void,
): Promise<Backtest> {
  const { frameworks, pauses, forecastRegimes, marking } = parts.reference();
  const store = await parts.published();
  told('reading the record');
  const histories = await store.histories({ measures: measuresRead });
  const followed = followSchools(histories, { frameworks });
  const schools = followed.schools.filter(({ judged }) => judged.length > 0);
  assertEnough(schools.flatMap(({ judged }) => judged).length);
  const trajectory = { pauses: pausesOf(pauses), announced: forecastRegimes.paces };
  const [one, other] = halvesOf(schools);
  const [tried, elsewhere]: [ShareTried[], ShareTried[]] = [[], []];
  for (const asAt of shareOrigins) {
    told(`shares as at ${asAt}`);
    tried.push(...tryShares(schools, asAt, trajectory));
    elsewhere.push(...tryShares(one, asAt, trajectory, other), ...tryShares(other, asAt, trajectory, one));
  }
  const setting: WarningSetting = {
    pauses: trajectory.pauses,
    regimes: forecastRegimes,
    marking,
    deprivation: false,
  };
  const warnings: WarningsTried[] = [];
  for (const { asAt, months } of warningOrigins) {
    told(`early warnings as at ${asAt}`);
    warnings.push(tryWarnings(followed, asAt, months, setting));
  }
  const { asAt, months } = closelyTried;
  told(`early warnings as at ${asAt}, with deprivation`);
  warnings.push(tryWarnings(followed, asAt, months, { ...setting, deprivation: true }));
  told(`early warnings as at ${asAt}, on authorities not fitted on`);
  warnings.push(tryWarningsElsewhere(followed, asAt, months, setting));
  const sources = (await store.sources()).filter(({ invented }) => !invented);
  return {
    schools: schools.length,
    authorities: new Set(tried.map(({ authority }) => authority)).size,
    shares: markShares(tried),
    sharesTried: tried,
    sharesElsewhere: markShares(elsewhere),
    warnings,
    sources: sources.map(({ title, publisher, licence }) => ({ title, publisher, licence })),
  };
}

/** Below this the record is of a few authorities, or of their latest inspections only. */
const fewestInspections = 5000;

function assertEnough(inspections: number): void {
  if (inspections >= fewestInspections) return;
  throw new KnownError(
    'no-model',
    `The files imported tell of ${inspections} graded inspections of real schools; forecasts of the past need ${fewestInspections} or more, back to 2005.`,
    [
      'Import a record of graded inspections since 2005, management information and performance tables.',
      'docs/data-sources.md says where to find them. The invented authority is never used for this.',
    ],
  );
}
