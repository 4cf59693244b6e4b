import type { MarkingAsked, MarkingRead } from '#/analyse/actions/marking-read.ts';
import type { Query } from '#/platform/web/addresses.ts';
import { targetWords } from './marking-words.ts';

/** Reads the address. What is not understood is left to what is usual: old links keep working. */
export function readMarkingRequest(query: Query): MarkingAsked {
  const last = (name: string): string | undefined => query[name]?.at(-1);
  return {
    target: last('target'),
    months: last('months'),
    schools: last('schools'),
    denominator: last('denominator'),
    of: last('of'),
  };
}

/** What is shown as a query, what is usual left out. */
export function chosenQuery({ chosen, kept }: Pick<MarkingRead, 'chosen' | 'kept'>): Query {
  const unless = (usual: string, value: string): readonly string[] => (value === usual ? [] : [value]);
  return {
    target: unless(kept?.targets[0] ?? 'below good', chosen.target),
    months: unless('18', String(chosen.months)),
    schools: unless('now good', chosen.schools),
    denominator: unless('with predecessors’ grades', chosen.denominator),
    of: unless('schools', chosen.of),
  };
}

const choices = {
  months: ['12', '18', '24'].map((months) => [months, `${months} months`] as const),
  schools: [
    ['now good', 'Schools good on the day'],
    ['every school', 'Every school'],
  ],
  denominator: [
    ['with predecessors’ grades', 'Predecessors’ grades count'],
    ['own grades only', 'Own grades only'],
  ],
  of: [
    ['schools', 'Schools'],
    ['pupils', 'Pupils in them'],
  ],
} as const;

/** The boxes to choose from; those of what the reader is not shown are left out. */
export function fieldsOf({ chosen, kept, warnings }: MarkingRead) {
  if (kept === null) return [];
  const field = (
    name: keyof MarkingAsked,
    label: string,
    all: readonly (readonly [value: string, text: string])[],
  ) => ({
    name,
    label,
    options: all.map(([value, text]) => ({ value, text, chosen: value === String(chosen[name]) })),
    notThere: null,
  });
  return [
    ...(kept.targets.length > 1
      ? [
          field(
            'target',
            'Forecast of',
            kept.targets.map((target) => [target, targetWords[target].name]),
          ),
        ]
      : []),
    ...(warnings === null
      ? []
      : [field('months', 'Chances within', choices.months), field('schools', 'Chances of', choices.schools)]),
    field('denominator', 'Shares', choices.denominator),
    field('of', 'Shares of', choices.of),
  ];
}
