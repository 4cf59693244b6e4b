import { dateInWords } from '#/analyse/rules/words.ts';
import { addMonths } from '#/law/inspection-due.ts';
import type { Denominator } from '#/analyse/rules/forecast/forecast.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { gradeInWords } from '#/schools/rules/inspection-words.ts';
import { becomingAnAcademy } from './becoming-an-academy.ts';
import { comingInspection } from './coming-inspections.ts';
import { directionOfResults } from './direction-of-results.ts';
import { firstThreeFactors, gradeExpected, type Factor } from './four-factors.ts';
import {
  lastGrades,
  standingsNow,
  type GradedThen,
  type SchoolThen,
  type Settings,
  type Standing,
} from './school-then.ts';

/** How a school is counted from a day on, until the next such day. */
export interface Stage {
  readonly from: IsoDate;
  readonly standing: Standing | 'closed';
}

/** When the method of 2013 expects a school to be good, and why. */
export interface SchoolExpected {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  /** The first day it can count as good by a grade of its own; `null` where it does already. */
  readonly earliest: IsoDate | null;
  readonly expected: IsoDate | null;
  /** The four factors in their order. */
  readonly factors: readonly Factor[];
  /** In order of date; the first is how it is counted on the day of the forecast. */
  readonly stages: Readonly<Record<Denominator, readonly Stage[]>>;
}

/**
 * When a school is expected to be good by Norfolk's method of 2013: not before its next inspection or, where any factor
 * says so, the one after; or as an academy. It makes no allowance for chance: one day, not a range.
 */
export function expectSchool(school: SchoolThen, asAt: IsoDate, settings: Settings): SchoolExpected {
  const { urn, name, phase } = school.history;
  const { own } = lastGrades(school.history, asAt);
  const told =
    own !== null && own.grade <= 2
      ? expectGood(school, own, asAt, settings)
      : expectBelowGood(school, asAt, settings);
  return { urn, name, phase, ...told };
}

type Told = Omit<SchoolExpected, 'urn' | 'name' | 'phase'>;

function expectBelowGood(school: SchoolThen, asAt: IsoDate, settings: Settings): Told {
  const now = standingsNow(school.history, asAt);
  const three = firstThreeFactors(school, asAt, settings);
  const [inspection] = three;
  const last = latest(three.flatMap(({ expected }) => expected ?? []));
  const without = { earliest: inspection.earliest ?? last, expected: last };
  const academy = becomingAnAcademy(school, without, asAt, settings);
  const byAcademy = academy.factor;
  // Good before the school closes for its academy counts until then: the academy is judged anew.
  const asSchool =
    academy.replacedOn === null || without.expected < academy.replacedOn ? [without.expected] : [];
  const asAcademy = byAcademy.expected === null ? [] : [byAcademy.expected];
  const expected = [...asSchool, ...asAcademy].toSorted()[0] ?? without.expected;
  const earliest = [without.earliest, byAcademy.earliest ?? without.earliest].toSorted()[0] ?? null;
  const good = (from: IsoDate): Stage => ({ from, standing: 'good' });
  const replaced = academy.replacedOn === null ? [] : [academy.replacedOn];
  return {
    earliest,
    expected,
    factors: [...three, byAcademy],
    stages: {
      'own grades only': staged(school, asAt, [
        { from: asAt, standing: now['own grades only'] },
        ...asSchool.map(good),
        ...replaced.map((from): Stage => ({ from, standing: 'not judged' })),
        ...asAcademy.map(good),
      ]),
      'with predecessors’ grades': staged(school, asAt, [
        { from: asAt, standing: now['with predecessors’ grades'] },
        good(expected),
      ]),
    },
  };
}

/** A good school stays good: the method names no risk that it falls. (Rule 1.4, which a setting can change.) */
function expectGood(school: SchoolThen, last: GradedThen, asAt: IsoDate, settings: Settings): Told {
  const lost = lostOn(school, last, asAt, settings);
  const academyOn =
    school.plans.academyOn !== null && school.plans.academyOn > asAt ? school.plans.academyOn : null;
  const again = lost === null ? null : addMonths(lost, settings.belowGoodExpected.months);
  const change: readonly Stage[] = [
    { from: asAt, standing: 'good' },
    ...(lost === null ? [] : [{ from: lost, standing: 'not good' as const }]),
    ...(again === null ? [] : [{ from: again, standing: 'good' as const }]),
  ];
  const words = `Judged ${gradeInWords(last.grade, last.startedOn)} at the inspection of ${dateInWords(last.startedOn)}: ${lost === null ? 'it is taken to keep its grade' : `it is expected to lose its grade on ${dateInWords(lost)}`}.`;
  return {
    earliest: null,
    expected: null,
    factors: [{ factor: 'last inspection', earliest: null, expected: null, words }],
    stages: {
      'own grades only': staged(school, asAt, [
        ...(academyOn === null ? change : change.filter(({ from }) => from < academyOn)),
        ...(academyOn === null
          ? []
          : [
              { from: academyOn, standing: 'not judged' as const },
              { from: addMonths(academyOn, settings.newSchoolExpected.months), standing: 'good' as const },
            ]),
      ]),
      'with predecessors’ grades': staged(school, asAt, change),
    },
  };
}

function lostOn(school: SchoolThen, last: GradedThen, asAt: IsoDate, settings: Settings): IsoDate | null {
  if (settings.goodSchools.keepTheirGrade === 'always') return null;
  const grade = gradeExpected(school.category);
  const { direction } = directionOfResults(school.history.results, asAt, settings.results);
  const below = grade === null ? direction === 'falling' : grade >= 3;
  return below ? comingInspection(1, last, school.history.openedOn, asAt, settings).expected : null;
}

/** In order of date, ending where the school closes. Of two stages on one day the later said holds. */
function staged({ plans }: SchoolThen, asAt: IsoDate, stages: readonly Stage[]): readonly Stage[] {
  const { closesOn } = plans;
  const ordered = stages.toSorted((a, b) => a.from.localeCompare(b.from));
  if (closesOn === null) return ordered;
  return closesOn <= asAt
    ? [{ from: asAt, standing: 'closed' }]
    : [...ordered.filter(({ from }) => from < closesOn), { from: closesOn, standing: 'closed' }];
}

function latest(dates: readonly IsoDate[]): IsoDate {
  return dates.toSorted().at(-1) ?? '';
}
