import type { z } from 'zod';
import type { forecastMethod } from './forecast-method-schema.ts';

/** What no single setting of a method can show to be wrong: things expected before they can be, and ends before starts. */
export function problemsOfMethod(
  { id, from, to, settings }: z.infer<typeof forecastMethod>,
  schemes: readonly string[],
): readonly string[] {
  const { scheme } = settings.category;
  const { belowGoodEarliest, belowGoodExpected, newSchoolEarliest, newSchoolExpected, academies } = settings;
  const wrong: readonly (readonly [boolean, string])[] = [
    [!schemes.includes(scheme), `there is no scheme ${scheme}`],
    [to !== null && to < from, `it ends (${to ?? ''}) before it starts (${from})`],
    [
      belowGoodExpected.months < belowGoodEarliest.months,
      'belowGoodExpected is sooner than belowGoodEarliest',
    ],
    [
      newSchoolExpected.months < newSchoolEarliest.months,
      'newSchoolExpected is sooner than newSchoolEarliest',
    ],
    [academies.opensMonths > academies.deadlineMonths, 'academies open after the day by which all are good'],
  ];
  return wrong.flatMap(([holds, words]) => (holds ? [`forecast-methods, ${id}: ${words}`] : []));
}
