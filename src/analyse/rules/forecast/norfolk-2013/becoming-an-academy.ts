import { addMonths } from '#/law/inspection-due.ts';
import { dateInWords } from '#/analyse/rules/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { later } from './coming-inspections.ts';
import type { Factor } from './four-factors.ts';
import type { SchoolThen, Settings } from './school-then.ts';

/** What becoming an academy does to a school's dates. */
export interface Academy {
  readonly factor: Factor;
  /** The day the school closes and its academy, without a judgement, takes its place; `null` where it stays. */
  readonly replacedOn: IsoDate | null;
}

/**
 * A school not likely to be good in time becomes a sponsored academy, and all are assumed good by the end; one that is an
 * academy already is assumed so too. A school with a plan becomes one on its day. (Rules 4.1 to 4.3.)
 *
 * @param without the day it would be good by the other factors
 */
export function becomingAnAcademy(
  { history, plans }: SchoolThen,
  without: { readonly earliest: IsoDate; readonly expected: IsoDate },
  asAt: IsoDate,
  settings: Settings,
): Academy {
  const { academies } = settings;
  const deadline = addMonths(asAt, academies.deadlineMonths);
  const assumed = academies.phases.includes(history.phase);
  const tooLate = without.expected > deadline;
  if (plans.academyOn !== null && plans.academyOn > asAt) {
    const inspected = addMonths(plans.academyOn, settings.newSchoolExpected.months);
    const earliest = addMonths(plans.academyOn, settings.newSchoolEarliest.months);
    const expected = assumed && inspected > deadline ? later(deadline, earliest) : inspected;
    return {
      replacedOn: plans.academyOn,
      factor: {
        factor: 'becoming an academy',
        earliest,
        expected,
        words: `It is to become an academy on ${dateInWords(plans.academyOn)}, which is left out until it is inspected.`,
      },
    };
  }
  if (!assumed || !tooLate) {
    return {
      replacedOn: null,
      factor: {
        factor: 'becoming an academy',
        earliest: null,
        expected: null,
        words: assumed
          ? 'It is likely to be good in time, so nothing is assumed.'
          : 'Nothing is assumed for schools of its kind.',
      },
    };
  }
  const opens = addMonths(asAt, academies.opensMonths);
  if (history.sector !== 'maintained') {
    return {
      replacedOn: null,
      factor: {
        factor: 'becoming an academy',
        earliest: without.earliest,
        expected: later(deadline, without.earliest),
        words: `It is run outside the authority already and not likely to be good in time: it is assumed good by ${dateInWords(deadline)}.`,
      },
    };
  }
  const earliest = addMonths(opens, settings.newSchoolEarliest.months);
  return {
    replacedOn: opens,
    factor: {
      factor: 'becoming an academy',
      earliest,
      expected: later(deadline, earliest),
      words: `It is not likely to be good in time, so it is assumed to become a sponsored academy, opening on ${dateInWords(opens)} and good by ${dateInWords(deadline)}.`,
    },
  };
}
