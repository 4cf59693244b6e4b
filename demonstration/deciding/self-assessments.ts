import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';

/** Whoever leads a school and signs in. */
export interface LedSchool {
  readonly urn: string;
  readonly head: Person;
  readonly chair: Person;
}

/** `reference/areas.json`, `self-assessed-risk`. */
const areas = [
  ['safeguarding', 'Low risk', 'The audit of the summer asked for two things, and both are done.'],
  [
    'governance',
    'Some risk',
    'One vacancy of eleven. Minutes show questions on results at each of the last three meetings.',
  ],
  ['school-leadership', 'Low risk', 'The same senior leaders for three years; the deputy can step in.'],
  ['staffing', 'Some risk', 'Two of fourteen teachers left in the summer; both posts are filled.'],
  [
    'quality-of-education',
    'Some risk',
    'Reading has risen for two years, writing has not. Books of year 4 are the weakest.',
  ],
  ['behaviour-and-attitudes', 'Low risk', 'Attendance is where it was two years ago; suspensions are few.'],
  ['finance', 'Low risk', 'The budget balances for two years on a roll that falls by four.'],
] as const;

function assessment(placed: string, head: Person, day: IsoDate): Content {
  return {
    areas: areas.map(([key, risk, evidence]) => ({
      key,
      risk,
      evidence,
      doing: 'It is in our improvement plan.',
    })),
    ...{ placed, governors: addDays(day, -7), by: head.name },
    why: 'Results have risen since the last inspection and leaders know what is left to do.',
    strengths: 'How the youngest learn to read.',
    help: 'Somebody to look at writing in years 3 and 4 with us.',
  };
}

const evaluation = (day: IsoDate): Content => ({
  ...{ data: 'Well', 'data-shows': 'The data panel meets before each full meeting and reports in writing.' },
  ...{
    teaching: 'In part',
    'teaching-shows': 'Visits with a purpose each half term; no view from outside yet.',
  },
  ...{
    finance: 'In part',
    'finance-shows': 'A three-year plan was agreed in May. What it buys is asked for each autumn.',
  },
  ...{
    premium: 'Well',
    'premium-shows': 'The statement was read line by line, with what changed since last year.',
  },
  ...{ challenge: 'In part', 'challenge-shows': 'Questions are minuted; what followed is not always.' },
  ...{ attendance: '10 of 11, 9 of 11, 10 of 11', vacancies: '1 of 12' },
  priorities: 'That each question of the minutes has an answer by the next meeting.',
  agreed: addDays(day, -5),
});

/**
 * What schools say of themselves, a few weeks ago and a year before: most are accepted, one is seen otherwise and answered, one
 * waits to be moderated, and one is still being written.
 */
export function selfAssessmentsOf(
  schools: readonly LedSchool[],
  officer: Person,
  today: IsoDate,
): readonly PaperWritten[] {
  return schools.flatMap(({ urn, head, chair }, index): readonly PaperWritten[] => {
    const placed =
      index === 1 ? 'Good' : (['Requires improvement', 'Good', 'Causes concern'][index % 3] ?? 'Good');
    const saves = (day: IsoDate) => ({ by: head, saves: assessment(placed, head, day) });
    const submit = (day: IsoDate) => ({ by: head, takes: 'submit', on: day });
    const last = addDays(today, -400 - index);
    const now = addDays(today, -40 + index);
    const accept = (on: IsoDate) => ({
      ...{ by: officer, takes: 'accept', on },
      words:
        'Held against the results of three years, the last visit and the budget return: we see it as the school does.',
    });
    const of = { urn, kind: 'self-assessment', by: head };
    const differ = {
      ...{ by: officer, takes: 'differ', on: addDays(now, 8) },
      words:
        'Writing has fallen for three years, not one, and two visits saw weak lessons. We would not call it good yet.',
    };
    const answer = {
      ...{ by: head, takes: 'answer', on: addDays(now, 14) },
      words: 'We stand by our view of reading and accept what you say of writing.',
    };
    const newest = index === 1 ? [differ, answer] : index === 2 ? [] : [accept(addDays(now, 9))];
    const isWritten = index === 3;
    const evaluated = addDays(today, -60 + index);
    return [
      { ...of, on: last, then: [saves(last), submit(addDays(last, 5)), accept(addDays(last, 14))] },
      { ...of, on: now, then: isWritten ? [saves(now)] : [saves(now), submit(addDays(now, 1)), ...newest] },
      {
        ...{ urn, kind: 'governing-body-self-evaluation', by: chair, on: evaluated },
        then: [
          { by: chair, saves: evaluation(evaluated) },
          { by: chair, takes: 'submit', on: addDays(evaluated, 1) },
          ...(index % 2 === 0
            ? [
                {
                  by: officer,
                  takes: 'read',
                  on: addDays(evaluated, 10),
                  words: 'Read with the head’s assessment. We talk about minutes at the next visit.',
                },
              ]
            : []),
        ],
      },
    ];
  });
}
