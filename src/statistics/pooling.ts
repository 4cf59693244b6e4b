/** One year of one school beside England in the same year. */
export interface YearBeside<Year = number> {
  readonly year: Year;
  /** The school's value and England's, both in the same unit. */
  readonly value: number;
  readonly england: number;
  readonly pupils: number;
}

export interface Pooled {
  readonly value: number;
  /** England over the same years, weighted by this school's pupils: like is held against like. */
  readonly england: number;
  readonly pupils: number;
  readonly years: readonly number[];
}

/** Several years as one, each pupil counting the same; `null` when there is no pupil. Order does not matter. */
export function poolYears(years: readonly YearBeside[]): Pooled | null {
  const pupils = years.reduce((sum, year) => sum + year.pupils, 0);
  if (pupils <= 0) return null;
  const mean = (of: (year: YearBeside) => number): number =>
    years.toSorted((a, b) => a.year - b.year).reduce((sum, year) => sum + of(year) * year.pupils, 0) / pupils;
  return {
    value: mean((year) => year.value),
    england: mean((year) => year.england),
    pupils,
    years: years.map(({ year }) => year).toSorted((a, b) => a - b),
  };
}
