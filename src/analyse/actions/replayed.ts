import type { ModelVersion } from '#/analyse/rules/forecast/forecast.ts';
import type { Replay } from '#/analyse/rules/forecast/replay/replay.ts';
import type { ForecastMethod, PrintedForecast } from '#/law/reference.ts';
import type { Source } from '#/published/source.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** What a reader asks of a replay, as typed: nothing of it need be there. */
export interface ReplayAsked {
  readonly asAt?: string | undefined;
  /** Identity of a method. */
  readonly method?: string | undefined;
  /** `own`: grades of predecessors do not count. */
  readonly count?: string | undefined;
}

/** Our own forecast as at the day: made, or why not. */
export type OwnForecast =
  | { readonly made: true; readonly model: ModelVersion }
  | { readonly made: false; readonly why: string; readonly whatToDo: readonly string[] };

export type ReplayState =
  | 'replayed'
  /** What was typed is no day that can be asked about. */
  | 'no day'
  /** No school had an overall grade that was known on the day, or nothing is known of how schools were inspected then. */
  | 'too early'
  /** Of no day after it is known what happened. */
  | 'too late'
  /** Overall grades ended before any day after it. */
  | 'after overall grades';

/** The forecasts made on one day, and what happened: nothing in it names a school. */
export interface ReplayRead {
  readonly authority: AuthorityInStore;
  readonly state: ReplayState;
  readonly asAt: IsoDate;
  /** What was typed for the day, and what is wrong with it. */
  readonly typed: string;
  readonly problem: string | null;
  /** A day that can be replayed: where there is nothing to see on the one asked for. */
  readonly usual: IsoDate;
  readonly lastOfGrades: IsoDate | null;
  readonly method: ForecastMethod;
  readonly methods: readonly ForecastMethod[];
  readonly ownGradesOnly: boolean;
  readonly printed: PrintedForecast | null;
  /** By phase, in their order; phases of few schools are left out. */
  readonly replays: readonly Replay[];
  readonly ours: OwnForecast;
  readonly sources: readonly Source[];
}
