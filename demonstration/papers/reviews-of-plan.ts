import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import { addDays, daysBetween, type IsoDate } from '#/schools/rules/dates.ts';
import { chanceFor } from '../random.ts';
import { partWay, type ObjectiveMeant } from './objectives.ts';
import { areasOn } from './areas-graded.ts';
import { dayForVisitsFrom, officeDaysLater, schoolDaysLater } from './school-days.ts';
import { happenedBy, took, type SchoolWrittenOf } from './school-written-of.ts';

type Rating = 'Green' | 'Amber' | 'Red';

/** How ratings go over the reviews of an objective; the last stays. */
const trends: readonly (readonly Rating[])[] = [
  ['Red', 'Amber', 'Amber', 'Green', 'Green'],
  ['Amber', 'Amber', 'Green', 'Green', 'Green'],
  ['Amber', 'Red', 'Red', 'Amber', 'Amber'],
  ['Green', 'Green', 'Amber', 'Amber', 'Green'],
  ['Red', 'Red', 'Amber', 'Red', 'Red'],
];

/** How much of the way has been gone, of that which should have been. */
const paces: Readonly<Record<Rating, number>> = { Green: 1, Amber: 0.7, Red: 0.25 };

const reasons: Readonly<Record<Rating, readonly string[]>> = {
  Green: [
    'The milestone was reached, and lessons show why.',
    'Ahead of the milestone in two of three year groups.',
  ],
  Amber: [
    'It moves, and not fast enough for the next milestone.',
    'Two classes are on track; the third had three teachers this term.',
  ],
  Red: ['What was planned was not begun.', 'The number has not moved since the plan was agreed.'],
};

interface Reviewed {
  readonly plan: PaperWritten;
  readonly objectives: readonly ObjectiveMeant[];
  readonly agreed: IsoDate;
  readonly place: number;
  readonly today: IsoDate;
}

/** The reviews of an agreed plan every seven weeks or so; the newest of some is late to be shared. */
export function reviewsOf(
  school: SchoolWrittenOf,
  { plan, objectives, agreed, place, today }: Reviewed,
): readonly PaperWritten[] {
  const days: IsoDate[] = [];
  for (let day = nextAfter(agreed); day <= today; day = nextAfter(day)) days.push(day);
  return days.map((day, index) =>
    review(school, { plan, objectives, place, today, day, index, isLast: index === days.length - 1 }),
  );
}

function nextAfter(day: IsoDate): IsoDate {
  return dayForVisitsFrom(addDays(day, 42));
}

interface One extends Omit<Reviewed, 'agreed'> {
  readonly day: IsoDate;
  readonly index: number;
  readonly isLast: boolean;
}

function review(
  school: SchoolWrittenOf,
  { plan, objectives, place, today, day, index, isLast }: One,
): PaperWritten {
  const { urn, visitor, head } = school;
  const chance = chanceFor('reviews of plans', urn, day);
  const [, , other] = areasOn(plan.on).ofPlans;
  const rows = objectives.map((one, at) => {
    const trend = trends[(place + at) % trends.length] ?? [];
    const rating = trend[Math.min(index, trend.length - 1)] ?? 'Amber';
    // A little ahead of the milestones, which lie 105 days apart: green is what was reached.
    const part = Math.min(1, 0.06 + (0.27 * daysBetween(plan.on, day)) / 105) * paces[rating];
    return {
      area: one.area,
      row: {
        key: one.key,
        rating,
        reason: chance.pick(reasons[rating]),
        measured: String(partWay(one, part)),
        'measured-on': day,
      },
    };
  });
  const content = {
    reviewers: `${school.visitor.name}, ${school.headName} and ${school.chair?.name ?? 'the chair'}`,
    ratings: rows.filter(({ area }) => area !== other).map(({ row }) => row),
    'other-ratings': rows.filter(({ area }) => area === other).map(({ row }) => row),
    'next-steps': chance.pick([
      'Look at the books of the three classes that are behind, with the deputy.',
      'The board hears the measured numbers before the head’s report.',
      'Keep to the two things that worked, and leave the third until spring.',
    ]),
    actions: [
      {
        key: 'a1',
        what: objectives[index % objectives.length]?.action ?? 'Go on as agreed',
        owner: school.headName,
        due: nextAfter(day),
      },
    ],
    another: 'Yes',
    'next-on': nextAfter(day),
  };
  const shared = officeDaysLater(day, isLast && place % 3 === 0 ? 30 : chance.whole(1, 5));
  const answers = head !== null && chance.happens(0.3);
  return {
    ...{ urn, kind: 'review', partOf: plan, by: visitor, on: day },
    then: happenedBy(today, [
      { on: day, happened: { by: visitor, saves: content, aboutOn: day } },
      took(visitor, 'share', shared),
      ...(answers
        ? [
            took(
              head,
              'answer',
              schoolDaysLater(shared, 4),
              'The ratings are fair. The number for attendance is better since: we will bring it.',
            ),
          ]
        : []),
    ]),
  };
}
