import type { Expectation } from '#/analyse/rules/expected/expectation.ts';
import { expectationsOverTime } from '#/analyse/rules/expected/newest-of-each.ts';
import { markCategories, type CategoryHeld } from '#/analyse/rules/forecast/marking/categories.ts';
import { markExpectation } from '#/analyse/rules/forecast/marking/expectations.ts';
import type { FollowedSchools } from '#/analyse/rules/forecast/marking/followed-schools.ts';
import { leanOf } from '#/analyse/rules/forecast/marking/lean.ts';
import { marksShownFrom, mayBeShown } from '#/analyse/rules/forecast/marking/marks-shown-from.ts';
import {
  leansByGroup,
  marksOfService,
  type MarkOfOfficer,
} from '#/analyse/rules/forecast/marking/officers.ts';
import type { Reference } from '#/law/reference.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { dateOf, schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';
import type { CategoriesRead, ExpectationsMarked } from './marking-read.ts';

/** Every category that was proposed, held against the inspections that followed. */
export function markedCategories(
  kept: { readonly categories: readonly CategoryHeld[]; readonly riskRuns: number } | null,
  followed: FollowedSchools,
  { marking }: Pick<Reference, 'marking'>,
): CategoriesRead {
  const held = kept?.categories ?? [];
  const marked = markCategories(held, followed, marking);
  const fewest = marking.fewestMarks.number;
  const verdicts = marked.marked.map(({ verdict, school, inspection }) => ({
    verdict,
    school: school.history,
    year: schoolYearOf(dateOf(inspection.started)),
  }));
  const leanOfSome = (some: typeof verdicts) =>
    leanOf(
      some.map(({ verdict }) => verdict),
      fewest,
    );
  return {
    ...marked,
    runs: kept?.riskRuns ?? 0,
    expectsAnything: held.some(({ expects }) => expects !== null),
    lean: leanOfSome(verdicts),
    years: [...Map.groupBy(verdicts, ({ year }) => year)]
      .toSorted(([a], [b]) => a - b)
      .map(([year, some]) => ({ year, lean: leanOfSome(some) })),
    groups: leansByGroup(verdicts, fewest),
  };
}

interface MarkedFor {
  readonly reference: Pick<Reference, 'marking' | 'bankHolidays'>;
  readonly person: Pick<Person, 'id'>;
  /** Whether the reader may see marks of others at all. */
  readonly others: boolean;
  readonly today: IsoDate;
  /** The day on which it could be known here how schools stood on a day. */
  readonly heardOf: (by: IsoDate) => IsoDate;
}

/** Every expectation marked, as far as its reader may see: their own, and of others what is no longer theirs alone. */
export function markedExpectations(
  written: readonly Expectation[],
  followed: FollowedSchools,
  { reference, person, others, today, heardOf }: MarkedFor,
): ExpectationsMarked {
  const all = expectationsOverTime(written).map((one): MarkOfOfficer => {
    const { number, urn, made, expected, became } = one;
    const mark = markExpectation(
      { number, urn, person: made.person, name: made.name, madeOn: made.on, expected },
      followed,
    );
    return {
      ...mark,
      // What still stood on the day is what was expected, whatever was written afterwards.
      counts: became.state === 'in force' || became.by.made.on > expected.by,
      shownFrom: mark.why === 'not yet due' ? null : marksShownFrom(heardOf(expected.by), reference),
    };
  });
  const own = all.filter(({ of }) => of.person === person.id);
  const due = all.filter(({ shownFrom }) => shownFrom !== null);
  const shown = due.filter(({ of, shownFrom }) =>
    mayBeShown(
      { person: of.person, shownFrom: shownFrom ?? today },
      { id: person.id, readsMarksOfOthers: others },
      today,
    ),
  );
  const fewest = reference.marking.fewestMarks.number;
  return {
    own: own.toReversed(),
    ownSummed: marksOfService(own, fewest),
    service: others ? marksOfService(shown, fewest) : null,
    notYetShown: others ? due.filter((one) => one.counts && !shown.includes(one)).length : 0,
  };
}
