import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { schoolsWithPeople } from './people-of-the-county.ts';

const domain = 'larkshire.example';
const at = (address: string): string => `${address}@${domain}`;
const first = schoolsWithPeople['causing concern, primary'];
const academy = schoolsWithPeople['causing concern, secondary academy'];
const village = schoolsWithPeople['requiring improvement, village'];

/** Something that invented people wrote to one another. Mail addresses say who. */
export type Written =
  | {
      readonly kind: 'request';
      readonly by: string;
      readonly schools: readonly string[];
      readonly what: string;
      readonly why: string;
      readonly due: IsoDate;
      readonly level: 'school and authority' | 'authority' | 'named people';
      readonly named: readonly string[];
    }
  | { readonly kind: 'receipt'; readonly by: string; readonly urn: string }
  | { readonly kind: 'reply'; readonly by: string; readonly urn: string; readonly words: string }
  /** To what the school was asked in these words. */
  | {
      readonly kind: 'answer';
      readonly by: string;
      readonly urn: string;
      readonly what: string;
      readonly words: string;
    };

const plan = 'Your improvement plan, as agreed by governors';
const progress = 'How pupils of years 2 and 6 have come on this half term, in numbers and not by name';

/** What heads, chairs and officers of Larkshire wrote, in order. Due days are counted from today. */
export function written(today: IsoDate): readonly Written[] {
  const shared = { level: 'school and authority', named: [] } as const;
  return [
    {
      ...{ kind: 'request', by: at('intervention-officer'), ...shared },
      schools: [first, academy, village],
      what: plan,
      why: 'We read it before we meet, so that the meeting is about the school and not about paper.',
      due: addDays(today, 14),
    },
    {
      ...{ kind: 'request', by: at('intervention-officer'), ...shared },
      schools: [first],
      what: progress,
      why: 'Heads and governors of every school with an officer are asked the same.',
      due: addDays(today, 2),
    },
    {
      ...{ kind: 'request', by: at('intervention-officer'), level: 'authority', named: [] },
      schools: [first],
      what: 'Ring the chair about the date of the governors’ meeting',
      why: 'The diocese asked for it.',
      due: addDays(today, 5),
    },
    {
      ...{ kind: 'request', by: at('head-of-service'), level: 'named people', named: ['headteacher'] },
      schools: [first],
      what: 'A time to talk about the cover for your deputy',
      why: 'It is about one person and goes no further.',
      due: addDays(today, 7),
    },
    { kind: 'receipt', by: at('headteacher'), urn: first },
    {
      ...{ kind: 'reply', by: at('headteacher'), urn: first },
      words:
        'We read it at the kitchen table and it is fair on leadership, which has changed since.\n\nBehaviour is not what the inspection saw: exclusions have fallen every term, and we can show it.',
    },
    {
      ...{ kind: 'reply', by: at('intervention-officer'), urn: first },
      words:
        'Thank you. Bring the figures of each term to our next meeting: they are what would change my mind.',
    },
    { kind: 'receipt', by: at(`headteacher-${academy}`), urn: academy },
    { kind: 'receipt', by: at(`chair-${academy}`), urn: academy },
    {
      ...{ kind: 'reply', by: at(`chair-${academy}`), urn: academy },
      words:
        'Governors had not been shown these results side by side. Could somebody explain them to the board?',
    },
    {
      ...{ kind: 'answer', by: at(`headteacher-${village}`), urn: village, what: plan },
      words:
        'The plan of October, with what governors added. The part on reading is the one to look at first.',
    },
  ];
}
