import { addMonths } from '#/law/inspection-due.ts';
import type { MarkingSettings } from '#/law/marking-schema.ts';
import { dayOf, type Day, type IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { isGood, type Judged, type TrackedSchool } from '../tracked.ts';
import type { FollowedSchools } from './followed-schools.ts';
import type { Verdict } from './lean.ts';

/** An overall grade: 1 outstanding, 2 good, 3 satisfactory or requires improvement, 4 inadequate. */
export type OverallGrade = 1 | 2 | 3 | 4;

/** The category of one school in one analysis. */
export interface CategoryHeld {
  readonly run: string;
  readonly asAt: IsoDate;
  /** ISO 8601, UTC: long after `asAt` where the analysis looked back. */
  readonly ranAt: string;
  readonly scheme: string;
  readonly urn: Urn;
  readonly category: string;
  /** The grade the category says Ofsted would give now; `null` where its scheme expects none, or there was no category. */
  readonly expects: OverallGrade | null;
}

/** A category held against the inspection that followed. */
export interface MarkedCategory {
  readonly held: CategoryHeld;
  readonly expects: OverallGrade;
  readonly school: TrackedSchool;
  readonly inspection: Judged;
  /**
   * `grade`: the inspection gave an overall grade, held against the one expected. `good or not`: it gave none, so only
   * whether something was below good, in the words of its own framework, is held against whether that was expected.
   */
  readonly heldTo: 'grade' | 'good or not';
  readonly verdict: Verdict;
}

export interface CategoriesMarked {
  readonly marked: readonly MarkedCategory[];
  /** Inspections before which the school had no category, or none recent enough. */
  readonly withoutCategory: number;
  /** Inspections before which it had one that expects no grade. */
  readonly expectingNothing: number;
}

/**
 * Each full inspection against the authority's last view of the school before it began: one mark an inspection, however many
 * analyses there were. Only inspections that began after the first analysis are asked about.
 */
export function markCategories(
  held: readonly CategoryHeld[],
  followed: FollowedSchools,
  settings: Pick<MarkingSettings, 'categoryHeldFor'>,
): CategoriesMarked {
  const first = held.map(({ asAt }) => asAt).toSorted()[0];
  if (first === undefined) return { marked: [], withoutCategory: 0, expectingNothing: 0 };
  const heldOf = Map.groupBy(held, ({ urn }) => followed.byUrn.get(urn));
  const each = followed.schools.flatMap((school) =>
    school.judged
      .filter(({ started }) => started > dayOf(first))
      .map((inspection) =>
        markOne(heldOf.get(school) ?? [], school, inspection, followed, settings.categoryHeldFor.number),
      ),
  );
  return {
    marked: each.filter((one) => typeof one !== 'string'),
    withoutCategory: each.filter((one) => one === 'without category').length,
    expectingNothing: each.filter((one) => one === 'expecting nothing').length,
  };
}

function markOne(
  held: readonly CategoryHeld[],
  school: TrackedSchool,
  inspection: Judged,
  { overallGradesUntil }: Pick<FollowedSchools, 'overallGradesUntil'>,
  heldForMonths: number,
): MarkedCategory | 'without category' | 'expecting nothing' {
  const last = held
    .filter((one) => isHeldOn(one, inspection.started, heldForMonths))
    .toSorted((a, b) => b.asAt.localeCompare(a.asAt) || b.ranAt.localeCompare(a.ranAt))[0];
  if (last === undefined) return 'without category';
  if (last.expects === null) return 'expecting nothing';
  const graded = inspection.kind === 'graded' && inspection.started <= overallGradesUntil;
  return {
    held: last,
    expects: last.expects,
    school,
    inspection,
    heldTo: graded ? 'grade' : 'good or not',
    verdict: graded
      ? compare(last.expects, inspection.standing)
      : compare(Number(last.expects > 2), Number(!isGood(inspection))),
  };
}

/** Whether an analysis was the authority's view when an inspection began. */
function isHeldOn({ asAt }: CategoryHeld, began: Day, heldForMonths: number): boolean {
  return dayOf(asAt) < began && began <= dayOf(addMonths(asAt, heldForMonths));
}

/** Of two numbers of which the higher is the worse. */
export function compare(expected: number, found: number): Verdict {
  if (expected === found) return 'as expected';
  return found > expected ? 'too generous' : 'too harsh';
}
