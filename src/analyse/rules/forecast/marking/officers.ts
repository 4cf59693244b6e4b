import { schoolYearOf, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';
import { surenessOf, type MarkedExpectation, type Sureness } from './expectations.ts';
import { leanOf, type Lean, type Verdict } from './lean.ts';
import { groupOf, groupsOf, splits, type SchoolSplit, type Split } from './school-groups.ts';

/** The mark of an expectation, with from when others than whoever made it may see it. */
export interface MarkOfOfficer extends MarkedExpectation {
  /** `false`: replaced or withdrawn before it was due, so it is shown and counts nowhere. */
  readonly counts: boolean;
  /** `null` as long as there is no mark. */
  readonly shownFrom: IsoDate | null;
}

/** How some marks lean, of schools of one kind. */
export interface LeanOfGroup {
  readonly split: Split;
  readonly group: string;
  readonly lean: Lean;
}

export interface LeanOfOfficer {
  readonly person: string;
  readonly name: string;
  readonly lean: Lean;
  readonly sureness: Sureness | null;
}

/** How the expectations of a service turned out. */
export interface MarksOfService {
  readonly lean: Lean;
  readonly sureness: Sureness | null;
  /** Of those that expected a change: whether the inspection it takes came. */
  readonly timing: { readonly inTime: number; readonly late: number; readonly notSince: number };
  /** By name: it is no order of merit. */
  readonly officers: readonly LeanOfOfficer[];
  readonly groups: readonly LeanOfGroup[];
  /** By the school year of the day for which it was expected. */
  readonly years: readonly { readonly year: SchoolYear; readonly lean: Lean }[];
}

/** @param fewest marks below which nothing is told of a lean but the counts */
export function marksOfService(marks: readonly MarkOfOfficer[], fewest: number): MarksOfService {
  const counted = marks.filter(({ counts }) => counts);
  const timed = (kind: 'in time' | 'late' | 'not inspected since'): number =>
    counted.filter(({ timing }) => timing?.kind === kind).length;
  return {
    ...summed(counted, fewest),
    timing: { inTime: timed('in time'), late: timed('late'), notSince: timed('not inspected since') },
    officers: [...Map.groupBy(counted, ({ of }) => of.person)]
      .map(([person, own]) => ({ person, name: own.at(-1)?.of.name ?? person, ...summed(own, fewest) }))
      .filter(({ lean }) => lean.marks > 0)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
    groups: leansByGroup(
      counted.flatMap(({ verdict, school }) =>
        verdict === null || school === null ? [] : [{ verdict, school: school.history }],
      ),
      fewest,
    ),
    years: [...Map.groupBy(counted, ({ of }) => schoolYearOf(of.expected.by))]
      .map(([year, some]) => ({ year, lean: summed(some, fewest).lean }))
      .filter(({ lean }) => lean.marks > 0)
      .toSorted((a, b) => a.year - b.year),
  };
}

function summed(marks: readonly MarkOfOfficer[], fewest: number): Pick<MarksOfService, 'lean' | 'sureness'> {
  const verdicts = marks.flatMap(({ verdict }) => (verdict === null ? [] : [verdict]));
  return { lean: leanOf(verdicts, fewest), sureness: surenessOf(marks) };
}

/** How verdicts lean for each kind of school, the groups of a split in their order; those without marks are left out. */
export function leansByGroup(
  verdicts: readonly { readonly verdict: Verdict; readonly school: SchoolSplit }[],
  fewest: number,
): readonly LeanOfGroup[] {
  return splits.flatMap((split) =>
    groupsOf(split).flatMap((group) => {
      const inside = verdicts.filter(({ school }) => groupOf(split, school) === group);
      const lean = leanOf(
        inside.map(({ verdict }) => verdict),
        fewest,
      );
      return inside.length === 0 ? [] : [{ split, group, lean }];
    }),
  );
}
