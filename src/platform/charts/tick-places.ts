const steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 25, 50];

/** Round numbers from one to another, evenly apart, not more than so many. */
export function evenTicks(from: number, to: number, most: number): readonly number[] {
  const step = steps.find((one) => (to - from) / one <= most - 1 + 1e-9) ?? 100;
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toFixed(6)));
}

const quarter = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/**
 * Beginnings of years between two days (milliseconds) with their words, every second or third where so many have no
 * room; of quarters where there are not two years.
 */
export function timeTicks(
  from: number,
  to: number,
  most: { readonly years: number; readonly quarters: number },
): readonly { readonly at: number; readonly words: string }[] {
  const first = new Date(from).getUTCFullYear();
  const last = new Date(to).getUTCFullYear();
  const quarters = Array.from({ length: 4 * (last - first + 1) }, (_, index) =>
    Date.UTC(first, 3 * index, 1),
  );
  const within = quarters.filter((at) => at > from && at <= to);
  const years = within.filter((at) => new Date(at).getUTCMonth() === 0);
  const thinned = (all: readonly number[], room: number) =>
    all.filter((_, index) => index % Math.ceil(all.length / room) === 0);
  if (years.length < 2)
    return thinned(within, most.quarters).map((at) => ({ at, words: quarter.format(at) }));
  return thinned(years, most.years).map((at) => ({ at, words: String(new Date(at).getUTCFullYear()) }));
}
