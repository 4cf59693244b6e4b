import type { Scheme } from './scheme-schema.ts';

/** Something wrong with a scheme, and where: names of fields and places in lists, counted from 0. */
export interface SchemeProblem {
  readonly path: readonly (string | number)[];
  readonly words: string;
}

/** The parts of a scheme whose shape is right; what leans on a part that is missing is not asked. */
export type PartsOfScheme = { readonly [Part in keyof Scheme]?: Scheme[Part] | undefined };

/** The most points an indicator can give, by its name. */
export type Maxima = ReadonlyMap<string, number>;

/**
 * What no single entry of a scheme can show to be wrong: names that lead nowhere, things said twice, scales with gaps,
 * sums that can never be reached. Whether the decision table makes sense is asked in `analyse/rules/check-table.ts`.
 */
export function problemsOfScheme(scheme: PartsOfScheme, maxima: Maxima): readonly SchemeProblem[] {
  const { categories = [], groups = [], standings = [], indicators = [], rules = [] } = scheme;
  return [
    ...twice('categories', categories, ({ code }) => code, 'code', 'is the code of two categories'),
    ...twice('categories', categories, ({ concern }) => concern, 'concern', concernTwice),
    ...twice('groups', groups, ({ name }) => name, 'name', 'is the name of two groups'),
    ...twice('standings', standings, ({ id }) => id, 'id', 'is described twice'),
    ...twice('indicators', indicators, ({ id }) => id, 'id', 'is counted twice'),
    ...twice('rules', rules, ({ id }) => id, 'id', 'is the name of two rows'),
    ...datesProblems(scheme),
    ...categoryProblems(scheme),
    ...indicatorProblems(scheme, maxima),
    ...stepProblems(scheme),
    ...ruleProblems(scheme),
  ];
}

const concernTwice = 'is the order of concern of two categories; each needs its own, 0 for the least';

function twice<Entry>(
  list: string,
  entries: readonly Entry[],
  nameOf: (entry: Entry) => string | number,
  field: string,
  words: string,
): readonly SchemeProblem[] {
  const names = entries.map(nameOf);
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [{ path: [list, index, field], words: `“${name}” ${words}` }],
  );
}

function datesProblems({ from, to }: PartsOfScheme): readonly SchemeProblem[] {
  return from !== undefined && to !== undefined && to !== null && to < from
    ? [{ path: ['to'], words: 'the scheme ends before it starts' }]
    : [];
}

function categoryProblems(scheme: PartsOfScheme): readonly SchemeProblem[] {
  const groups = scheme.groups?.map(({ name }) => name);
  return (scheme.categories ?? []).flatMap(({ code, group }, index) => [
    ...(groups === undefined || groups.includes(group)
      ? []
      : [{ path: ['categories', index, 'group'], words: `there is no group “${group}”; ${known(groups)}` }]),
    ...(code === 'insufficient evidence'
      ? [
          {
            path: ['categories', index, 'code'],
            words: '“insufficient evidence” is every scheme’s answer where there is too little to go by',
          },
        ]
      : []),
  ]);
}

function indicatorProblems(scheme: PartsOfScheme, maxima: Maxima): readonly SchemeProblem[] {
  return (scheme.indicators ?? []).flatMap(({ id, maximum, scale }, index) => {
    const most = maxima.get(id);
    const wrongMost =
      most === undefined || most === maximum
        ? []
        : [
            {
              path: ['indicators', index, 'maximum'],
              words: `${id} gives 0 to ${most} points, so its maximum is ${most}, not ${maximum}`,
            },
          ];
    const points = scale.map((step) => step.points);
    const wrongScale = Array.from({ length: maximum + 1 }, (_, point) => point)
      .filter((point) => points.filter((one) => one === point).length !== 1)
      .map((point) => ({
        path: ['indicators', index, 'scale'],
        words: `the scale of ${id} ${points.includes(point) ? `says twice what earns ${point}` : `has a gap: it does not say what earns ${point}`} points`,
      }));
    const beyond = points
      .map((point, step) => ({ point, step }))
      .filter(({ point }) => point > maximum)
      .map(({ point, step }) => ({
        path: ['indicators', index, 'scale', step, 'points'],
        words: `the scale of ${id} goes to ${point} points, beyond its maximum of ${maximum}`,
      }));
    return [...wrongMost, ...wrongScale, ...beyond];
  });
}

/** Where points start must rise: a step at or below the one before overlaps it. */
function stepProblems({ settings }: PartsOfScheme): readonly SchemeProblem[] {
  if (settings === undefined) return [];
  const shares = settings.trendProbabilities.numbers.some((number) => number <= 0.5 || number >= 1)
    ? [
        {
          path: ['settings', 'trendProbabilities', 'numbers'],
          words: 'probabilities of decline lie between 0.5 and 1',
        },
      ]
    : [];
  const level = settings.intervalLevel.number;
  const levels =
    level > 0.5 && level < 1
      ? []
      : [
          {
            path: ['settings', 'intervalLevel', 'number'],
            words: 'how sure “clearly” is lies between 0.5 and 1',
          },
        ];
  const rising = (['attainmentStepsSd', 'progressStepsToFloor', 'trendProbabilities'] as const).flatMap(
    (name) =>
      settings[name].numbers.flatMap((number, index) => {
        const before = settings[name].numbers[index - 1];
        return before !== undefined && number <= before
          ? [
              {
                path: ['settings', name, 'numbers', index],
                words: `steps must rise: ${number} is not more than ${before}`,
              },
            ]
          : [];
      }),
  );
  return [...shares, ...levels, ...rising];
}

function ruleProblems({ rules = [], ...scheme }: PartsOfScheme): readonly SchemeProblem[] {
  const codes = scheme.categories?.map(({ code }) => code);
  const standings = scheme.standings?.map(({ id }) => id);
  const maximum = new Map<string, number>(scheme.indicators?.map((one) => [one.id, one.maximum]));
  const last = rules.length - 1;
  return rules.flatMap(({ category, when }, row) => [
    ...(codes === undefined || codes.includes(category) || category === 'insufficient evidence'
      ? []
      : [
          {
            path: ['rules', row, 'category'],
            words: `there is no category “${category}”; ${known([...codes, 'insufficient evidence'])}`,
          },
        ]),
    ...(row === last && when.length > 0
      ? [
          {
            path: ['rules', row, 'when'],
            words: 'the last row must hold for every school, so it asks nothing: “when” is []',
          },
        ]
      : []),
    ...when.flatMap((condition, at) => {
      const path = ['rules', row, 'when', at];
      if (condition.fact === 'standing') {
        return condition.oneOf.flatMap((id, index) =>
          standings === undefined || standings.includes(id)
            ? []
            : [
                {
                  path: [...path, 'oneOf', index],
                  words: `standing “${id}” is not described in “standings”`,
                },
              ],
        );
      }
      if (scheme.indicators === undefined) return [];
      if (condition.fact === 'indicator') {
        return sumProblems([...path, 'id'], [condition.id], condition.atLeast, maximum);
      }
      return condition.fact === 'points'
        ? sumProblems([...path, 'from'], condition.from, condition.atLeast, maximum)
        : [];
    }),
  ]);
}

function sumProblems(
  path: SchemeProblem['path'],
  from: readonly string[],
  atLeast: number,
  maximum: ReadonlyMap<string, number>,
): readonly SchemeProblem[] {
  const unknown = from.filter((id) => !maximum.has(id));
  const most = from.reduce((sum, id) => sum + (maximum.get(id) ?? 0), 0);
  return [
    ...unknown.map((id) => ({
      path,
      words: `“${id}” is not among the scheme’s indicators, so it gives no points`,
    })),
    ...from
      .filter((id, index) => from.indexOf(id) !== index)
      .map((id) => ({ path, words: `“${id}” is added twice` })),
    ...(unknown.length === 0 && most < atLeast
      ? [{ path, words: `${atLeast} points can never be reached: these give ${most} at most` }]
      : []),
  ];
}

function known(names: readonly string[]): string {
  return `there is ${names.map((name) => `“${name}”`).join(', ')}`;
}

/** `rules › 3 › category`: places in lists as people count, from 1. */
export function pathInWords(path: SchemeProblem['path']): string {
  return path.map((step) => (typeof step === 'number' ? String(step + 1) : step)).join(' › ');
}
