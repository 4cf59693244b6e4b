import type { Scheme } from '#/analyse/rules/scheme.ts';
import type { Phase } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What a run says of a school. */
interface SchoolOfRun {
  readonly urn: Urn;
  readonly name: string;
  readonly phase: Phase;
  readonly district: string | null;
  readonly group: string | null;
}

/** What an earlier run said of the schools that are of concern now. */
export interface EarlierRun {
  readonly id: string;
  /** Names of the groups that caused concern by its scheme. */
  readonly groups: readonly string[];
  readonly groupOf: ReadonlyMap<Urn, string | null>;
}

export interface SchoolOfConcern extends SchoolOfRun {
  readonly group: string;
  /** The first run from which on every run said so. */
  readonly since: string;
}

/** The groups that cause concern are those the scheme itself marks as of high concern. */
export function groupsOfConcern(scheme: Scheme): readonly string[] {
  return scheme.groups.flatMap(({ name, tone }) => (tone === 'high' ? [name] : []));
}

/**
 * The schools that cause concern, each with the run since which it does without a break.
 *
 * @param earlier newest first
 */
export function schoolsOfConcern(
  run: string,
  schools: readonly SchoolOfRun[],
  groups: readonly string[],
  earlier: readonly EarlierRun[],
): readonly SchoolOfConcern[] {
  return schools.flatMap((school) => {
    const { group } = school;
    if (group === null || !groups.includes(group)) return [];
    const isNot = ({ groups: then, groupOf }: EarlierRun) => !then.includes(groupOf.get(school.urn) ?? '');
    const broken = earlier.findIndex(isNot);
    const unbroken = broken < 0 ? earlier : earlier.slice(0, broken);
    return [{ ...school, group, since: unbroken.at(-1)?.id ?? run }];
  });
}
