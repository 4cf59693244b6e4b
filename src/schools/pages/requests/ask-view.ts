import { askAddress, requestsAddress } from '#/platform/web/correspondence-addresses.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';
import type { AskingRead } from '#/schools/actions/requests.ts';
import type { RequestTyped } from '#/schools/rules/check-request.ts';

const levels = {
  'school and authority': [
    'The school and the authority',
    'Head and chair, clerk and governors, and the authority’s officers. Do not name the category: clerk and governors are not told it.',
  ],
  authority: [
    'Officers only',
    'To note what is waited for and asked in another way: the school does not see it.',
  ],
  'named people': [
    'Only the people named, and me',
    'No colleague sees it, it is counted nowhere, and a new head does not inherit it.',
  ],
} as const;

const named = { headteacher: 'The head of each school', chair: 'The chair of each school' } as const;

/** The form that asks one school, or several the same. */
export function askView(
  { authority, schools, given, levels: known }: AskingRead,
  typed: RequestTyped,
  problems: readonly FieldProblem[],
  example: string,
) {
  const problemOf = (field: string) => problems.find((one) => one.field === field)?.text ?? null;
  const few = schools.length === 1;
  return {
    action: askAddress(authority.slug),
    back: requestsAddress(authority.slug),
    count: plural(schools.length, 'school'),
    schools: schools.map(({ urn, name }) => ({
      value: urn,
      text: given.has(urn) && !few ? `${name} (given to me)` : name,
      checked: few || typed.schools.includes(urn),
    })),
    levels: known.map((value) => ({
      value,
      text: levels[value][0],
      hint: levels[value][1],
      checked: value === typed.level,
    })),
    named: Object.entries(named).map(([value, text]) => ({
      value,
      text,
      checked: typed.named.includes(value),
    })),
    typed,
    example: dateInWords(example),
    problems: {
      schools: problemOf('schools'),
      what: problemOf('what'),
      why: problemOf('why'),
      due: problemOf('due'),
      level: problemOf('level'),
      named: problemOf('named'),
    },
    errorList: problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
