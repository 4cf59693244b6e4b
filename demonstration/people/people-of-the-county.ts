import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { presentDay } from '../calendar.ts';
import { county, dioceses } from '../county/county.ts';
import { isOpenOn, type Establishment } from '../county/lineage.ts';
import type { CountyLife } from '../life/county-life.ts';
import { divisionOf } from './divisions.ts';
import { cameOn, nameSource, registeredHead } from './names.ts';

/** One role of one invented person, as a line of a list of people says it. */
export interface InventedRole {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly for: string;
  /** ISO dates, or '': from today, until it is ended. */
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

/**
 * Schools whose heads and chairs can be signed in as, the ones of the first head and chair first: of every phase and many
 * categories. What each is like is held by `people.test.ts`.
 */
export const schoolsWithPeople = {
  'causing concern, primary': '900079',
  'causing concern, secondary academy': '900485',
  'causing concern, special': '900414',
  'causing concern, voluntary controlled': '900058',
  'causing concern, in a village': '900253',
  'causing concern, supported by another’s leader': '900145',
  'causing concern, supported by another’s leader too': '900320',
  'requiring improvement, academy': '900536',
  'requiring improvement, village': '900223',
  'good and declining': '900016',
  'good, with a new head': '900042',
  outstanding: '900109',
  'outstanding, secondary': '900372',
  nursery: '900425',
  'pupil referral unit': '900428',
} as const;

/** Its infant and junior school have one head and one chair. */
export const federation = {
  name: 'Deverwell Southgate Federation',
  infant: '900061',
  junior: '900062',
} as const;

/** The head who left last summer came and went on these days; the next one came with the new school year. */
export const headBefore = { from: '2018-09-01', to: '2025-08-31' } as const;

const invented = (why: string): string => `${why} (invented for the demonstration)`;
const domain = `${county.name.toLowerCase()}.example`;

/**
 * Everybody of Larkshire who can be signed in as, in the order of a list that an authority would take in. The first of each
 * role has the role’s name for an address: `head-of-service@larkshire.example`.
 *
 * @param today the roles that end do so counted from this day
 */
export function peopleOfTheCounty(life: CountyLife, today: IsoDate): readonly InventedRole[] {
  const open = new Map(
    life.establishments.filter((one) => isOpenOn(one, presentDay)).map((one) => [one.urn, one]),
  );
  const school = (urn: string): Establishment => {
    const found = open.get(urn);
    if (found === undefined) throw new Error(`No school ${urn} is open.`);
    return found;
  };
  const names = nameSource([...open.values()].map(({ lineage }) => registeredHead(lineage)));
  const authority = staff(names);
  const schools = Object.values(schoolsWithPeople).map(school);
  const inTrouble = [...open.values()].filter(({ lineage }) =>
    ['declining', 'stuck'].includes(lineage.story),
  );
  return [
    ...authority,
    ...officersOf(names, [...new Set([...schools, ...inTrouble])]),
    ...partners(names, schools, today),
    ...schools.flatMap((one, index) => leaders(names, one, index === 0)),
    ...federated(names, school),
    ...bodies(names, school),
  ];
}

type Names = ReturnType<typeof nameSource>;

function person(
  names: Names,
  address: string,
  role: string,
  more: Partial<Omit<InventedRole, 'email' | 'role'>> = {},
): InventedRole {
  const name = more.name ?? names(address);
  const usual = { for: '', from: '2024-09-01', to: '', why: invented('Works for the authority') };
  return { ...usual, ...more, name, email: `${address}@${domain}`, role };
}

const addressOf = (role: string): string => role.toLowerCase().replaceAll(' ', '-');

/** Who works for the authority, but for those who have schools of their own. */
function staff(names: Names): readonly InventedRole[] {
  const first = [
    'Director',
    'Head of service',
    'Analyst',
    'Governor support',
    'Data officer',
    'Administrator',
    'Information officer',
    'Auditor',
  ].map((role) => person(names, addressOf(role), role));
  return [
    ...first,
    person(names, 'governor-support-2', 'Governor support'),
    // Stands in for the one above, who is on leave.
    person(names, 'data-officer-2', 'Data officer'),
  ];
}

const officers = 4;

/** The first three were there before: from when they wrote down what they expected of schools (`expectations.ts`). */
const officersBefore = { number: 3, from: '2021-09-01', to: '2025-08-31' } as const;

/** Officers see every school, and have some given to them: those that need them most, shared out by district. */
function officersOf(names: Names, schools: readonly Establishment[]): readonly InventedRole[] {
  const districts = [...new Set(schools.map(({ lineage }) => lineage.district))].toSorted();
  return Array.from({ length: officers }, (_, index) => {
    const address = index === 0 ? 'intervention-officer' : `intervention-officer-${index + 1}`;
    const own = schools.filter(({ lineage }) => districts.indexOf(lineage.district) % officers === index);
    const name = names(address);
    const { number, ...before } = officersBefore;
    return [
      ...(index < number ? [person(names, address, 'Intervention officer', { name, ...before })] : []),
      ...own.map(({ urn }) =>
        person(names, address, 'Intervention officer', {
          name,
          for: urn,
          from: '2025-09-01',
          why: invented('The school was given to this officer'),
        }),
      ),
    ];
  }).flat();
}

/** Advisers from outside, and a leader of a strong school who supports two others until a day. */
function partners(names: Names, schools: readonly Establishment[], today: IsoDate): readonly InventedRole[] {
  const advised = schools.slice(0, 6);
  const challenge = ['challenge-partner', 'challenge-partner-2'].flatMap((address, index) => {
    const name = names(address);
    return advised
      .filter((_, place) => place % 2 === index)
      .map(({ urn }) =>
        person(names, address, 'Education challenge partner', {
          name,
          for: urn,
          from: '2025-09-01',
          why: invented('Commissioned for the school year'),
        }),
      );
  });
  const leader = names('system-leader');
  const supported = [
    schoolsWithPeople['causing concern, supported by another’s leader'],
    schoolsWithPeople['causing concern, supported by another’s leader too'],
  ].map((urn) =>
    person(names, 'system-leader', 'System leader', {
      name: leader,
      for: urn,
      from: '2026-01-01',
      to: summerAfter(today),
      why: invented('Supports the school, as agreed with both governing boards'),
    }),
  );
  return [...challenge, ...supported];
}

/** The last day of the school year after this one: a support that is agreed today lasts until then. */
function summerAfter(today: IsoDate): IsoDate {
  const year = Number(today.slice(0, 4)) + (today.slice(5) > '08-31' ? 2 : 1);
  return `${year}-08-31`;
}

/** Head and chair of a school; of the first a governor and the clerk too. */
function leaders(names: Names, { urn, lineage }: Establishment, isFirst: boolean): readonly InventedRole[] {
  const address = (role: string): string => (isFirst ? role : `${role}-${urn}`);
  const since = cameOn(lineage);
  const heads = [
    person(names, address('headteacher'), 'Headteacher', {
      name: registeredHead(lineage),
      for: urn,
      from: since,
      why: invented('Appointed by the governing board'),
    }),
  ];
  if (urn === schoolsWithPeople['good, with a new head']) {
    heads.unshift(
      person(names, `headteacher-until-2025-${urn}`, 'Headteacher', {
        name: registeredHead(lineage, headBefore.to),
        for: urn,
        ...headBefore,
        why: invented('Led the school until the summer of 2025'),
      }),
    );
  }
  const chair = person(names, address('chair'), 'Chair of governors', {
    for: urn,
    from: '2024-10-01',
    why: invented('Elected by the governing board'),
  });
  if (!isFirst) return [...heads, chair];
  return [
    ...heads,
    chair,
    person(names, 'governor', 'Governor', { for: urn, why: invented('Elected by parents') }),
    person(names, 'clerk', 'Clerk to governors', { for: urn, why: invented('Clerks for the board') }),
  ];
}

function federated(names: Names, school: (urn: string) => Establishment): readonly InventedRole[] {
  const { lineage } = school(federation.infant);
  return [
    person(names, 'headteacher-of-a-federation', 'Headteacher', {
      name: registeredHead(lineage),
      for: federation.name,
      from: cameOn(lineage),
      why: invented('Leads both schools of the federation'),
    }),
    person(names, 'chair-of-a-federation', 'Chair of governors', {
      for: federation.name,
      from: '2024-10-01',
      why: invented('Elected by the board of the federation'),
    }),
  ];
}

/** Members of the council, of its panel and of the board, diocese and trust; one of them is a governor as well. */
function bodies(names: Names, school: (urn: string) => Establishment): readonly InventedRole[] {
  const divisions = [
    ...new Set(Object.values(schoolsWithPeople).map((urn) => divisionOf(school(urn).lineage))),
  ].slice(0, 4);
  const elected = { from: '2025-05-05', why: invented('Elected in May 2025') };
  const members = divisions.map((division, index) =>
    person(names, index === 0 ? 'elected-member' : `elected-member-${index + 1}`, 'Elected member', {
      ...elected,
      for: division,
    }),
  );
  const { trust } = school(schoolsWithPeople['causing concern, secondary academy']);
  const second = members[1];
  if (trust === null || second === undefined)
    throw new Error('The county lacks a trust or a second division.');
  return [
    ...members,
    {
      ...second,
      role: 'Governor',
      for: schoolsWithPeople['good and declining'],
      why: invented('Co-opted by the governing board'),
    },
    person(names, 'scrutiny-member', 'Scrutiny panel member', elected),
    person(names, 'board-member', 'Improvement board member', { why: invented('Appointed to the board') }),
    person(names, 'diocese-officer', 'Diocesan officer', {
      for: dioceses['Church of England'],
      why: invented('Works for the diocese'),
    }),
    person(names, 'trust-officer', 'Trust officer', {
      for: trust.name,
      why: invented('Works for the trust'),
    }),
  ];
}

/** Somebody on leave, and the colleague who stands in: from today, for a term. */
export function leave(today: IsoDate) {
  return {
    away: `governor-support-2@${domain}`,
    standsIn: `data-officer-2@${domain}`,
    from: today,
    until: addDays(today, 120),
    why: invented('On leave'),
  } as const;
}
