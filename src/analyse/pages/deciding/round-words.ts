import type { DecisionStanding } from '#/analyse/rules/deciding/decision-standing.ts';
import type { RoundProgress } from '#/analyse/rules/deciding/progress.ts';
import type { ToldByDate } from '#/analyse/rules/deciding/told-by-date.ts';
import { count, dateInWords, list, someOf } from '#/platform/web/words.ts';

/** `418 of 431 told by 30 September 2026, and 3 later`. */
export function toldWords({ told, of, on, late }: ToldByDate): string {
  const later = late === 0 ? '' : `, and ${count(late)} later`;
  return `${count(told)} of ${count(of)} told by ${dateInWords(on)}${later}`;
}

/** How many differ from what the rules proposed, and which way; of those that are decided. */
export function overruledWords({ overruled, decided }: RoundProgress): string {
  if (decided === 0) return 'none decided yet';
  const { all, kinder, harsher, neither } = overruled;
  if (all === 0) return someOf(0, decided, 'decision');
  const ways = [
    ...(kinder > 0 ? [`${count(kinder)} kinder`] : []),
    ...(harsher > 0 ? [`${count(harsher)} harsher`] : []),
    ...(neither > 0 ? [`${count(neither)} neither`] : []),
  ];
  return `${someOf(all, decided, 'decision')}: ${list(ways)}`;
}

/** What is left to do, as a count of schools. */
export const standingWords: Readonly<Record<DecisionStanding, string>> = {
  'to decide': 'To decide',
  'to sign': 'To sign by a second person',
  'to tell': 'Decided, head and chair to be told',
  told: 'Told, not confirmed by all who lead the school',
  confirmed: 'Told and confirmed',
};

/** In the order in which they come about. */
export const standingsInOrder = Object.keys(standingWords) as readonly DecisionStanding[];
