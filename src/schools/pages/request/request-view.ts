import type { OneRequestRead } from '#/schools/actions/requests.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { ourViewAddress } from '#/platform/web/addresses.ts';
import { requestAddress } from '#/platform/web/correspondence-addresses.ts';
import { dateInWords, momentInWords } from '#/platform/web/words.ts';

/** What was typed into one of the page's forms and not taken. */
export interface RequestTypedIn {
  readonly words: string;
  readonly why: string;
  readonly problems: readonly FieldProblem[];
}

export const nothingTypedIn: RequestTypedIn = { words: '', why: '', problems: [] };

const levels = {
  'school and authority':
    'Head and chair, clerk and governors of the school, and the authority’s officers may know of it.',
  authority: 'For officers only: the school does not see it here.',
  'named people': 'Only the people named, and whoever asks, may know of it.',
} as const;

const stands = {
  asked: 'Not answered yet.',
  answered: 'Answered.',
  withdrawn: 'Withdrawn: nothing is waited for.',
  done: 'Done: the authority has what it asked for.',
} as const;

const steps = { answered: 'Answered', withdrawn: 'Withdrawn', done: 'Accepted as done' } as const;

/** One thing a school is asked, with what became of it. */
export function requestView(read: OneRequestRead, typed: RequestTypedIn) {
  const { authority, school, request } = read;
  const address = requestAddress(authority.slug, school.urn, request.id);
  const problemOf = (field: string) => typed.problems.find((one) => one.field === field)?.text ?? null;
  return {
    heading: `What ${school.name} is asked`,
    what: request.what.split(/\n\s*\n/),
    why: request.why,
    due: dateInWords(request.dueOn),
    overdue: request.overdue,
    asked: `${request.asked.name}, ${momentInWords(request.asked.at)}`,
    level: levels[request.level],
    stands: stands[request.state],
    mayAnswer: read.mayAnswer,
    mayEnd: read.mayEnd,
    answers: request.answers.map(({ name, at, words }) => ({
      who: name,
      at: momentInWords(at),
      paragraphs: words.split(/\n\s*\n/),
    })),
    answersHidden: !read.mayReadAnswers && request.state === 'answered',
    steps: request.steps.map(({ step, name, at, why }) => ({
      words: `${steps[step]} by ${name}, ${momentInWords(at)}`,
      why,
    })),
    addresses: {
      answer: `${address}/answer`,
      end: `${address}/end`,
      back: ourViewAddress(authority.slug, school.urn),
    },
    typed,
    problems: { words: problemOf('words'), why: problemOf('why') },
    errorList: typed.problems.map(({ field, text }) => ({ text, href: `#${field}` })),
  };
}
