import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { auditsOf } from './audits.ts';
import { boardsOf } from './boards.ts';
import { diagnosesOf } from './diagnoses.ts';
import { reviewsOfGovernance } from './governance.ts';
import { plansOf } from './plans.ts';
import { disengagements, handOvers } from './rare-papers.ts';
import type { SchoolWrittenOf } from './school-written-of.ts';
import { visitsTo } from './visits.ts';

/** What is written of the schools of Larkshire over two years; what is part of a paper comes after it. */
export function papersOfTheCounty(
  schools: readonly SchoolWrittenOf[],
  today: IsoDate,
): readonly PaperWritten[] {
  const inOrder = schools.toSorted((one, two) => one.urn.localeCompare(two.urn));
  const writePlans = inOrder.filter(({ head, standing }) => head !== null && standing !== 'any other');
  return [
    ...inOrder.flatMap((school) => [
      ...visitsTo(school, today),
      ...auditsOf(school, today),
      ...reviewsOfGovernance(school, today),
      ...diagnosesOf(school, today),
      ...boardsOf(school, today),
    ]),
    ...writePlans.flatMap((school, place) => plansOf(school, place, today)),
    ...disengagements(inOrder, today),
    ...handOvers(inOrder, today),
  ];
}
