import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { chanceFor } from '../random.ts';
import { dayForVisitsFrom, officeDaysLater } from './school-days.ts';
import { happenedBy, took, type SchoolWrittenOf } from './school-written-of.ts';

/** The review of governance of a school below good: of most within a year, of some longer ago, of some not at all. */
export function reviewsOfGovernance(school: SchoolWrittenOf, today: IsoDate): readonly PaperWritten[] {
  const { urn, visitor, standing } = school;
  const chance = chanceFor('reviews of governance', urn);
  if (standing === 'any other' || chance.happens(standing === 'of concern' ? 0.15 : 0.5)) return [];
  const on = officeDaysLater(addDays(today, -chance.whole(20, 560)), 1);
  if (on > today) return [];
  const day = dayForVisitsFrom(addDays(on, chance.whole(21, 60)));
  const shared = officeDaysLater(day, chance.whole(5, 20));
  const closed = officeDaysLater(addDays(shared, chance.whole(120, 200)), 1);
  const judged = chance.pick(['Sound', 'In need of help', 'In need of help', 'Weak']);
  const commissioned = {
    'commissioned-by': 'The governing board, on the advice of the authority',
    'from-whom': chance.pick([
      'A national leader of governance',
      'Governor Support of the authority',
      'A reviewer named by the diocese',
    ]),
    why: 'Results fell for two years and the minutes do not ask why.',
    pays: 'The authority pays half.',
  };
  const findings = {
    ...commissioned,
    'strategic-leadership': 'There is a vision on the wall. It is not yet what decisions are held against.',
    accountability: chance.pick([
      'Governors read results once a year, when they come. Money is watched closely.',
      'Data reach governors in time and are explained to them by the head alone.',
    ]),
    people: chance.pick([
      'Two seats are vacant, and one governor in three was at every meeting.',
      'Skills were audited last year; nobody has a background in finance.',
    ]),
    structures: 'Two committees do what one could. The clerk is experienced and underused.',
    compliance: 'Everything that has to be published is, but for the effect of the pupil premium.',
    evaluation: 'The board has not looked at its own work before this review.',
    judged,
    actions: [
      {
        key: 'a1',
        what: 'Train the whole board in reading results, with the school’s own',
        owner: 'Chair of governors',
        due: dayForVisitsFrom(addDays(shared, 60)),
      },
      {
        key: 'a2',
        what: 'Fill the vacant seats, for the skills that are missing',
        owner: 'Clerk to governors',
        due: dayForVisitsFrom(addDays(shared, 90)),
      },
    ],
  };
  const isCalledOff = chance.happens(0.06);
  return [
    {
      ...{ urn, kind: 'review-of-governance', by: visitor, on },
      then: happenedBy(today, [
        { on, happened: { by: visitor, saves: commissioned, aboutOn: day } },
        took(visitor, 'commission', on),
        ...(isCalledOff
          ? [
              took(
                visitor,
                'call-off',
                officeDaysLater(on, 10),
                'The school joins a trust, which reviews its board itself.',
              ),
            ]
          : [
              took(visitor, 'carry-out', day),
              { on: shared, happened: { by: visitor, saves: findings } },
              took(visitor, 'share-findings', shared),
              took(
                visitor,
                'close',
                closed,
                'The seats are filled, the board was trained, and its minutes now ask for evidence.',
              ),
            ]),
      ]),
    },
  ];
}
