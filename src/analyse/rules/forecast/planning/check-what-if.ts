import { dateInWords } from '#/analyse/rules/words.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { WhatIf } from '../forecast.ts';

/** One thing to try, as typed. */
export interface WhatIfTyped {
  /** A name or a part of it, a reference number, or both as the list of schools offers them. */
  readonly school: string;
  /** As people write dates. */
  readonly on: string;
  readonly happens: string;
}

/** A school that can be tried: only those the person may know of are handed in. */
export interface SchoolToTry {
  readonly urn: Urn;
  readonly name: string;
}

export interface WhatIfSetting {
  readonly schools: readonly SchoolToTry[];
  /** The day of the forecast, and the last day it is for. */
  readonly asAt: IsoDate;
  readonly last: IsoDate;
  readonly tried: readonly WhatIf[];
}

const whatCanHappen = [
  'is inspected',
  'is judged good or better',
  'is judged below good',
  'leaves its category',
  'becomes an academy',
  'closes',
] as const satisfies readonly WhatIf['happens'][];

/** More would no longer be a plan that somebody can read. */
export const mostTried = 12;
const mostNamed = 5;

/** What is tried, or everything that is wrong with it, in the order of the fields. */
export function checkWhatIf(
  typed: WhatIfTyped,
  { schools, asAt, last, tried }: WhatIfSetting,
): { readonly whatIf: WhatIf } | { readonly problems: readonly TypingProblem[] } {
  const found = schoolTyped(typed.school, schools);
  const on = readDate(typed.on);
  const happens = whatCanHappen.find((one) => one === typed.happens) ?? null;
  const twice = 'urn' in found && tried.some(({ urn }) => urn === found.urn);
  const problems = [
    ...('problem' in found ? [{ field: 'school', text: found.problem }] : []),
    ...(twice
      ? [
          {
            field: 'school',
            text: 'Something is tried of this school already. Take that away first: one thing is tried of each school.',
          },
        ]
      : []),
    ...(tried.length >= mostTried
      ? [
          {
            field: 'school',
            text: `No more than ${mostTried} things can be tried at once. Take one away first.`,
          },
        ]
      : []),
    ...dayProblems(on, asAt, last),
    ...(happens === null ? [{ field: 'happens', text: 'Choose what happens.' }] : []),
  ];
  if (problems.length > 0 || !('urn' in found) || on === null || happens === null) return { problems };
  return { whatIf: { urn: found.urn, on, happens } };
}

function dayProblems(on: IsoDate | null, asAt: IsoDate, last: IsoDate): readonly TypingProblem[] {
  if (on === null) return [{ field: 'day', text: `Say on which day, such as ${dateInWords(last)}.` }];
  if (on <= asAt)
    return [{ field: 'day', text: 'Choose a day after that of the forecast: what was before it is known.' }];
  return on > last
    ? [
        {
          field: 'day',
          text: `The forecast ends on ${dateInWords(last)}. Choose that day or an earlier one.`,
        },
      ]
    : [];
}

/** The one school that is meant: by its number, by its whole name, or by words that only its name has. */
function schoolTyped(
  text: string,
  schools: readonly SchoolToTry[],
): { readonly urn: Urn } | { readonly problem: string } {
  const asked = text.trim();
  if (asked === '') return { problem: 'Say which school, by its name or its reference number (URN).' };
  const number = /(?:^|\()([0-9]{6})\)?$/.exec(asked)?.[1];
  if (number !== undefined) {
    const school = schools.find(({ urn }) => urn === number);
    return (
      school ?? { problem: `There is no school ${number} in this forecast whose category you may read.` }
    );
  }
  const whole = schools.filter(({ name }) => plain(name) === plain(asked));
  const words = plain(asked).split(/\s+/);
  const some =
    whole.length > 0
      ? whole
      : schools.filter(({ name }) => words.every((word) => plain(name).includes(word)));
  const [first] = some;
  if (first === undefined)
    return {
      problem: `No school in this forecast whose category you may read is called “${asked.slice(0, 60)}”.`,
    };
  return some.length === 1 ? first : { problem: severalFit(asked, some) };
}

function severalFit(asked: string, some: readonly SchoolToTry[]): string {
  const named = some
    .slice(0, mostNamed)
    .map(({ name, urn }) => `${name} (${urn})`)
    .join(', ');
  const more = some.length > mostNamed ? `, and ${some.length - mostNamed} more` : '';
  return `“${asked.slice(0, 60)}” fits ${some.length} schools: ${named}${more}. Type more of the name, or the number.`;
}

function plain(text: string): string {
  return text.toLowerCase().replaceAll(/[’']/g, '');
}
