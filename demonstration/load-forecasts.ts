import { expectOutcome, withdrawExpectation } from '#/analyse/actions/expect-outcome.ts';
import type { WrittenOutcome } from '#/analyse/actions/expected-read.ts';
import { keepForecasts } from '#/analyse/actions/keep-forecast.ts';
import { readExpectations } from '#/analyse/actions/read-expectations.ts';
import { setTarget } from '#/analyse/actions/set-target.ts';
import type { Parts } from '#/parts.ts';
import { readPeople } from '#/people/actions/read-people.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { CountyLife } from './life/county-life.ts';
import { onDay } from './on-day.ts';
import { actingAs } from './people/acting.ts';
import { aimedAt, expectationsOf, type Expecting } from './people/expectations.ts';

/** The end of each school year whose outcomes are at hand, or begin to be: the newest day of the county comes after them. */
const forecastBefore = ['2022-08-31', '2023-08-31', '2024-08-31', '2025-08-31'] as const;

/**
 * Has the county aim at shares, forecast as at the end of four school years and as at its newest day, and its officers write
 * down what they expect: each as themselves, by what pages and commands do, on the day they did. Safe to repeat.
 */
export async function loadForecasts(parts: Parts, name: string, life: CountyLife): Promise<void> {
  const person = await parts.person();
  const { people } = await readPeople(parts, person, name);
  const { expectations, authority: of } = await readExpectations(parts, person, name);
  const authority = of.slug;
  const acting = actingAs(people, authority);
  if (expectations.length === 0) {
    for (const { by, on, day, ...aim } of aimedAt)
      assertTaken(await setTarget(onDay(parts, on), acting(by), { authority, on: day, ...aim }));
    for (const one of expectationsOf(life))
      assertTaken(await write(onDay(parts, one.on), acting(one.by), authority, one));
  }
  for (const asAt of forecastBefore) await keepForecasts(parts, person, { authority, asAt });
  await keepForecasts(parts, person, { authority });
}

function write(
  parts: Parts,
  person: Person,
  authority: string,
  { urn, expected, why }: Expecting,
): Promise<WrittenOutcome> {
  return expected === null
    ? withdrawExpectation(parts, person, { authority, urn, why })
    : expectOutcome(parts, person, { authority, urn, why, ...expected });
}

/** Our own people by our own actions: whatever is refused is a bug of one or the other. */
function assertTaken(outcome: WrittenOutcome): void {
  if (outcome.kind === 'problems') throw new Error(`Not written: ${JSON.stringify(outcome.problems)}`);
}
