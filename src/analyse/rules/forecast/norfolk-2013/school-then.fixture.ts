import fc from 'fast-check';
import { loadReference } from '#/law/reference.ts';
import type { ForecastMethod } from '#/law/reference.ts';
import { addDays } from '#/schools/rules/dates.ts';
import type { InspectionInHistory, ResultInHistory, SchoolHistory } from '#/schools/rules/history.ts';
import { phases } from '#/schools/rules/school.ts';
import { nothingPlanned, type SchoolThen } from './school-then.ts';

/** The day from which Norfolk looked ahead. */
export const asAt = '2013-08-31';

/** Norfolk's method with its readings as they are in `reference/`. */
export function methodOf2013(changes: Partial<ForecastMethod['settings']> = {}): ForecastMethod {
  const [method] = loadReference().forecastMethods;
  if (method === undefined) throw new RangeError('reference/forecast-methods has no method');
  return { ...method, settings: { ...method.settings, ...changes } };
}

/** A maintained primary school, inspected as given: date and grade, and under another number where that is said. */
export function schoolThen(
  inspected: readonly (readonly [on: string, grade: 1 | 2 | 3 | 4, urn?: string])[],
  changes: Partial<Omit<SchoolThen, 'history'>> & { readonly history?: Partial<SchoolHistory> } = {},
): SchoolThen {
  const { history, ...others } = changes;
  return {
    category: null,
    plans: nothingPlanned,
    ...others,
    history: {
      urn: '900001',
      name: 'Sedge Lane Primary School',
      authority: 'fenshire',
      region: null,
      phase: 'primary',
      sector: 'maintained',
      type: 'Community school',
      district: null,
      openedOn: null,
      closedOn: null,
      pupils: 200,
      idaciQuintile: null,
      formerly: [],
      joined: false,
      inspections: inspected.map(([on, grade, urn = '900001']) => inspection(on, grade, urn)),
      results: [],
      followedUntil: null,
      ungradedOn: null,
      ...history,
    },
  };
}

function inspection(startedOn: string, overall: 1 | 2 | 3 | 4, urnAtTime: string): InspectionInHistory {
  return {
    kind: 'graded',
    urnAtTime,
    startedOn,
    knownOn: addDays(startedOn, 28),
    overall,
    category: null,
    judgements: [],
  };
}

/** A result of a year, known in December after it. */
export function resultThen(year: number, place: number): ResultInHistory {
  return { measure: 'ks2-rwm-level-4', year, knownOn: `${String(year)}-12-12`, place, cohort: 30 };
}

const day = (from: string, to: string) =>
  fc
    .integer({ min: 0, max: Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) })
    .map((days) => addDays(from, days));
const grade = fc.constantFrom(1, 2, 3, 4);
const urn = fc.constantFrom('900001', '900099');

/** Any school, with whatever is known of it, some of it only later; nothing planned. */
export const anySchool: fc.Arbitrary<SchoolThen> = fc
  .record({
    inspected: fc.array(fc.tuple(day('2006-01-01', '2014-06-30'), grade, urn), { maxLength: 4 }),
    results: fc.array(fc.tuple(fc.integer({ min: 2009, max: 2013 }), fc.integer({ min: -2, max: 2 })), {
      maxLength: 4,
    }),
    category: fc.constantFrom(null, 'A4', 'B3', 'C3', 'D1', 'D2', 'D3', 'E1', 'E2', 'F1'),
    phase: fc.constantFrom(...phases),
    sector: fc.constantFrom('maintained' as const, 'academy' as const, 'free school' as const),
    openedOn: fc.option(day('2005-01-01', asAt)),
  })
  .map(({ inspected, results, category, ...history }) =>
    schoolThen(inspected, {
      category,
      history: { ...history, results: results.map(([year, place]) => resultThen(year, place)) },
    }),
  );

/** Days after the forecast, in their order. */
export const anyDays = fc
  .array(day(addDays(asAt, 1), '2019-12-31'), { minLength: 2, maxLength: 8 })
  .map((days) => [...new Set(days)].toSorted());
