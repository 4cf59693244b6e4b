import { logit } from '#/statistics/logit.ts';
import type { Contribution } from '../forecast.ts';
import type { TermAdds } from './apply-part.ts';
import type { Step } from './chances.ts';
import { chancesWithin } from './chances.ts';
import { factsInWords } from './facts-words.ts';
import type { Facts } from './facts.ts';
import { themes, type Theme } from './terms.ts';

/** Less than this moves nobody: 5% of the odds. */
const smallest = 0.05;
/** Where a rule says when schools are inspected, the chance of a school halfway through the usual four years. */
const usualWithin18Months = 1.5 / 4;

/**
 * What moves the chance of a school, largest first: by theme and part, compared with the average school the model was
 * fitted on. Terms of one theme are added up, so what is told adds up to the whole.
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
    : byTheme(first.timing);
  const outcome = byTheme(first.outcome).map(({ theme, amount }) => ({ theme, amount: amount * carried }));
  const told = (part: Contribution['part'], adds: readonly ThemeAdds[]): readonly Contribution[] =>
    adds.flatMap(({ theme, amount }) =>
      Math.abs(amount) < smallest
        ? []
        : [{ term: theme.replaceAll(' ', '-'), part, words: factsInWords(theme, facts), amount }],
    );
  return [...told('timing', timing), ...told('outcome', outcome)].toSorted(
    (a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.term.localeCompare(b.term),
  );
}

interface ThemeAdds {
  readonly theme: Theme;
  readonly amount: number;
}

function byTheme(adds: readonly TermAdds[]): readonly ThemeAdds[] {
  return themes.flatMap((theme) => {
    const own = adds.filter(({ term }) => term.theme === theme);
    return own.length === 0 ? [] : [{ theme, amount: own.reduce((sum, { amount }) => sum + amount, 0) }];
  });
}
