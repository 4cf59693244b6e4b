import type { MarkingRead } from '#/analyse/actions/marking-read.ts';
import { markedCategories, markedExpectations } from '#/analyse/actions/marked-views.ts';
import { inventedAuthority, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import type { Expectation } from '#/analyse/rules/expected/expectation.ts';
import { horizonsInMonths } from '#/analyse/rules/forecast/forecast.ts';
import { followed, graded, historyWith } from '#/analyse/rules/forecast/marking/marking.fixture.ts';
import {
  chooseShares,
  markShares,
  type KeptShare,
  type NotCounted,
} from '#/analyse/rules/forecast/marking/shares.ts';
import { markWarnings } from '#/analyse/rules/forecast/marking/warnings.ts';
import { loadReference } from '#/law/reference.ts';

/** Invented facts for the tests of this page. */

const reference = loadReference();
const model = { id: 'invented', fittedAsAt: '2018-08-31', digest: 'abc' };
const urnOf = (number: number): string => String(900_001 + number);
const schools = 120;
const fell = 14;

/** Good schools of which the first fourteen fell in spring 2019, with two that nobody can tell of. */
const county = followed(
  ...Array.from({ length: schools }, (_, index) => {
    const urn = urnOf(index);
    const inspections = [
      graded('2015-03-01', 2, urn),
      ...(index < fell ? [graded('2019-03-01', 3, urn)] : index < 40 ? [graded('2019-05-01', 2, urn)] : []),
    ];
    return historyWith({
      urn,
      name: `Invented School ${String(index + 1)}`,
      inspections,
      phase: index % 5 === 0 ? 'secondary' : 'primary',
      idaciQuintile: (index % 5) + 1,
      pupils: 60 + 7 * index,
      closedOn: index === 119 ? '2019-01-01' : null,
      followedUntil: index === 118 ? '2019-01-01' : '2021-08-31',
    });
  }),
);

const chances = Array.from({ length: schools }, (_, index) => ({
  urn: urnOf(index),
  chance: index === 117 ? null : index < 20 ? 0.3 + 0.02 * index : 0.01 + 0.0005 * index,
}));

const share = (asAt: string, on: string, middle: number, changes: Partial<KeptShare> = {}): KeptShare => ({
  ...{ asAt, on, middle, target: 'below good', of: 'schools' },
  group: { kind: 'all', name: 'All schools' },
  denominator: 'with predecessors’ grades',
  ranges: ([50, 80, 95] as const).map((level) => ({
    level,
    low: middle - level / 1500,
    high: middle + level / 1500,
  })),
  ...changes,
});

const markedWith = (kept: readonly KeptShare[], whyNot: (share: KeptShare) => NotCounted | null) =>
  markShares(chooseShares(kept, whyNot), () => ({ reached: 105, judged: 119 }));

const shares = markedWith(
  [
    share('2018-08-31', '2019-08-31', 0.9),
    share('2019-08-31', '2020-08-31', 0.95),
    share('2018-08-31', '2020-08-31', 0.92),
    share('2018-08-31', '2019-08-31', 0.9, { group: { kind: 'phase', name: 'primary' } }),
    share('2018-08-31', '2025-12-31', 0.9),
  ],
  ({ on }) => (on > '2024' ? 'judged in another way since' : null),
);

let number = 0;
/** Something an officer expected of a school of the county. */
export function expecting(
  person: string,
  index: number,
  standing: 'good or better' | 'below good',
  changes: { readonly sure?: number; readonly madeOn?: string; readonly by?: string } = {},
): Expectation {
  number += 1;
  const { sure = null, madeOn = '2018-09-10', by = '2019-08-31' } = changes;
  return {
    number: String(number),
    urn: urnOf(index),
    expected: { standing, by, sure },
    why: 'Leaders know what to do.',
    made: { person, name: person, on: madeOn, keptAt: `${madeOn}T09:00:00.000Z` },
  };
}

const written = [
  ...Array.from({ length: 12 }, (_, index) => expecting('Ada', index, 'good or better', { sure: 80 })),
  ...Array.from({ length: 4 }, (_, index) => expecting('Ben', 10 + index, 'below good')),
  expecting('Ben', 60, 'below good'),
  expecting('Ada', 61, 'good or better', { by: '2026-08-31' }),
];

/** Marks as a head of service reads them. */
export function markingRead(changes: Partial<MarkingRead> = {}): MarkingRead {
  const chosen = {
    target: 'below good',
    months: 18,
    schools: 'now good',
    denominator: 'with predecessors’ grades',
    of: 'schools',
  } as const;
  const rates = { plain: 0.05, schools: 2400, byGradeAndAge: () => 0.06 };
  const asked = { target: 'below good', population: 'now good' } as const;
  return {
    authority: inventedAuthority,
    settings: reference.marking,
    followedUntil: '2021-08-31',
    chosen,
    kept: {
      ...{ forecasts: 3, first: '2018-08-31', last: '2020-08-31', madeLater: 1 },
      targets: ['below good', 'any area below expected'],
    },
    warnings: horizonsInMonths.map((months) =>
      markWarnings(
        ['2018-08-31', '2018-12-31', '2020-08-31'].map((asAt) => ({ asAt, model, chances })),
        { ...asked, months },
        county,
        () => rates,
        reference.marking,
      ),
    ),
    shares,
    categories: markedCategories(
      {
        categories: Array.from({ length: 40 }, (_, index) => ({
          ...{ run: '1', asAt: '2018-08-31', ranAt: '2018-09-01T09:00:00.000Z', scheme: 'norfolk-2013' },
          urn: urnOf(index),
          category: index % 3 === 0 ? 'C3' : 'E2',
          expects: index === 30 ? null : index % 3 === 0 ? 3 : 2,
        })),
        riskRuns: 1,
      },
      county,
      reference,
    ),
    expectations: expectationsFor('Ada', true),
    sources: [inventedSource],
    ...changes,
  };
}

/** As somebody sees them on the first day of September 2019, or another. */
export function expectationsFor(person: string, others: boolean, today = '2021-09-01') {
  return markedExpectations(written, county, {
    ...{ reference, others, today },
    person: { id: person },
    heardOf: (by) => by,
  });
}

/** Of an authority that kept nothing. */
export function nothingKept(): Partial<MarkingRead> {
  const { chosen } = markingRead();
  return {
    kept: null,
    warnings: horizonsInMonths.map((months) =>
      markWarnings(
        [],
        { target: chosen.target, population: 'now good', months },
        county,
        () => null,
        reference.marking,
      ),
    ),
    shares: markedWith([], () => null),
    categories: markedCategories(null, county, reference),
    expectations: markedExpectations([], county, {
      ...{ reference, others: true, today: '2021-09-01' },
      person: { id: 'Ada' },
      heardOf: (by) => by,
    }),
  };
}

/** Kept, and nothing due. */
export function nothingDue(): Partial<MarkingRead> {
  return {
    warnings: horizonsInMonths.map((months) =>
      markWarnings(
        [{ asAt: '2021-08-31', model, chances }],
        { target: 'below good', population: 'now good', months },
        county,
        () => null,
        reference.marking,
      ),
    ),
    shares: markedWith([share('2021-08-31', '2022-08-31', 0.9)], () => 'not yet due'),
    categories: markedCategories({ categories: [], riskRuns: 1 }, county, reference),
    expectations: markedExpectations([expecting('Ada', 61, 'good or better', { by: '2026-08-31' })], county, {
      ...{ reference, others: true, today: '2021-09-01' },
      person: { id: 'Ada' },
      heardOf: (by) => by,
    }),
  };
}
