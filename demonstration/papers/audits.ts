import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { chanceFor } from '../random.ts';
import { areasOn } from './areas-graded.ts';
import { howAsked, themesOf } from './phrases.ts';
import { dayForVisitsFrom, officeDaysLater, schoolDaysLater } from './school-days.ts';
import { happenedBy, took, type SchoolWrittenOf } from './school-written-of.ts';

/** The scoping audit of a school of concern: most are done, some wait for the school or are being written, some not begun. */
export function auditsOf(school: SchoolWrittenOf, today: IsoDate): readonly PaperWritten[] {
  const { urn, visitor, head, standing } = school;
  const chance = chanceFor('scoping audits', urn);
  if (standing !== 'of concern' || (head === null && chance.happens(0.15))) return [];
  const day = dayForVisitsFrom(addDays(today, -chance.whole(45, 400)));
  if (day > today) return [];
  const on = addDays(day, -chance.whole(3, 15));
  const shared = officeDaysLater(day, chance.whole(5, chance.happens(0.2) ? 60 : 25));
  const answered = schoolDaysLater(shared, chance.whole(2, 12));
  const [first, second] = chance.happens(0.5) ? themesOf(school.phase) : themesOf(school.phase).toReversed();
  const weak = `${first?.weak ?? ''} ${second?.weak ?? ''}`;
  const finer = chance.pick([
    'A4: school of concern',
    'A4: school of concern',
    'D3: in transition, expected to require improvement',
    'D2: in transition, expected to be good',
  ] as const);
  const content = {
    by: visitor.name,
    why: 'Its results are well below those of similar schools, and its category tells of it.',
    how: 'Two days in school: lessons, books, registers, and talks with leaders, governors and pupils.',
    areas: areasOn(on).areas.map(({ key, isOptional, grades }) => ({
      key,
      grade: isOptional ? 'Not looked at' : chance.pick(grades),
      ...(isOptional ? {} : { evidence: chance.pick(themesOf(school.phase)).evidence }),
    })),
    issues: weak,
    capacity: chance.pick([
      'The head can; the board cannot yet, and knows it.',
      'Leaders see what is wrong and are too few to put it right alone.',
      'The board has changed since the summer and begins to hold leaders to account.',
    ]),
    'finer-grade': finer,
    approach: finer.startsWith('A4')
      ? chance.pick([
          'Support agreed with the school, reviewed by a core group',
          'An improvement board of the authority',
        ])
      : 'Support agreed with the school, reviewed by a core group',
    'approach-why': 'The school has taken up what it was offered so far.',
    actions: [
      {
        key: 'a1',
        what: first?.action ?? 'Agree the plan with governors',
        owner: school.headName,
        due: dayForVisitsFrom(addDays(shared, 40)),
      },
    ],
  };
  const answer =
    head === null
      ? took(visitor, 'unanswered', schoolDaysLater(shared, 12), chance.pick(howAsked))
      : chance.happens(0.7)
        ? took(head, 'see-it-so', answered, 'It is hard to read, and it is so.')
        : took(
            head,
            'see-it-differently',
            answered,
            'Behaviour is better than the audit says: it fell on the week of the trips.',
          );
  return [
    {
      ...{ urn, kind: 'scoping-audit', by: visitor, on },
      then: happenedBy(today, [
        { on: day, happened: { by: visitor, saves: content, aboutOn: day } },
        took(visitor, 'share', shared),
        answer,
      ]),
    },
  ];
}
