import { dateInWords, decimal, plural, yearsInWords } from '#/analyse/rules/words.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { gradeInWords } from '#/schools/rules/inspection-words.ts';
import { comingInspection } from './coming-inspections.ts';
import { directionOfResults } from './direction-of-results.ts';
import type { GradedThen, SchoolThen, Settings } from './school-then.ts';
import { lastGrades } from './school-then.ts';

export type FactorName = 'last inspection' | 'results' | 'category' | 'becoming an academy';

/** What one of the four factors says of when a school can be, and will be, good. `null`: it sets no such day. */
export interface Factor {
  readonly factor: FactorName;
  readonly earliest: IsoDate | null;
  readonly expected: IsoDate | null;
  /** A sentence that says why. */
  readonly words: string;
}

/** The first three factors of a school that is not good by a grade of its own. */
export function firstThreeFactors(
  school: SchoolThen,
  asAt: IsoDate,
  settings: Settings,
): readonly [Factor, Factor, Factor] {
  const { history, category } = school;
  const { own } = lastGrades(history, asAt);
  const coming = (number: number) => comingInspection(number, own, history.openedOn, asAt, settings);
  const away = own?.grade === 4 ? settings.inadequateAway.inspections : 1;
  const results = directionOfResults(history.results, asAt, settings.results);
  const byResults = {
    rising: settings.results.risingAway,
    level: settings.results.levelAway,
    falling: settings.results.fallingAway,
    'not known': null,
  }[results.direction];
  const grade = gradeExpected(category);
  const byCategory = grade === null ? null : settings.category.awayByGrade[grade];
  const expectedBy = (number: number | null): IsoDate | null =>
    number === null ? null : coming(number).expected;
  return [
    { factor: 'last inspection', ...coming(away), words: inspectionInWords(own, history.openedOn, away) },
    {
      factor: 'results',
      earliest: null,
      expected: expectedBy(byResults),
      words:
        byResults === null
          ? 'Fewer than two years of results were known: they say nothing.'
          : `Results ${verbs[results.direction]} (${decimal(results.change, 2)} standard deviations, ${yearsInWords(results.years)}): ${awayInWords(byResults)}.`,
    },
    {
      factor: 'category',
      earliest: null,
      expected: expectedBy(byCategory),
      words:
        category === null || byCategory === null
          ? 'No category with an expected grade was known: it says nothing.'
          : `Category ${category} expects ${expectedInWords(grade)} now: ${awayInWords(byCategory)}.`,
    },
  ];
}

const verbs = { rising: 'rose', level: 'stayed level', falling: 'fell', 'not known': '' } as const;

/** The digit of a category is the grade that Ofsted would give now. (Rule 3.3.) */
export function gradeExpected(category: string | null): 1 | 2 | 3 | 4 | null {
  const digit = Number(/[1-4]$/.exec(category ?? '')?.[0]);
  return digit === 1 || digit === 2 || digit === 3 || digit === 4 ? digit : null;
}

function expectedInWords(grade: 1 | 2 | 3 | 4 | null): string {
  return grade === null
    ? 'nothing'
    : (['outstanding', 'good', 'requires improvement', 'inadequate'][grade - 1] ?? '');
}

function inspectionInWords(last: GradedThen | null, openedOn: IsoDate | null, away: number): string {
  if (last !== null)
    return `Judged ${gradeInWords(last.grade, last.startedOn)} at the inspection of ${dateInWords(last.startedOn)}: ${awayInWords(away)}.`;
  return openedOn === null
    ? `Not inspected yet under its own number: ${awayInWords(away)}.`
    : `Opened on ${dateInWords(openedOn)} and not inspected since: ${awayInWords(away)}.`;
}

function awayInWords(inspections: number): string {
  return inspections === 1
    ? 'it can be good at its next inspection'
    : `it can be good ${plural(inspections, 'inspection')} from now`;
}
