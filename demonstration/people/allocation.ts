import type { Phase } from '#/schools/rules/school.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { nameSource } from './names.ts';
import type { InventedRole } from './people-of-the-county.ts';

/** A school as whoever allocates finds it. */
export interface SchoolToGive {
  readonly urn: string;
  readonly phase: Phase;
  readonly district: string | null;
  /** Whether an officer should have it, because it causes concern; a partner should have every other. */
  readonly toOfficer: boolean;
  /** Whether somebody of the kind it should have has it already. */
  readonly isGiven: boolean;
}

/** Whom partners of the county come from, and which phases they know. None of the organisations exists. */
interface Partner {
  readonly address: string;
  readonly organisation: string;
  readonly phases: readonly Phase[];
  readonly capacity: number;
}

const organisations = [
  'Wash and Wold Education (invented for the demonstration)',
  'North Sea School Partners (invented for the demonstration)',
  'Fenland Heads in Practice (invented for the demonstration)',
] as const;

const primary: readonly Phase[] = ['primary', 'nursery'];
const known: readonly (readonly Phase[])[] = [
  ...Array.from({ length: 11 }, () => primary),
  ['secondary'],
  ['secondary'],
  ['special', 'pupil referral unit', 'secondary'],
];

/** One of them says that they can look after fewer schools than they have. */
const [usualCapacity, smallCapacity] = [36, 24];

/** The partners of the county, of three organisations, most of them for primary schools. */
export const partners: readonly Partner[] = known.map((phases, index) => ({
  address: `challenge-partner${index === 0 ? '' : `-${String(index + 1)}`}`,
  organisation: organisations[index % organisations.length] ?? organisations[0],
  phases,
  capacity: index === 4 ? smallCapacity : usualCapacity,
}));

/** Officers who came for the schools that those before them could not take. */
export const laterOfficers = ['intervention-officer-5', 'intervention-officer-6'] as const;

/** Schools that nobody has, for whoever allocates to find: of concern without an officer, others without a partner. */
export const leftOut = { ofConcern: 2, others: 5 } as const;

/** What an authority gave its officers and partners, and a school that one of them may not have. */
export interface Allocation {
  readonly rows: readonly InventedRole[];
  /** By whose address: somebody else has the school. */
  readonly interest: { readonly address: string; readonly urn: string } | null;
}

/**
 * Who is given which school, as a list of people says it: neighbouring schools to one partner, of phases that they know.
 *
 * @param called who has which name already, by address without its domain
 */
export function allocationOf(
  schools: readonly SchoolToGive[],
  called: ReadonlyMap<string, string>,
  today: IsoDate,
): Allocation {
  const names = nameSource(called.values());
  const nameOf = new Map(called);
  const role = (address: string, of: string, more: Partial<InventedRole>): InventedRole => {
    const name = nameOf.get(address) ?? names(address);
    nameOf.set(address, name);
    const usual = {
      for: '',
      from: '2025-09-01',
      to: '',
      why: 'The school was given to them (invented for the demonstration)',
    };
    return { ...usual, ...more, name, email: `${address}@larkshire.example`, role: of };
  };
  const free = schools.filter(({ isGiven }) => !isGiven).toSorted(byPlace);
  const ofConcern = free.filter(({ toOfficer }) => toOfficer).slice(leftOut.ofConcern);
  const others = withoutSome(
    free.filter(({ toOfficer }) => !toOfficer),
    leftOut.others,
  );
  const shared = sharedOut(others);
  const officers = ofConcern.map(({ urn }, index) => {
    const address = laterOfficers[index % laterOfficers.length] ?? laterOfficers[0];
    return role(
      address,
      'Intervention officer',
      index === 0 ? { for: urn, from: lastHand(today) } : { for: urn },
    );
  });
  const changing = ofConcern[0];
  const before =
    changing === undefined
      ? []
      : handsBefore(today).map((hand) =>
          role(hand.address, 'Intervention officer', { for: changing.urn, from: hand.from, to: hand.to }),
        );
  const [first, second] = partners;
  const [theirs] = shared.get(second?.address ?? '') ?? [];
  return {
    rows: [
      ...[...shared].flatMap(([address, urns]) =>
        urns.map((urn) => role(address, 'Education challenge partner', { for: urn })),
      ),
      ...before,
      ...officers,
    ],
    interest: first === undefined || theirs === undefined ? null : { address: first.address, urn: theirs },
  };
}

/** Every so many schools one is left out, so that they lie apart. */
function withoutSome(schools: readonly SchoolToGive[], many: number): readonly SchoolToGive[] {
  const apart = Math.max(1, Math.floor(schools.length / (many + 1)));
  const left = new Set(Array.from({ length: many }, (_, index) => schools[(index + 1) * apart]));
  return schools.filter((one) => !left.has(one));
}

/** Schools of each phase in equal parts to those who know it, neighbours together; by address. */
function sharedOut(schools: readonly SchoolToGive[]): ReadonlyMap<string, readonly string[]> {
  const shares = new Map<string, string[]>(partners.map(({ address }) => [address, []]));
  for (const [phase, some] of Map.groupBy(schools, (one) => one.phase)) {
    const who = partners.filter(
      ({ phases }) => phases[0] === phase || (phase !== 'primary' && phases.includes(phase)),
    );
    some.forEach(({ urn }, index) => {
      const to = who[Math.floor((index * who.length) / some.length)];
      if (to !== undefined) shares.get(to.address)?.push(urn);
    });
  }
  return shares;
}

/** One school had three officers before the one it has, in three years: each as long as it lasted. */
function handsBefore(
  today: IsoDate,
): readonly { readonly address: string; readonly from: IsoDate; readonly to: IsoDate }[] {
  const days = [1000, 700, 400, lastDays];
  return ['intervention-officer-2', 'intervention-officer-3', 'intervention-officer-4'].map(
    (address, index) => ({
      address,
      from: addDays(today, -(days[index] ?? 0)),
      to: addDays(today, -(days[index + 1] ?? 0) - 1),
    }),
  );
}

const lastDays = 100;

function lastHand(today: IsoDate): IsoDate {
  return addDays(today, -lastDays);
}

function byPlace(one: SchoolToGive, other: SchoolToGive): number {
  return (one.district ?? '').localeCompare(other.district ?? '') || one.urn.localeCompare(other.urn);
}
