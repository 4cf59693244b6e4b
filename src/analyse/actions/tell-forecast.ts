import type { EarlyWarning, SharePoint, Trajectory } from '#/analyse/rules/forecast/forecast.ts';
import type { SchoolForecast } from '#/analyse/records/forecast-rows.ts';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import { chanceInWords, chancePercent } from '#/platform/web/chance-words.ts';
import { count, dateInWords, plural, someOf } from '#/platform/web/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { ForecastOutcome } from './keep-forecast.ts';
import type { ForecastRead } from './read-forecast.ts';

const mostSchools = 10;
const mostReasons = 3;
const months = 18;

/** Says which forecast was kept, or which one stands; the shares it forecasts, and the schools of most concern in it. */
export function tellForecast(
  terminal: Terminal,
  outcome: ForecastOutcome,
  { authority, kept }: ForecastRead,
): void {
  const { id, asAt, target, model, deprivation, schools, alreadyKept } = outcome;
  terminal.line(
    `${authority.name}: ${plural(schools, 'school')}, as known on ${dateInWords(asAt)}. Forecast: ${target}. ${
      alreadyKept ? `Nothing has changed since forecast ${id}, which stands.` : `Kept as forecast ${id}.`
    }`,
  );
  if (authority.invented) terminal.line('Invented: this authority and its schools do not exist.');
  terminal.line(
    `By the model ${model.id}, fitted to what was known on ${dateInWords(model.fittedAsAt)}, ${deprivation ? 'with deprivation of the area, as the authority chose' : 'without deprivation of the area'}.`,
  );
  if (kept === null) return;
  const { forecast } = kept;
  tellShares(terminal, forecast.dates, forecast.trajectories);
  tellSchools(terminal, kept.schools);
  terminal.line('A forecast is no judgement of a school: it says who should be looked at first.');
  terminal.line();
}

/** Of all schools and of each phase, at the ends of school years: the document has every group and day. */
function tellShares(
  terminal: Terminal,
  dates: readonly IsoDate[],
  trajectories: readonly Trajectory[],
): void {
  const shown = trajectories.filter(({ group }) => group.kind === 'all' || group.kind === 'phase');
  if (shown.length === 0) return;
  const ends = dates.filter((date) => date.endsWith('-08-31'));
  terminal.line();
  terminal.table(
    ['Schools', 'Reached now', ...ends.map(dateInWords)],
    shown.map(({ group, denominator, now, schools }) => [
      `${group.name}, ${denominator}`,
      someOf(now.reached, now.judged, 'judged school'),
      ...ends.map((date) => shareInWords(schools.find(({ on }) => on === date))),
    ]),
  );
  terminal.line('With the range in which the share lies in 8 cases of 10.');
}

function shareInWords(point: SharePoint | undefined): string {
  if (point === undefined) return 'nothing to share';
  const { middle, ranges } = point;
  const range = ranges.find(({ level }) => level === 80);
  const words = range === undefined ? '' : ` (${chancePercent(range.low)} to ${chancePercent(range.high)})`;
  return `${chancePercent(middle)}${words}`;
}

function tellSchools(terminal: Terminal, schools: readonly SchoolForecast[]): void {
  const chances = schools.flatMap(({ name, urn, forecast }) => {
    const chance = 'horizons' in forecast ? chanceWithin(forecast) : null;
    return chance === null || !('horizons' in forecast)
      ? []
      : [{ name, urn, chance, reason: forecast.contributions.find(({ amount }) => amount > 0) }];
  });
  const highest = chances.toSorted((a, b) => b.chance.chance - a.chance.chance).slice(0, mostSchools);
  terminal.line();
  terminal.table(
    ['School', `Chance within ${String(months)} months`, 'Largest reason for it'],
    highest.map(({ name, urn, chance, reason }) => [
      `${name} (${urn})`,
      chanceInWords(chance),
      reason?.words ?? 'none in particular',
    ]),
  );
  tellWithout(terminal, schools);
}

/** The schools of which no chance is told, counted by why there is none: the most frequent reasons. */
function tellWithout(terminal: Terminal, schools: readonly SchoolForecast[]): void {
  const whys = schools.flatMap(({ forecast }) => ('why' in forecast ? [forecast.why] : []));
  if (whys.length === 0) return;
  terminal.line(`No chance is told of ${someOf(whys.length, schools.length, 'school')}:`);
  const byWhy = [...Map.groupBy(whys, (why) => why)].toSorted(([, a], [, b]) => b.length - a.length);
  for (const [why, those] of byWhy.slice(0, mostReasons)) terminal.line(`  ${count(those.length)}: ${why}`);
}

function chanceWithin({ horizons }: EarlyWarning) {
  return horizons.find((one) => one.months === months)?.found ?? null;
}
