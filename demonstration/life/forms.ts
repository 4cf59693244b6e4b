import { addDays, daysBetween } from '#/schools/rules/dates.ts';
import type { Term } from '../calendar.ts';
import { trusts } from '../county/county.ts';
import { isMaintained, type Establishment, type Lineage, type Running } from '../county/lineage.ts';
import type { Chance } from '../random.ts';
import type { Living } from './living.ts';

/** The first entry a place of learning has in the register. */
export function firstForm(lineage: Lineage): Establishment {
  return {
    lineage,
    form: 0,
    urn: '',
    name: `${lineage.stem} ${lineage.ending}`,
    running: lineage.running,
    estab: lineage.estab,
    trust: isMaintained(lineage.running) ? null : lineage.trust,
    opensOn: lineage.opensOn,
    openedBecause: lineage.openedBecause,
    closesOn: lineage.closesOn,
    closedBecause:
      lineage.closesOn === null
        ? 'Not applicable'
        : lineage.mergesInto === null
          ? 'Closure'
          : 'Result of Amalgamation/Merger',
  };
}

/** Joins a trust on its chosen day, or is taken over by a sponsor about a year after it was found inadequate. */
export function takeNewForm(
  { lineage, establishments, inspections, standing, chance }: Living,
  term: Term,
): void {
  const now = establishments.at(-1);
  if (now === undefined || !isMaintained(now.running) || (now.closesOn !== null && now.closesOn < term.from))
    return;
  if (lineage.kind === 'nursery' || lineage.mergesInto !== null) return;
  const failed = inspections.at(-1);
  const mustConvert =
    failed?.overall === 4 &&
    failed.startedOn >= '2010-09-01' &&
    daysBetween(failed.publishedOn, term.from) > 300 &&
    chance.happens(0.65);
  const wants =
    lineage.convertsOn !== null &&
    lineage.convertsOn <= term.from &&
    lineage.convertsOn > addDays(term.from, -200);
  if (!mustConvert && !wants) return;
  const opensOn = mustConvert ? `${term.from.slice(0, 8)}01` : (lineage.convertsOn ?? term.from);
  const running = takenOverForm(now.running, mustConvert);
  now.closesOn = addDays(opensOn, -1);
  now.closedBecause = mustConvert ? 'For Academy' : 'Academy Converter';
  establishments.push({
    lineage,
    form: establishments.length,
    urn: '',
    name: academyName(lineage, mustConvert, chance),
    running,
    estab: mustConvert ? now.estab + 400 : now.estab,
    trust:
      lineage.trust ??
      trusts.find((trust) => trust.districts.length === 0 && trust.character === 'none') ??
      null,
    opensOn,
    openedBecause: mustConvert ? 'Fresh Start' : 'Academy Converter',
    closesOn: lineage.closesOn,
    closedBecause: lineage.closesOn === null ? 'Not applicable' : 'Closure',
  });
  // A sponsored academy is a new school to the inspectorate: it comes in the third year.
  if (mustConvert)
    Object.assign(standing, { grade: null, lastRoutine: opensOn, gradedNext: false, timesBelowGood: 0 });
}

function takenOverForm(running: Running, sponsored: boolean): Running {
  if (running === 'community special') return sponsored ? 'special sponsored' : 'special converter';
  if (running === 'pupil referral unit') {
    return sponsored ? 'alternative provision sponsored' : 'alternative provision converter';
  }
  return sponsored ? 'sponsored' : 'converter';
}

function academyName(lineage: Lineage, sponsored: boolean, chance: Chance): string {
  if (lineage.kind === 'secondary')
    return `${lineage.stem} ${sponsored ? 'Academy' : chance.pick(['Academy', lineage.ending, lineage.ending])}`;
  const ending = lineage.ending.replace('Community ', '');
  return `${lineage.stem} ${sponsored || chance.happens(0.4) ? ending.replace('School', 'Academy') : lineage.ending}`;
}
