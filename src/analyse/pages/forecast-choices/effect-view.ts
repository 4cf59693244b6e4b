import type { ChoiceEffect, ForecastChoiceRead } from '#/analyse/actions/read-forecast-choice.ts';
import type { DeprivationEffect } from '#/analyse/rules/forecast/deprivation-effect.ts';
import { schoolAddress } from '#/platform/web/addresses.ts';
import { chancePercent } from '#/platform/web/chance-words.ts';
import { findingWords } from '#/platform/web/forecast-words.ts';
import { reachInWords, schoolsCounted } from '#/platform/web/reach-words.ts';
import { count, dateInWords, decimals, difference, plural, sentence } from '#/platform/web/words.ts';

/** What the choice does, in words and two tables; or why nothing is shown. */
export function effectView({ authority, effect: read }: ForecastChoiceRead) {
  if (read === 'hidden') {
    return {
      shown: null,
      instead: 'What it does to the schools is shown to whoever opens lists of schools.',
    };
  }
  if (read === null) {
    return {
      shown: null,
      instead: `No forecast was kept for ${authority.name} yet. What the choice does is shown once one is.`,
    };
  }
  const { run, effect, whole } = read;
  return {
    instead: null,
    shown: {
      asAt: dateInWords(run.asAt),
      of: `Chance of ${findingWords[run.target].of} within 18 months, in the forecast as at ${dateInWords(run.asAt)}.`,
      reach: reachInWords({ whole, schools: effect.schools + effect.notKnown }),
      sentences: sentencesOf(authority.name, read),
      furthest: effect.furthest.map((one) => ({
        name: one.name,
        urn: one.urn,
        href: schoolAddress(authority.slug, one.urn),
        fifth: sentence(one.fifth),
        ...bothOf(one),
      })),
      fifths: effect.fifths.map((one) => ({
        fifth: sentence(one.fifth),
        schools: count(one.schools),
        ...bothOf(one),
      })),
    },
  };
}

function sentencesOf(authority: string, { effect, whole }: ChoiceEffect): readonly string[] {
  const { schools, notKnown, expected } = effect;
  const unknown =
    notKnown === 0
      ? []
      : [
          `Of ${plural(notKnown, 'more school')} the deprivation of pupils’ homes is not known, so that nothing can be said.`,
        ];
  if (schools === 0) return unknown;
  return [
    `${movedInWords(effect)}, of ${schoolsCounted(schools, authority, whole)} with both chances.`,
    `Of these we expect so many to be found so: ${decimals(expected.without, 1)} without deprivation, ${decimals(expected.withIt, 1)} with it.`,
    ...unknown,
  ];
}

function movedInWords({ countedFrom, higher, lower }: DeprivationEffect): string {
  const than = `more than ${String(countedFrom)} points of a hundred`;
  if (higher === 0 && lower === 0) return `With it no chance would move by ${than}`;
  return `With it ${plural(higher, 'chance')} would be ${than} higher and ${plural(lower, 'chance')} ${than} lower`;
}

function bothOf(one: DeprivationEffect['fifths'][number] | DeprivationEffect['furthest'][number]) {
  return {
    without: chancePercent(one.without),
    withIt: chancePercent(one.withIt),
    points: difference(one.points, 1),
  };
}
