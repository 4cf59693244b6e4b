import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { chanceFor, type Chance } from '../random.ts';
import { themesOf } from './phrases.ts';
import { dayForVisitsFrom, officeDaysLater } from './school-days.ts';
import { happenedBy, took, type SchoolWrittenOf } from './school-written-of.ts';

const weeksBetween = 6;

/** The members of every core group, in the order of its list; what they are called comes from the school. */
const seats = [
  { key: 'm1', role: 'Headteacher' },
  { key: 'm2', role: 'Chair of governors' },
  { key: 'm3', role: 'Governor' },
  { key: 'm4', role: 'Officer of the authority' },
] as const;

/** The core group of a school of concern and its meetings every six weeks of school; some schools have none yet. */
export function boardsOf(school: SchoolWrittenOf, today: IsoDate): readonly PaperWritten[] {
  const { urn, visitor, standing } = school;
  const chance = chanceFor('core groups', urn);
  if (standing !== 'of concern' || chance.happens(0.2)) return [];
  const on = dayForVisitsFrom(addDays(today, -chance.whole(80, 420)));
  const setUp = officeDaysLater(on, 4);
  if (setUp > today) return [];
  const chair = school.chair?.name ?? 'The chair of governors';
  const names = [school.headName, chair, 'A parent governor', visitor.name];
  const board: PaperWritten = {
    ...{ urn, kind: 'board', template: 'core-group', by: visitor, on },
    then: [
      {
        by: visitor,
        saves: {
          purpose:
            'Results have fallen for two years, and governors want to know by each half-term whether it works.',
          terms:
            'It looks at every objective of the plan, asks for evidence, and agrees who does what. It reports to the board.',
          'ends-when': 'Two reviews in a row in which nothing is red.',
          chair,
          members: seats.map(({ key, role }, index) => ({ key, name: names[index] ?? role, role })),
        },
      },
      { by: visitor, takes: 'set-up', on: setUp },
    ],
  };
  return [board, ...meetingsOf(school, { board, setUp, chair, chance, today })];
}

interface Meeting {
  readonly board: PaperWritten;
  readonly setUp: IsoDate;
  readonly chair: string;
  readonly chance: Chance;
  readonly today: IsoDate;
}

function meetingsOf(
  { urn, visitor, phase, headName }: SchoolWrittenOf,
  { board, setUp, chair, chance, today }: Meeting,
): readonly PaperWritten[] {
  const met: PaperWritten[] = [];
  // At each the next is planned, so that there is always one to come.
  for (let planned = setUp, day = firstAfter(setUp); planned <= today; planned = day, day = firstAfter(day)) {
    const theme = chance.pick(themesOf(phase));
    const invitation = {
      at: '16:00',
      place: 'At the school',
      agenda: 'Each objective of the plan, what was agreed last time, and what comes next.',
    };
    const minutes = {
      ...invitation,
      chaired: chair,
      attendance: seats.map(({ key }) => ({
        key,
        came: chance.happens(key === 'm3' ? 0.6 : 0.92) ? 'Came' : 'Sent apologies',
      })),
      discussed: `${theme.weak} ${theme.evidence}`,
      ...(chance.happens(0.75)
        ? {
            challenge: [
              {
                ...{ key: 'c1', 'asked-by': chair },
                asked: 'How do we know that it is better, and not only said to be?',
                answered:
                  'Books of two classes were looked at together last week: one is where it should be, one is not.',
                follows: 'The second class is looked at again before half-term.',
              },
            ],
          }
        : {}),
      actions: [{ key: 'a1', what: theme.action, owner: headName, due: dayForVisitsFrom(addDays(day, 42)) }],
    };
    const shared = officeDaysLater(day, chance.whole(2, 9));
    met.push({
      ...{ urn, kind: 'meeting', partOf: board, by: visitor, on: planned },
      then: happenedBy(today, [
        { on: planned, happened: { by: visitor, saves: invitation, aboutOn: day } },
        took(visitor, 'invite', planned),
        took(visitor, 'hold', day),
        { on: shared, happened: { by: visitor, saves: minutes, aboutOn: day } },
        took(visitor, 'share-minutes', shared),
        took(visitor, 'agree-minutes', officeDaysLater(shared, 5), `${chair} agreed them by telephone.`),
      ]),
    });
  }
  return met;
}

/** The meeting after a day: six weeks on, when the school is open. */
function firstAfter(day: IsoDate): IsoDate {
  return dayForVisitsFrom(addDays(day, 7 * weeksBetween));
}
