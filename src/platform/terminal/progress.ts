/**
 * A bar that fits the terminal: `Reading schools  ███████░░░░░  58%`. A total of 0 means nobody knows how much there
 * is, and no share is made up.
 */
export function barOf(label: string, at: number, total: number, columns: number): string {
  if (total <= 0) return `${label}…`.slice(0, columns - 1);
  const share = Math.min(1, at / total);
  const percent = `${Math.floor(share * 100)}%`.padStart(4);
  const room = Math.min(30, columns - label.length - percent.length - 5);
  if (room < 5) return `${label} ${percent}`.slice(0, columns - 1);
  const full = Math.floor(share * room);
  return `${label}  ${'█'.repeat(full)}${'░'.repeat(room - full)} ${percent}`;
}

/** A line for a log when the work passes 25%, 50% or 75%; `null` in between. The end has its own line. */
export function lineWhenQuarterPassed(
  label: string,
  before: number,
  after: number,
  total: number,
): string | null {
  if (total <= 0 || after >= total) return null;
  const quarter = (at: number) => Math.floor((at / total) * 4);
  return quarter(after) > quarter(before) ? `${label}: ${quarter(after) * 25}%` : null;
}
