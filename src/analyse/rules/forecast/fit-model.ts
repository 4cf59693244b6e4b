import type { ForecastModel } from '#/law/forecast-models.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Pause } from './calendar.ts';
import { fitOnRecord, recordUntil } from './early-warning/fit-early-warning.ts';
import { termsFor } from './early-warning/terms.ts';
import type { TrackedSchool } from './tracked.ts';
import { fitTrajectory, type AnnouncedPace } from './trajectory/fit-trajectory.ts';

export interface FitModelSetting {
  readonly pauses: readonly Pause[];
  readonly announced: readonly AnnouncedPace[];
  /** Titles of the official files. */
  readonly fittedFrom: readonly string[];
}

/** A model as its file holds it: every number of it readable, with what its level says beside it. */
export function fitModel(
  schools: readonly TrackedSchool[],
  asAt: IsoDate,
  { pauses, announced, fittedFrom }: FitModelSetting,
): Omit<ForecastModel, 'digest'> {
  const record = recordUntil(schools, asAt, pauses);
  const warning = (deprivation: boolean) => rounded(fitOnRecord(record, { deprivation }));
  return {
    id: `grades-${asAt}`,
    about: `Early warning and trajectory, fitted on what could be known by ${asAt}. Effects are differences of the logarithm of odds; weights are periods of half a year, recent ones counting more.`,
    fittedAsAt: asAt,
    fittedFrom: [...fittedFrom],
    source:
      'Fitted by npx middletier fit-model on official files published under the Open Government Licence v3.0',
    status: 'confirmed',
    levels: Object.fromEntries(
      termsFor({ deprivation: true }).map(({ id, scale }) => [id, [...scale.levels]]),
    ),
    earlyWarning: warning(false),
    withDeprivation: warning(true),
    trajectory: rounded(fitTrajectory(schools, asAt, { pauses, announced })),
  };
}

/** More digits would say nothing: standard errors are a hundred times larger. */
const digits = 4;

/** As read from a file: lists that can be changed. */
type AsRead<Value> = Value extends number | string | boolean
  ? Value
  : { -readonly [Key in keyof Value]: AsRead<Value[Key]> };

/** The same as its file would hold it, with every number rounded. */
function rounded<Value>(value: Value): AsRead<Value> {
  const text = JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'number' ? Math.round(one * 10 ** digits) / 10 ** digits : one,
  );
  return JSON.parse(text) as AsRead<Value>;
}

/** As a file for people to read: a list of numbers or words on one line. */
export function modelText(model: Omit<ForecastModel, 'digest'>): string {
  const lines = JSON.stringify(model, null, 2);
  return `${lines.replace(/\[\s+([^[\]{}]*?)\s+\]/g, (_, inner: string) => `[${inner.replace(/,\s+/g, ', ')}]`)}\n`;
}
