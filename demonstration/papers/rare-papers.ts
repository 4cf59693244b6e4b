import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { dayForVisitsFrom, officeDaysLater, schoolDaysLater } from './school-days.ts';
import { happenedBy, took, type SchoolWrittenOf } from './school-written-of.ts';

/** Two schools that did not take up what was offered: one that answers now, one that was won over last year. */
export function disengagements(schools: readonly SchoolWrittenOf[], today: IsoDate): readonly PaperWritten[] {
  const below = schools.filter(({ head, standing }) => head !== null && standing === 'of concern');
  return [
    { school: below[2], daysAgo: 21, isResolved: false },
    { school: below[3], daysAgo: 300, isResolved: true },
  ].flatMap(({ school, daysAgo, isResolved }) => {
    if (school === undefined || school.head === null) return [];
    const on = officeDaysLater(addDays(today, -daysAgo), 0);
    const told = officeDaysLater(on, 2);
    const answered = schoolDaysLater(told, 6);
    const { urn, visitor, head } = school;
    const content = {
      summary: 'Three offers of support for middle leaders were not taken up',
      offered:
        'A leader of a strong school for a day a week; a place in the programme for middle leaders; a review of reading. Offered by the officer of the school over two terms.',
      happened: 'The first visit was put off twice. To the second and third offer there was no answer.',
      expected:
        'Agree the days of the supporting leader for this term, and send two middle leaders to the programme.',
      'expected-by': dayForVisitsFrom(addDays(told, 30)),
      consequence:
        'The officer puts it to the governing board in person, and the head of service considers a warning notice.',
    };
    const end = isResolved
      ? [
          took(
            visitor,
            'resolve',
            officeDaysLater(answered, 15),
            'Both middle leaders are in the programme, and the supporting leader comes on Tuesdays.',
          ),
        ]
      : [];
    return [
      {
        ...{ urn, kind: 'disengagement', by: visitor, on },
        then: happenedBy(today, [
          { on, happened: { by: visitor, saves: content } },
          took(visitor, 'tell', told),
          ...(isResolved
            ? [
                took(
                  head,
                  'answer',
                  answered,
                  'We were without a deputy all autumn. From January we can take up both.',
                ),
              ]
            : []),
          ...end,
        ]),
      },
    ];
  });
}

/** Notes of whoever leaves a school for whoever has it next: the newest waits. */
export function handOvers(schools: readonly SchoolWrittenOf[], today: IsoDate): readonly PaperWritten[] {
  return schools.flatMap((school): readonly PaperWritten[] => {
    const { urn, left, headName, visitor } = school;
    if (left === null) return [];
    const { by, on: last } = left;
    const [on, given] = [officeDaysLater(addDays(last, -14), 0), officeDaysLater(addDays(last, -3), 0)];
    if (on > today) return [];
    const content = {
      'where-it-stands':
        'Results have slipped for two years and leaders know it. Reading is put right first. The board has a new chair who asks. Staffing is settled until summer. Attendance is the next thing.',
      tried: 'A review of reading, which worked; training for governors, to which half of them came.',
      works: 'Go early in the day and walk the corridors first. Long mails are not read; a call is.',
      relationships: `${headName} is open and quick; the deputy carries much of the change. The chair wants to be rung, not written to.`,
      met: 'Both',
      risks: 'The deputy may leave: then the plan has nobody. Late registers would show it first.',
      dates: [{ key: 'd1', on: dayForVisitsFrom(addDays(last, 25)), what: 'Visit, already arranged' }],
    };
    const isTaken = last < addDays(today, -20) && visitor.id !== by.id;
    return [
      {
        ...{ urn, kind: 'hand-over', by, on },
        then: happenedBy(today, [
          { on, happened: { by, saves: content } },
          took(by, 'hand-over', given),
          ...(isTaken
            ? [took(visitor, 'take-over', officeDaysLater(last, 4), 'Read, and rung the head.')]
            : []),
        ]),
      },
    ];
  });
}
