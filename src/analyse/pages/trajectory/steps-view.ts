import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { Expectation } from '#/analyse/rules/expected/expectation.ts';
import { stepsOf, type SchoolStep } from '#/analyse/rules/forecast/planning/steps.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { chancePercent, outOf } from '#/platform/web/chance-words.ts';
import { reachInWords } from '#/platform/web/reach-words.ts';
import { count, dateInWords, difference, plural } from '#/platform/web/words.ts';
import { gainOf } from './headline.ts';
import { schoolsIn, type Chosen } from './trajectory-chosen.ts';
import { schoolsOf, wordsOf } from './trajectory-words.ts';

/** Longer lists are in the files to take out. */
const mostShown = 20;

/** The steps of every school of the group that the reader may know of, the largest first. */
export function stepsChosen({ kept, shown, point }: Chosen): readonly SchoolStep[] {
  const withAll = kept.trajectories.find(
    ({ group, denominator }) =>
      group.kind === shown.group.kind &&
      group.name === shown.group.name &&
      denominator === 'with predecessors’ grades',
  );
  const of = withAll?.schools.find(({ on }) => on === point.on)?.of ?? 0;
  const paths = schoolsIn(kept, shown.group).flatMap(({ path }) => (path === null ? [] : [path]));
  return stepsOf(paths, kept.run.dates.indexOf(point.on), of);
}

/** Which schools make up the step from the day of the forecast to the day chosen; numbers alone for whoever is told no school. */
export function stepsView(read: TrajectoryRead, chosen: Chosen) {
  const { authority, expectations, whole } = read;
  const { kept, shown, point } = chosen;
  const steps = stepsChosen(chosen);
  const words = wordsOf[shown.target];
  const without = schoolsIn(kept, shown.group).filter(({ path }) => path === null).length;
  return {
    heading: `Which schools make up the step to ${dateInWords(point.on)}`,
    gain: gainOf(chosen),
    reach: steps.length === 0 ? null : reachInWords({ whole, schools: steps.length }),
    nobody:
      steps.length === 0 && kept.schools.length > 0 && !whole
        ? `None of the ${schoolsOf(shown.group)} is one whose category you may read.`
        : null,
    counted:
      steps.length > mostShown
        ? `The ${String(mostShown)} of ${plural(steps.length, 'school')} that move the share most; all of them are in the files to take out.`
        : null,
    own: shown.denominator === 'own grades only',
    withExpectations: expectations !== null,
    without: without === 0 ? null : `Of ${plural(without, 'school')} too little is known for a chance.`,
    rows: steps.slice(0, mostShown).map(({ urn, name, now, then, points }) => ({
      name,
      href: schoolAddress(authority.slug, urn),
      now: words.now[now],
      then: chancePercent(then),
      outOf: outOf(then),
      points: difference(points, 2),
      expected: (expectations ?? []).filter((one) => one.urn === urn).map(expectedInWords),
    })),
  };
}

/** `Below good by 31 August 2027, 70% sure (A. Officer)`. */
export function expectedInWords({
  expected,
  made,
}: Pick<Expectation, 'made'> & { readonly expected: NonNullable<Expectation['expected']> }): string {
  const { standing, by, sure } = expected;
  return `${standing.charAt(0).toUpperCase()}${standing.slice(1)} by ${dateInWords(by)}${sure === null ? '' : `, ${count(sure)}% sure`} (${made.name})`;
}
