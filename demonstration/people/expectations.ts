import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { presentDay } from '../calendar.ts';
import { isOpenOn, type Establishment } from '../county/lineage.ts';
import type { CountyLife } from '../life/county-life.ts';
import type { Inspected } from '../life/inspection.ts';
import { chanceFor, type Chance } from '../random.ts';

/** Something an invented officer wrote down of a school, or withdrew; mail addresses say who. */
export interface Expecting {
  readonly by: string;
  readonly urn: string;
  readonly on: IsoDate;
  /** `null`: withdrawn, for the reason given. */
  readonly expected: { readonly standing: string; readonly by: IsoDate; readonly sure: string } | null;
  readonly why: string;
}

/** The days on which officers wrote down what they expected, and for when: each as far ahead as the rules of the day held. */
const rounds = [
  { on: '2021-10-05', for: '2023-08-31' },
  { on: '2022-10-04', for: '2024-08-31' },
  { on: '2023-10-03', for: '2025-08-31' },
  { on: '2024-10-01', for: '2025-08-31' },
  { on: '2025-12-02', for: '2026-08-31' },
] as const;

/** Officers, and how often each sees what comes: one is near it, one thinks too well of schools, one too ill. */
const officers = [
  { address: 'intervention-officer', seesGood: 0.85, seesBelow: 0.75 },
  { address: 'intervention-officer-2', seesGood: 0.97, seesBelow: 0.35 },
  { address: 'intervention-officer-3', seesGood: 0.6, seesBelow: 0.95 },
] as const;

/** Schools of a round that are inspected before it is over, so that there is something to mark, and one that is not. */
const [inspectedOfARound, otherOfARound] = [3, 1];

const whys = {
  good: [
    'Leaders know their weak spots and have closed two of them since spring.',
    'Books and lessons are better than the results of two years ago say.',
    'The new head has the staff behind her, and attendance is up.',
    'Governors ask the right questions now and get answers.',
  ],
  below: [
    'Results have slipped for two years and leaders explain them away.',
    'Three senior staff have left since last summer.',
    'Reading in the first years is weaker than the school thinks.',
    'Exclusions are up, and the board has not asked why.',
  ],
} as const;

/**
 * What officers of Larkshire expected of schools over the years, oldest first. It is made up out of what the files say came
 * of it, and is not always right.
 */
export function expectationsOf(life: CountyLife): readonly Expecting[] {
  const made = rounds.flatMap((round) =>
    officers.flatMap((officer) => {
      const chance = chanceFor('expectations', officer.address, round.on);
      return schoolsFor(life, round, chance).map((school) => expecting(officer, round, school, chance));
    }),
  );
  const changed = made.filter(({ on }) => on === rounds[2].on).slice(0, 3);
  return [...made, ...changed.map(changeOfMind)].toSorted((one, other) =>
    one.on < other.on ? -1 : one.on > other.on ? 1 : 0,
  );
}

type Round = (typeof rounds)[number];
type Officer = (typeof officers)[number];
interface SchoolThen {
  readonly establishment: Establishment;
  readonly isBelow: boolean;
}

function schoolsFor(life: CountyLife, round: Round, chance: Chance): readonly SchoolThen[] {
  const all = life.lives.flatMap(({ establishments, inspections }) => {
    const establishment = establishments.find((one) => isOpenOn(one, round.on) && isOpenOn(one, presentDay));
    const full = inspections.filter(
      ({ kind, publishedOn }) => kind !== 'ungraded' && publishedOn <= round.for,
    );
    const last = full.at(-1);
    if (establishment === undefined || last === undefined) return [];
    return [{ establishment, isBelow: isBelow(last), tested: last.startedOn > round.on }];
  });
  const some = (tested: boolean, many: number) => {
    const left = all.filter((one) => one.tested === tested);
    return Array.from({ length: many }, () => left.splice(chance.whole(0, left.length - 1), 1)).flat();
  };
  return [...some(true, inspectedOfARound), ...some(false, otherOfARound)];
}

function expecting(
  { address, seesGood, seesBelow }: Officer,
  { on, for: day }: Round,
  { establishment, isBelow: comesBelow }: SchoolThen,
  chance: Chance,
): Expecting {
  const below = comesBelow ? chance.happens(seesBelow) : !chance.happens(seesGood);
  return {
    by: `${address}@larkshire.example`,
    urn: establishment.urn,
    on,
    expected: {
      standing: standingInWords(below, on),
      by: day,
      sure: chance.happens(0.25) ? '' : String(50 + 5 * chance.whole(1, 9)),
    },
    why: chance.pick(below ? whys.below : whys.good),
  };
}

/** Five months later: two think otherwise, and one does not know any more. */
function changeOfMind(one: Expecting, index: number): Expecting {
  const on = addDays(one.on, 150);
  if (one.expected === null || index === 2) {
    return { ...one, on, expected: null, why: 'The head leaves at Easter, and nobody can say who comes.' };
  }
  const below = !one.expected.standing.includes('below');
  return {
    ...{ ...one, on },
    expected: { ...one.expected, standing: standingInWords(below, on), sure: '60' },
    why: below ? whys.below[1] : whys.good[2],
  };
}

function standingInWords(below: boolean, on: IsoDate): string {
  if (on >= '2025-11-10') return below ? 'an area below expected' : 'every area at expected or above';
  return below ? 'below good' : 'good or better';
}

/** Whether a full inspection found the school wanting, in the words of its own framework. */
export function isBelow({ overall, judgements, card }: Inspected): boolean {
  if (card !== null) {
    const { safeguardingMet, ...areas } = card;
    return (
      !safeguardingMet ||
      Object.values(areas).some((grade) => grade === 'Needs attention' || grade === 'Urgent improvement')
    );
  }
  if (typeof overall === 'number') return overall > 2;
  return (judgements?.qualityOfEducation ?? 0) > 2 || (judgements?.leadership ?? 0) > 2;
}

/** A share of schools that Larkshire aimed at, and who said so when. */
export interface Aiming {
  readonly by: string;
  readonly on: IsoDate;
  readonly groupKind: string;
  readonly groupName: string;
  readonly standing: string;
  readonly day: IsoDate;
  /** In percent. */
  readonly share: string;
  readonly restsOn: string;
}

const aims = [
  {
    on: '2024-09-17',
    day: '2025-08-31',
    standing: 'good or better',
    all: '92',
    primary: '93',
    secondary: '85',
    special: '90',
  },
  {
    on: '2025-12-09',
    day: '2026-08-31',
    standing: 'every area at expected or above',
    all: '55',
    primary: '56',
    secondary: '52',
    special: '55',
  },
  {
    on: '2025-12-09',
    day: '2027-08-31',
    standing: 'every area at expected or above',
    all: '62',
    primary: '63',
    secondary: '58',
    special: '62',
  },
] as const;

/** What Larkshire aimed at, oldest first. */
export const aimedAt: readonly Aiming[] = aims.flatMap(({ on, day, standing, ...shares }) =>
  (['all', 'primary', 'secondary', 'special'] as const).map((group) => ({
    ...{ by: 'director@larkshire.example', on, day, standing, share: shares[group] },
    groupKind: group === 'all' ? 'all' : 'phase',
    groupName: group === 'all' ? 'All schools' : group,
    restsOn: `The council’s plan for schools, agreed in ${on < '2025' ? 'September 2024' : 'December 2025'} (invented for the demonstration)`,
  })),
);
