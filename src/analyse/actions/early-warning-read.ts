import type { ForecastRun } from '#/analyse/records/forecast-run.ts';
import type { ExpectedFalls, VisitsReach } from '#/analyse/rules/forecast/early-warning/expected-falls.ts';
import type { Reason } from '#/analyse/rules/forecast/early-warning/reasons.ts';
import type { EarlyWarning, ForecastTarget, Horizon, SchoolPath } from '#/analyse/rules/forecast/forecast.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { LastInspection } from '#/schools/rules/inspection-words.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** One school of a forecast, with what an officer wants to know beside its chance. */
export interface WarnedSchool {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  /** `null` where no source states it, or the school is in no analysis. */
  readonly district: string | null;
  /** Whose schools it is among, as far as the reader may know. */
  readonly officers: readonly { readonly person: string; readonly name: string }[];
  readonly lastInspection: LastInspection | null;
  /** Proposed by the newest analysis; `null` where the school is in none. */
  readonly category: { readonly code: string; readonly meaning: string } | null;
  readonly warning: EarlyWarning;
  /** The largest of each side; `null` where there is none. */
  readonly reasons: { readonly raises: Reason | null; readonly lowers: Reason | null };
  readonly now: SchoolPath['now'] | null;
  /** What the forecast before said of it; `null` where there was none, or it told no chance. */
  readonly before: EarlyWarning | null;
}

/** A school of which no chance is told. */
export interface SchoolWithout {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  readonly why: string;
}

/** The early warning of an authority: the newest forecast that was kept, as far as the reader may see it. */
export interface EarlyWarningRead {
  readonly authority: AuthorityInStore;
  /** `null`: no forecast was kept, which is a state with a next step. */
  readonly run: ForecastRun | null;
  /** The forecast of the same question before it; `null` where there is none. */
  readonly previous: ForecastRun | null;
  /** What was forecast in some run, the newest first: what can be asked for. */
  readonly targets: readonly ForecastTarget[];
  /** In the order in which they were kept. */
  readonly schools: readonly WarnedSchool[];
  readonly without: readonly SchoolWithout[];
  /** This person may see every school’s forecast. */
  readonly whole: boolean;
  /** Of the newest analysis, for its categories in words. */
  readonly scheme: Scheme | null;
  /** As known when categories and last inspections are told; `null` without an analysis. */
  readonly analysed: IsoDate | null;
  /** How many schools that can fall are expected to, by when: of those that have not fallen already. */
  readonly falls: (months: Horizon) => ExpectedFalls & { readonly by: IsoDate };
  /** What visits to the so many schools with the highest chances would reach. */
  readonly reach: (months: Horizon, visits: number) => VisitsReach;
  readonly sources: readonly Source[];
}
