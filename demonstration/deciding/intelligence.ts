import type { Basis, IntelligenceLevel } from '#/analyse/rules/intelligence/intelligence.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { chanceFor } from '../random.ts';
import { schoolsWithPeople } from '../people/people-of-the-county.ts';

/** Something that came to the ears of a service, and what became of it. Addresses say who, without their domain. */
export interface HeardOfSchool {
  readonly by: string;
  readonly urn: string;
  readonly kind: string;
  readonly words: string;
  readonly source: string;
  readonly basis: Basis;
  readonly level: IntelligenceLevel;
  readonly named: readonly string[];
  readonly knownOn: IsoDate;
  readonly then: {
    readonly by: string;
    readonly act: string;
    readonly why: string;
    readonly says: string;
  } | null;
}

interface Told {
  readonly by: string;
  readonly kind: string;
  readonly basis: Basis;
  readonly source: string;
  readonly words: string;
}

/** What each service hears, again and again. */
const heard: readonly Told[] = [
  {
    by: 'data-officer',
    kind: 'finance',
    basis: 'record',
    source: 'Finance team, budget return',
    words: 'The three-year budget was returned late and does not balance in its second year.',
  },
  {
    by: 'governor-support',
    kind: 'governance',
    basis: 'record',
    source: 'Governor services, list of vacancies',
    words: 'Four of twelve posts on the governing body are vacant, the vice-chair’s among them.',
  },
  {
    by: 'data-officer-2',
    kind: 'exclusions',
    basis: 'record',
    source: 'Inclusion team, termly return',
    words: 'Suspensions rose from 9 to 31 in two terms.',
  },
  {
    by: 'analyst',
    kind: 'in-year-results',
    basis: 'record',
    source: 'The school’s own assessments, collected in February',
    words: 'Year 6 stands well below where the school said in the autumn that it would be.',
  },
  {
    by: 'intervention-officer-2',
    kind: 'head-leaving',
    basis: 'told',
    source: 'The chair, by telephone',
    words: 'The head has resigned from the end of term. The post is to be advertised.',
  },
  {
    by: 'data-officer',
    kind: 'human-resources',
    basis: 'record',
    source: 'Human resources, quarterly report',
    words: 'Five of eighteen teachers left within the year, and two posts stay empty.',
  },
  {
    by: 'intervention-officer-3',
    kind: 'send',
    basis: 'told',
    source: 'The SEND casework team',
    words: 'Three annual reviews are overdue, and there has been no coordinator since half-term.',
  },
  {
    by: 'head-of-service',
    kind: 'complaints',
    basis: 'record',
    source: 'Complaints team, register',
    words: 'Five complaints of parents in a term about the same matter: how bullying is dealt with.',
  },
  {
    by: 'data-officer-2',
    kind: 'admissions',
    basis: 'record',
    source: 'Admissions team, offers of places',
    words: 'First preferences fell from 41 to 23 of 45 places.',
  },
  {
    by: 'intervention-officer',
    kind: 'safeguarding',
    basis: 'seen',
    source: 'Visit of an officer',
    words: 'The single central record was not up to date; two checks were missing and have been asked for.',
  },
];

const [often, oftenToo] = [
  schoolsWithPeople['good and declining'],
  schoolsWithPeople['requiring improvement, village'],
];

/** Days before today on which these two came to ears again and again. */
const recurring: readonly (readonly [urn: string, which: number, daysAgo: number])[] = [
  [often, 4, 400],
  [often, 1, 250],
  [often, 3, 130],
  [often, 5, 40],
  [oftenToo, 0, 330],
  [oftenToo, 2, 180],
  [oftenToo, 7, 60],
];

/** Entries about other schools, over two years. */
const others = 30;
const [longestAgo, newest] = [720, 10];

/**
 * What services told of schools in two years, the oldest first: some is over by now, some counts, one was withdrawn.
 *
 * @param schools numbers of the open schools, in an order that is the same every time
 * @param lookedAtAlone the school that a round was opened for because of what was heard, and when
 */
export function heardIn(
  today: IsoDate,
  schools: readonly string[],
  lookedAtAlone: { readonly urn: string; readonly opened: IsoDate } | null,
): readonly HeardOfSchool[] {
  const usual = { level: 'authority', named: [], then: null } as const;
  const chance = chanceFor('intelligence');
  const one = (which: number, urn: string, daysAgo: number): HeardOfSchool => {
    const told = heard[which % heard.length];
    if (told === undefined) throw new Error('Nothing is heard.');
    return { ...usual, ...told, urn, knownOn: addDays(today, -daysAgo) };
  };
  const spread = Array.from({ length: others }, (_, index) => {
    const daysAgo = longestAgo - Math.floor((index * (longestAgo - newest)) / others);
    return thenOf(one(index, chance.pick(schools), daysAgo), index);
  });
  const alone: readonly HeardOfSchool[] =
    lookedAtAlone === null
      ? []
      : [
          {
            ...usual,
            ...{ by: 'intervention-officer-2', urn: lookedAtAlone.urn, kind: 'head-leaving', basis: 'told' },
            ...{ source: 'The chair, in a meeting', knownOn: addDays(lookedAtAlone.opened, -6) },
            words: 'Head and deputy both leave at the end of term, and nobody is appointed.',
            then: {
              ...{ by: 'head-of-service', act: 'looked at', says: '' },
              why: 'A round was opened for this school alone.',
            },
          },
        ];
  const confidential: HeardOfSchool = {
    ...usual,
    ...{ by: 'head-of-service', urn: schoolsWithPeople['causing concern, primary'], kind: 'human-resources' },
    ...{ basis: 'told', source: 'Human resources', level: 'named people', named: ['director'] },
    words: 'A long absence among the senior leaders is expected from next month. It goes no further.',
    knownOn: addDays(today, -21),
  };
  return [
    ...recurring.map(([urn, which, daysAgo]) => one(which, urn, daysAgo)),
    ...spread,
    ...alone,
    confidential,
  ].toSorted((a, b) => a.knownOn.localeCompare(b.knownOn));
}

function thenOf(entry: HeardOfSchool, index: number): HeardOfSchool {
  const by = entry.by;
  if (index === 12)
    return {
      ...entry,
      then: { by, act: 'withdrawn', says: '', why: 'It was about another school of a like name.' },
    };
  if (index === 15)
    return {
      ...entry,
      then: {
        by,
        act: 'corrected',
        says: 'Two of eighteen teachers left, and one post is empty.',
        why: 'The report counted two schools together.',
      },
    };
  if (index % 4 !== 1) return entry;
  const why = 'Talked over with the school. Its partner takes it up at the next visit.';
  return { ...entry, then: { by: 'head-of-service', act: 'looked at', says: '', why } };
}
