import type { ForecastTarget, ModelVersion } from '#/analyse/rules/forecast/forecast.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** A forecast of an authority that was kept: of every school, as known on one date, by one model from named sources. */
export interface ForecastRun {
  readonly id: string;
  readonly authority: string;
  readonly asAt: IsoDate;
  readonly target: ForecastTarget;
  readonly model: ModelVersion;
  /** Made with the deprivation of the area, as the authority had chosen. */
  readonly deprivation: boolean;
  readonly schools: number;
  /** Identities of the source files the forecast could have used. */
  readonly sources: readonly string[];
  /** Days of the trajectories. */
  readonly dates: readonly IsoDate[];
  /** ISO 8601, UTC: when it was made, which may be long after the date it is as at. */
  readonly madeAt: string;
  readonly madeBy: string;
}
