import type { PaperWritten } from '#/papers/actions/papers-written.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { chanceFor, type Chance } from '../random.ts';
import { areasOn } from './areas-graded.ts';
import { themesOf } from './phrases.ts';
import { officeDaysLater, schoolDaysLater } from './school-days.ts';
import { happenedBy, took, type Dated, type SchoolWrittenOf } from './school-written-of.ts';

const share = { 'of concern': 0.92, 'requiring improvement': 0.8, 'any other': 0.55 } as const;

/**
 * The diagnosis of a school that was told its category: begun after the letter, shared, answered and settled, sooner where the
 * school is of concern. Of some schools it is not begun.
 */
export function diagnosesOf(school: SchoolWrittenOf, today: IsoDate): readonly PaperWritten[] {
  const { urn, visitor, toldOn, standing, head } = school;
  const chance = chanceFor('diagnoses', urn);
  if (toldOn === null || (head === null && !chance.happens(share[standing]))) return [];
  const on = officeDaysLater(toldOn, standing === 'of concern' ? chance.whole(1, 10) : chance.whole(5, 35));
  if (on > today) return [];
  const shared = officeDaysLater(on, chance.whole(6, chance.happens(0.15) ? 30 : 15));
  return [
    {
      ...{ urn, kind: 'diagnosis', by: visitor, on },
      then: happenedBy(today, [
        {
          on,
          happened: {
            by: visitor,
            saves: {
              hypothesis: 'The category that the school was told says where results are weak, and not why.',
            },
          },
        },
        { on: shared, happened: { by: visitor, saves: contentOf(school, on, chance) } },
        took(visitor, 'share', shared),
        ...answer(school, shared, chance),
      ]),
    },
  ];
}

function answer({ head, visitor }: SchoolWrittenOf, shared: IsoDate, chance: Chance): readonly Dated[] {
  if (head === null) {
    const on = schoolDaysLater(shared, chance.whole(10, 16));
    return [
      took(
        visitor,
        'settle-unanswered',
        on,
        'Asked twice and talked through by telephone; the plan is due and cannot wait.',
      ),
    ];
  }
  const on = schoolDaysLater(shared, chance.whole(2, 10));
  const settled = officeDaysLater(on, chance.whole(2, 9));
  const kind = chance.uniform();
  if (kind < 0.5) return [took(head, 'agree', on, 'We would have written the same.')];
  if (kind < 0.8) {
    return [
      took(
        head,
        'agree-in-part',
        on,
        'We agree on reading and on the board. Behaviour is not a cause: it follows from lessons that do not hold pupils.',
      ),
      took(
        visitor,
        'settle-in-part',
        settled,
        'The school’s point is fair and stays beside ours. The priorities are the same either way.',
      ),
    ];
  }
  return [
    took(
      head,
      'do-not-agree',
      on,
      'The diagnosis rests on one week. Three of the lessons seen were taught by people who have left since.',
    ),
    took(
      visitor,
      'settle-not-agreed',
      settled,
      'The books of the whole year say what the lessons said. We look at it again together at the first review.',
    ),
  ];
}

function contentOf(school: SchoolWrittenOf, on: IsoDate, chance: Chance) {
  const themes = themesOf(school.phase);
  const first = chance.whole(0, themes.length - 2);
  const [one, two] = [themes[first], themes[first + 1]].flatMap((theme) => theme ?? []);
  const isWell = school.standing === 'any other';
  const rows = areasOn(on).areas.filter(({ isOptional }) => !isOptional);
  return {
    hypothesis: 'The category that the school was told says where results are weak, and not why.',
    differs: chance.pick(['It bears it out', 'It bears it out', 'It differs in part']),
    'differs-why':
      'What was seen in lessons and books goes the same way as the results; attendance explains more of them than we thought.',
    areas: rows.map(({ key }) => ({
      key,
      standing: chance.pick(
        isWell
          ? ['A strength', 'Secure', 'To be improved']
          : ['Secure', 'To be improved', 'A serious weakness'],
      ),
      finding: chance.pick(themes)[isWell ? 'well' : 'weak'],
    })),
    causes: [one, two].flatMap((theme, index) =>
      theme === undefined ? [] : [{ key: `c${index + 1}`, cause: theme.weak, evidence: theme.evidence }],
    ),
    groups: ['Disadvantaged pupils', 'Pupils with special educational needs'],
    'groups-why': one?.vulnerable ?? '',
    priorities: [one, two].flatMap((theme, index) =>
      theme === undefined ? [] : [{ key: `p${index + 1}`, priority: theme.action, 'shown-by': theme.well }],
    ),
    capacity: isWell
      ? 'It can do it itself'
      : chance.pick([
          'It can with support from another school',
          'It can with support that the authority arranges',
        ]),
    'capacity-why': isWell
      ? 'Leaders found it before we did.'
      : 'Leaders agree on what is wrong, and have put one thing right this year.',
  };
}
