import type { CameOfIt, SchoolOutlook } from '#/analyse/actions/school-outlook.ts';
import type { Chance, EarlyWarning, ForecastTarget } from '#/analyse/rules/forecast/forecast.ts';
import { chanceBar } from '#/platform/charts/chance-bar.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { chanceInWords, chancePercent, outOf } from '#/platform/web/chance-words.ts';
import {
  earlyWarningAddress,
  expectAddress,
  schoolForecastAddress,
  withdrawExpectationAddress,
} from '#/platform/web/forecast-addresses.ts';
import { findingWords } from '#/platform/web/forecast-words.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { errorList, expectedView, nothingTyped, type Typed } from './expected-view.ts';
import { reasonsView } from './reasons-view.ts';

/** Everything the page of one school’s forecast shows. */
export function schoolForecastView(read: SchoolOutlook, typed: Typed = nothingTyped) {
  const { authority, school, newest } = read;
  const { slug } = authority;
  const forecast = newest?.forecast ?? null;
  const warning = forecast !== null && 'horizons' in forecast ? forecast : null;
  return {
    name: school.name,
    heading: `What could come next: ${school.name}`,
    lead: warning === null ? null : leadOf(warning, read.until(18)),
    whyNone:
      newest === null
        ? `The school is in no forecast that was kept for ${authority.name}.`
        : forecast !== null && 'why' in forecast
          ? forecast.why
          : null,
    made:
      newest === null
        ? null
        : `As known on ${dateInWords(newest.run.asAt)}; by the model ${newest.run.model.id}, fitted to what was known on ${dateInWords(newest.run.model.fittedAsAt)}.`,
    finding: findingWords[newest?.run.target ?? 'below good'].name,
    chances: warning === null ? [] : chancesView(warning, read.until),
    reasons: warning === null ? null : reasonsView(read.reasons, warning.target),
    unusual: warning?.unusual ?? [],
    lessSure: warning?.lessSure ?? [],
    deprivation: warning === null ? null : deprivationInWords(warning, newest?.run.deprivation ?? false),
    path: pathView(read),
    earlier: read.earlier.map((one) => ({
      asAt: dateInWords(one.run.asAt),
      of: findingWords[one.run.target].name,
      chance: 'horizons' in one.forecast ? chanceInWords(within18(one.forecast)) : one.forecast.why,
      came: cameInWords(one.came, one.run.target),
    })),
    expected: expectedView(read, typed),
    errorList: errorList(typed),
    addresses: {
      page: schoolForecastAddress(slug, school.urn),
      profile: schoolAddress(slug, school.urn),
      list: earlyWarningAddress(slug),
      expect: expectAddress(slug, school.urn),
      withdraw: withdrawExpectationAddress(slug, school.urn),
    },
  };
}

/** The chance within 18 months in a sentence, which a head may read first. */
function leadOf(warning: EarlyWarning, until: IsoDate): string {
  return `The chance of ${findingWords[warning.target].of} by ${dateInWords(until)} is ${chanceInWords(within18(warning))}.`;
}

function chancesView({ horizons }: EarlyWarning, until: SchoolOutlook['until']) {
  const most = Math.max(0.05, ...horizons.flatMap(({ inspected, found }) => [inspected.high, found.high]));
  const cell = (chance: Chance) => ({
    words: sentence(outOf(chance.chance)),
    range: `${chancePercent(chance.chance)}, between ${chancePercent(chance.low)} and ${chancePercent(chance.high)}`,
    bar: chanceBar({ ...chance, most }),
  });
  return horizons.map(({ months, inspected, found }) => ({
    months: `${String(months)} months`,
    by: dateInWords(until(months)),
    inspected: cell(inspected),
    found: cell(found),
    most: chancePercent(most),
  }));
}

function within18({ horizons }: EarlyWarning): Chance {
  const horizon = horizons.find(({ months }) => months === 18);
  if (horizon === undefined) throw new RangeError('The forecast says nothing of 18 months');
  return horizon.found;
}

/** The effect of using deprivation, side by side, whatever the authority chose. */
function deprivationInWords({ withDeprivation, withoutDeprivation }: EarlyWarning, used: boolean): string {
  const shown = (one: number): string => `${outOf(one)} (${chancePercent(one)})`;
  if (withDeprivation === null)
    return 'Deprivation of the area was not used. What it would change cannot be told: it is not known for this school.';
  return used
    ? `Deprivation of the area was used, as the authority chose: the chance within 18 months is ${shown(withDeprivation)}. Without it: ${shown(withoutDeprivation)}.`
    : `Deprivation of the area was not used: the chance within 18 months is ${shown(withoutDeprivation)}. Had it been used: ${shown(withDeprivation)}.`;
}

/** For a school that does not stand well yet: the chance that it does by each day of the trajectory. */
function pathView({ newest }: SchoolOutlook) {
  const path = newest?.path ?? null;
  if (newest === null || path === null || path.now === 'good') return null;
  const stand = findingWords[newest.run.target].standsWell;
  return {
    title: `Chance to ${stand}, by date`,
    now:
      path.now === 'not good'
        ? `It does not now.`
        : `It was not judged in this way yet, so the chance begins with its next full inspection.`,
    rows: newest.run.dates.map((date, index) => ({
      by: dateInWords(date),
      chance: sentence(outOf(path.chances[index] ?? 0)),
      percent: chancePercent(path.chances[index] ?? 0),
    })),
  };
}

function cameInWords(came: CameOfIt, target: ForecastTarget): string {
  switch (came.kind) {
    case 'inspected':
      return `Inspected on ${dateInWords(came.on)}: ${came.found ? '' : 'not '}${findingWords[target].name.toLowerCase()}`;
    case 'not inspected in time':
      return 'No full inspection became known in the 18 months';
    case 'not over yet':
      return `Not inspected so far; its time is over on ${dateInWords(came.until)}`;
    case 'cannot be told':
      return `Cannot be told: ${came.why}`;
  }
}
