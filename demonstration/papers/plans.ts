import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import type { Content } from '#/papers/rules/template.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { chanceFor } from '../random.ts';
import { areasOn } from './areas-graded.ts';
import { objectivesFor, rowOf, type ObjectiveMeant } from './objectives.ts';
import { reviewsOf } from './reviews-of-plan.ts';
import { dayForVisitsFrom, officeDaysLater, schoolDaysLater } from './school-days.ts';
import { happenedBy, took, type Dated, type SchoolWrittenOf } from './school-written-of.ts';

/** What becomes of plans, one after the other over the schools that write them. */
const fates = [
  'returned',
  'agreed at once',
  'agreed at once',
  'returned',
  'sent late',
  'agreed at once',
  'being written',
  'returned',
] as const;

/** The improvement plan of a school whose head signs in and that is below good, with its evaluations and reviews. */
export function plansOf(school: SchoolWrittenOf, place: number, today: IsoDate): readonly PaperWritten[] {
  const { urn, head } = school;
  if (head === null || school.standing === 'any other') return [];
  const chance = chanceFor('plans', urn);
  const fate = fates[place % fates.length] ?? 'agreed at once';
  const isNew = fate === 'sent late' || fate === 'being written';
  const on = isNew
    ? officeDaysLater(addDays(today, -12), 1)
    : dayForVisitsFrom(addDays(today, -chance.whole(330, 400)));
  if (on > today) return [];
  const objectives = objectivesFor(school.phase, on);
  const content = contentOf(school, objectives, on);
  const opened = { urn, kind: 'plan', by: head, on };
  const draft: Dated = { on, happened: { by: head, saves: { ...content, actions: [] } } };
  if (fate === 'being written') return [{ ...opened, then: happenedBy(today, [draft]) }];
  const sent = isNew ? officeDaysLater(on, 4) : schoolDaysLater(on, 8);
  const send: readonly Dated[] = [
    { on: sent, happened: { by: head, saves: content } },
    took(head, 'send', sent),
  ];
  const rounds = isNew
    ? { line: send, evaluated: [], agreed: null }
    : roundsOf(school, { sent, send, content, isReturned: fate === 'returned' });
  const again = rounds.agreed === null ? [] : sentAgain(school, rounds.agreed, today);
  const plan: PaperWritten = { ...opened, then: happenedBy(today, [draft, ...rounds.line, ...again]) };
  return [
    plan,
    ...rounds.evaluated.filter((one) => one.on <= today).map((one) => evaluation(school, plan, one, today)),
    ...(rounds.agreed === null || rounds.agreed > today
      ? []
      : reviewsOf(school, { plan, objectives, agreed: rounds.agreed, place, today })),
  ];
}

const byGovernors =
  'The board wrote it with the head in two evenings, sees every milestone each half-term and puts its own question to each.';

interface Sent {
  readonly sent: IsoDate;
  readonly send: readonly Dated[];
  readonly content: Content;
  readonly isReturned: boolean;
}

interface Evaluated {
  readonly on: IsoDate;
  readonly isMet: boolean;
}

function roundsOf(
  { visitor, head }: SchoolWrittenOf,
  { sent, send, content, isReturned }: Sent,
): {
  readonly line: readonly Dated[];
  readonly evaluated: readonly Evaluated[];
  readonly agreed: IsoDate | null;
} {
  const first = officeDaysLater(sent, 6);
  const why =
    'It answers the judgement, its milestones can be measured, and governors know their part. Reviews look at reading first.';
  if (!isReturned || head === null) {
    return {
      line: [...send, took(visitor, 'agree', first, why)],
      evaluated: [{ on: first, isMet: true }],
      agreed: first,
    };
  }
  const back = schoolDaysLater(first, 8);
  const second = officeDaysLater(back, 5);
  const better = {
    ...content,
    governors: `${byGovernors} A link governor is named for each objective.`,
  };
  return {
    line: [
      ...send,
      took(
        visitor,
        'return',
        first,
        'Nobody can tell by Christmas whether it works: give each objective a milestone a term, and say what governors do.',
      ),
      { on: back, happened: { by: head, saves: better } },
      took(head, 'send', back, 'Milestones for every term, and a link governor for each objective.'),
      took(visitor, 'agree', second, why),
    ],
    evaluated: [
      { on: first, isMet: false },
      { on: second, isMet: true },
    ],
    agreed: second,
  };
}

/** A newer letter or judgement asks for a plan again: the school takes its plan up and sends it in once more. */
function sentAgain(
  { head, visitor, owesPlanSince, urn }: SchoolWrittenOf,
  agreed: IsoDate,
  today: IsoDate,
): readonly Dated[] {
  if (head === null || owesPlanSince === null || owesPlanSince <= agreed) return [];
  const taken = officeDaysLater(owesPlanSince, 3);
  const sent = officeDaysLater(taken, chanceFor('plans sent again', urn).whole(3, 12));
  if (sent > today) return [];
  return [
    took(
      head,
      'change',
      taken,
      'We go through it again after the letter: the objectives stay, and the support is new.',
    ),
    took(head, 'send', sent, 'The support is new, and who pays for it.'),
    took(
      visitor,
      'agree',
      officeDaysLater(sent, 5),
      'What was changed answers the letter. The milestones stay as they were.',
    ),
  ];
}

function contentOf(school: SchoolWrittenOf, objectives: readonly ObjectiveMeant[], on: IsoDate): Content {
  const [, , other] = areasOn(on).ofPlans;
  const rows = objectives.map((one) => ({ area: one.area, row: rowOf(one, school, on) }));
  const due = (days: number): IsoDate => dayForVisitsFrom(addDays(on, days));
  return {
    answers:
      'Teaching that is uneven from class to class, results that fell for two years, and a board that did not ask why.',
    'ends-on': addDays(on, 480),
    objectives: rows.filter(({ area }) => area !== other).map(({ row }) => row),
    'other-objectives': rows.filter(({ area }) => area === other).map(({ row }) => row),
    actions: [
      { key: 'a1', what: objectives[0]?.action ?? '', owner: school.headName, due: due(90) },
      {
        key: 'a2',
        what: 'Train the board in reading results, with the school’s own',
        owner: school.chair?.name ?? 'Chair of governors',
        due: due(120),
      },
    ],
    support: 'Ten days of a leader of a strong school, paid by the authority; training paid by the school.',
    governors: byGovernors,
    governor: school.chair?.name ?? 'The chair of governors',
  };
}

const criteria = [
  'answers-the-judgement',
  'objectives-can-be-measured',
  'milestones',
  'actions',
  'governing-body',
  'groups',
  'support',
];
const missed: readonly string[] = ['milestones', 'governing-body'];

function evaluation(
  { urn, visitor }: SchoolWrittenOf,
  plan: PaperWritten,
  { on, isMet }: Evaluated,
  today: IsoDate,
): PaperWritten {
  const content = {
    criteria: criteria.map((key) => {
      const is = isMet || !missed.includes(key);
      return {
        key,
        met: is ? 'Met' : 'Partly met',
        why: is ? 'It is there, and can be followed.' : 'It is said for the year and not for the term.',
      };
    }),
    outcome: isMet ? 'The plan can be agreed' : 'The plan has to be returned',
    feedback: isMet
      ? 'A plan that can be worked with. Keep it short.'
      : 'The objectives are the right ones. What is missing is how anybody would notice in time that they are not reached.',
  };
  return {
    ...{ urn, kind: 'plan-evaluation', partOf: plan, by: visitor, on },
    then: happenedBy(today, [{ on, happened: { by: visitor, saves: content } }, took(visitor, 'share', on)]),
  };
}
