import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { Expectation } from '#/analyse/rules/expected/expectation.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { chancePercent, outOf } from '#/platform/web/chance-words.ts';
import { reachInWords } from '#/platform/web/reach-words.ts';
import { count, dateInWords, difference, plural } from '#/platform/web/words.ts';
import { gainOf } from './headline.ts';
import type { Chosen } from '#/analyse/actions/trajectory-read.ts';
import { schoolsOf, wordsOf } from './trajectory-words.ts';

/** Longer lists are in the files to take out. */
const mostShown = 20;

/** Which schools make up the step from the day of the forecast to the day chosen; numbers alone for whoever is told no school. */
export function stepsView(read: TrajectoryRead, chosen: Chosen) {
  const { authority, expectations, whole } = read;
  const { kept, shown, point, steps, withoutChance: without } = chosen;
  const words = wordsOf[shown.target];
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
