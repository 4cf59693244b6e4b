import type { SchoolOutlook } from '#/analyse/actions/school-outlook.ts';
import { problemOfEach, type FieldProblem } from '#/platform/web/form-problems.ts';
import { dateInWords, sentence } from '#/platform/web/words.ts';

/** What was typed into one of the two forms and not taken. */
export interface Typed {
  readonly form: 'expect' | 'withdraw' | 'none';
  readonly standing: string;
  readonly by: string;
  readonly sure: string;
  readonly why: string;
  readonly problems: readonly FieldProblem[];
}

export const nothingTyped: Typed = {
  ...{ form: 'none', standing: '', by: '', sure: '', why: '', problems: [] },
};

const fields = ['standing', 'by', 'sure', 'why'] as const;

/** How officers expect the school to stand, and the forms of whoever may; `null` for whoever may not know. */
export function expectedView({ expected, reader, today }: SchoolOutlook, typed: Typed) {
  if (expected === null) return null;
  const { expectations, mayExpect, standings } = expected;
  const own = expectations.find(({ made, became }) => made.person === reader && became.state === 'in force');
  const problems = problemOfEach(fields, typed.problems);
  return {
    rows: expectations.map(({ expected: it, why, made, became }) => ({
      what: `${sentence(it.standing)} by ${dateInWords(it.by)}${it.sure === null ? '' : `, ${String(it.sure)}% sure`}`,
      who: made.person === reader ? `${made.name} (you)` : made.name,
      on: dateInWords(made.on),
      why,
      became:
        became.state === 'in force'
          ? it.by < today
            ? 'Its day is over'
            : 'Stands'
          : `${sentence(became.state)} on ${dateInWords(became.by.made.on)}${became.state === 'withdrawn' ? `: ${became.by.why}` : ''}`,
    })),
    form: mayExpect
      ? {
          replaces: own !== undefined,
          standings: standings.map((value) => ({
            value,
            text: sentence(value),
            checked: typed.form === 'expect' && typed.standing === value,
          })),
          typed: typed.form === 'expect' ? typed : nothingTyped,
          problems: typed.form === 'expect' ? problems : problemOfEach(fields, []),
          example: dateInWords(`${String(Number(today.slice(0, 4)) + 1)}-08-31`),
        }
      : null,
    withdraw:
      own === undefined || !mayExpect
        ? null
        : {
            what: `${sentence(own.expected.standing)} by ${dateInWords(own.expected.by)}`,
            why: typed.form === 'withdraw' ? typed.why : '',
            problem: typed.form === 'withdraw' ? problems.why : null,
          },
  };
}

/** The summary above the page: each problem with the way to its field. */
export function errorList({ form, problems }: Typed) {
  return problems.map(({ field, text }) => ({
    text,
    href: form === 'withdraw' ? '#withdraw-why' : `#${field}`,
  }));
}
