import { logit } from '#/statistics/logit.ts';
import type { Contribution } from '../forecast.ts';
import type { TermAdds } from './apply-part.ts';
import type { Step } from './chances.ts';
import { chancesWithin } from './chances.ts';
import { factsInWords, isOfItsKind } from './facts-words.ts';
import type { Facts } from './facts.ts';
import { themes, type Theme } from './terms.ts';

/** Less than this moves nobody: 5% of the odds. */
const smallest = 0.05;
/** Where a rule says when schools are inspected, the chance of a school halfway through the usual four years. */
const usualWithin18Months = 1.5 / 4;

/** What is too little to be told by itself, so that what is told still adds up. */
export const allElse = 'all-else';

/**
 * What moves the chance of a school, largest first: by theme and part, compared with the average school the model was
 * fitted on. Terms of one theme are added up, what is little is told together, so what is told adds up to the whole.
 */
export function contributionsOf(
  steps: readonly Step[],
  facts: Facts,
  carried: number,
): readonly Contribution[] {
  const [first] = steps;
  if (first === undefined) return [];
  const timing = first.ruled
    ? [
        {
          theme: 'time since the last inspection' as const,
          amount: logit(Math.min(0.999, chancesWithin(steps).inspected)) - logit(usualWithin18Months),
        },
      ]
    : byTheme(first.timing, facts);
  const outcome = byTheme(first.outcome, facts).map(({ theme, amount }) => ({
    theme,
    amount: amount * carried,
  }));
  return [...told('timing', timing, facts), ...told('outcome', outcome, facts)].toSorted(
    (a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.term.localeCompare(b.term),
  );
}

interface ThemeAdds {
  readonly theme: Theme;
  readonly amount: number;
}

function told(part: Contribution['part'], adds: readonly ThemeAdds[], facts: Facts): readonly Contribution[] {
  const large = adds.filter(({ amount }) => Math.abs(amount) >= smallest);
  const small = sumOf(adds.filter(({ amount }) => Math.abs(amount) < smallest));
  return [
    ...large.map(({ theme, amount }) => ({
      term: theme.replaceAll(' ', '-'),
      part,
      words: factsInWords(theme, facts),
      amount,
    })),
    ...(small === 0
      ? []
      : [{ term: allElse, part, words: 'Everything else, each of little weight', amount: small }]),
  ];
}

/** A theme the school does not have, such as results of a key stage it does not teach, belongs to the kind of school it is. */
function byTheme(adds: readonly TermAdds[], facts: Facts): readonly ThemeAdds[] {
  const themeOf = ({ term: { theme } }: TermAdds): Theme =>
    isOfItsKind(theme, facts) ? 'kind of school' : theme;
  const grouped = Map.groupBy(adds, themeOf);
  return themes.flatMap((theme) => {
    const own = grouped.get(theme);
    return own === undefined ? [] : [{ theme, amount: sumOf(own) }];
  });
}

function sumOf(adds: readonly { readonly amount: number }[]): number {
  return adds.reduce((sum, { amount }) => sum + amount, 0);
}
