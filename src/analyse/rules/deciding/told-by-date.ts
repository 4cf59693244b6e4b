import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** How many of the schools of a round were told what was decided, by the day that was promised. */
export interface ToldByDate {
  /** The day promised, or today as long as it has not come. */
  readonly on: IsoDate;
  readonly told: number;
  /** After the day promised. */
  readonly late: number;
  /** Those the round looks at. */
  readonly of: number;
}

/** A school is told of a round with the first letter on a decision of it; a later decision of the round tells it nothing sooner. */
export function toldByDate(
  round: { readonly number: string; readonly tellBy: IsoDate },
  schools: number,
  decisions: readonly {
    readonly urn: Urn;
    readonly round: string;
    readonly told: { readonly on: IsoDate } | null;
  }[],
  today: IsoDate,
): ToldByDate {
  const first = new Map<Urn, IsoDate>();
  for (const { urn, round: of, told } of decisions) {
    if (of !== round.number || told === null || told.on > today) continue;
    const before = first.get(urn);
    if (before === undefined || told.on < before) first.set(urn, told.on);
  }
  const days = [...first.values()];
  const inTime = days.filter((day) => day <= round.tellBy).length;
  return {
    on: today < round.tellBy ? today : round.tellBy,
    told: inTime,
    late: days.length - inTime,
    of: schools,
  };
}
