import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import type { SuppliedMapping } from '#/schools/rules/supplied-mapping.ts';
import { withSlashes } from '../calendar.ts';
import { isMaintained, isOpenOn, type Establishment } from '../county/lineage.ts';
import { csvText } from '../layouts/csv.ts';
import type { CountyLife } from '../life/county-life.ts';
import { chanceFor } from '../random.ts';

/** A file as a service of the invented county would give it, in a layout of its own, and what is said of it. */
export interface SuppliedDemonstrationFile {
  readonly name: string;
  readonly text: string;
  readonly mapping: SuppliedMapping;
  /** Left out where a column has the dates. */
  readonly statedOn?: IsoDate;
  readonly knownOn: IsoDate;
  readonly givenBy: string;
}

/** Every file that the county's services gave, oldest first. Nothing in them is about a real school. */
export function suppliedFilesOf(life: CountyLife): readonly SuppliedDemonstrationFile[] {
  return [
    governors(life, '2025-03-31'),
    finance(life, '2025-03-31'),
    exclusions(life, '2025-08-31'),
    governors(life, '2026-03-31'),
    finance(life, '2026-03-31'),
    heads(life, '2026-04-15'),
  ];
}

function schoolsOn(life: CountyLife, on: IsoDate): readonly Establishment[] {
  return life.establishments
    .filter((establishment) => isOpenOn(establishment, on))
    .toSorted((one, other) => (one.urn < other.urn ? -1 : 1));
}

/** How much goes wrong beside what the lessons show: schools in trouble lose governors, money and heads. */
function strain({ lineage }: Establishment): number {
  return { stuck: 1, declining: 0.7, rising: 0.3, ordinary: 0.3, 'turned round': 0.2, strong: 0.1 }[
    lineage.story
  ];
}

/** Governor services count the governing bodies of maintained schools, and of the academies that buy the service. */
function governors(life: CountyLife, on: IsoDate): SuppliedDemonstrationFile {
  const rows = schoolsOn(life, on).flatMap((school) => {
    const chance = chanceFor('governors', school.lineage.id, on);
    if (!isMaintained(school.running) && chance.happens(0.6)) return [];
    const places = chance.whole(9, 16);
    const vacancies = Math.min(
      places - 2,
      Math.floor(places * (0.28 * strain(school) + 0.12) * chance.uniform() * 2),
    );
    const trained = Math.round(Math.max(20, Math.min(100, 85 - 35 * strain(school) + 12 * chance.normal())));
    return [
      [
        String(school.estab),
        school.name,
        withSlashes(on),
        String(places),
        String(vacancies),
        String(trained),
      ],
    ];
  });
  return {
    name: `governing bodies ${on}.csv`,
    text: csvText(['DfE no', 'School', 'As at', 'Places', 'Vacancies', 'Trained %'], rows),
    mapping: {
      title: 'Governing bodies',
      school: { column: 'DfE no', by: 'DfE number' },
      dateColumn: 'As at',
      items: [
        { column: 'Places', item: 'governor places' },
        { column: 'Vacancies', item: 'governor vacancies' },
        { column: 'Trained %', item: 'governor training' },
      ],
    },
    knownOn: addDays(on, 14),
    givenBy: 'Governor services',
  };
}

/** The authority knows the money of the schools it maintains. */
function finance(life: CountyLife, on: IsoDate): SuppliedDemonstrationFile {
  const rows = schoolsOn(life, on)
    .filter(({ running }) => isMaintained(running))
    .map((school) => {
      const chance = chanceFor('finance', school.lineage.id, on);
      const share = 0.07 - 0.09 * strain(school) + 0.05 * chance.normal();
      const balance = Math.round((school.lineage.pupils * 5_400 * share) / 100) * 100;
      const rating = share < -0.05 ? 'R' : share < -0.01 ? 'A1' : share < 0.02 ? 'A2' : 'G';
      return [school.urn, school.name, rating, pounds(balance)];
    });
  return {
    name: `finance ratings ${on}.csv`,
    text: csvText(['URN', 'School', 'Rating', 'Balance'], rows),
    mapping: {
      title: 'Finance ratings',
      school: { column: 'URN', by: 'URN' },
      dateColumn: null,
      items: [
        { column: 'Rating', item: 'finance rating' },
        { column: 'Balance', item: 'balance' },
      ],
    },
    statedOn: on,
    knownOn: addDays(on, 25),
    givenBy: 'Schools finance',
  };
}

/** As accountants write it: less than nothing in brackets. */
function pounds(amount: number): string {
  const written = `£${String(Math.abs(amount)).replaceAll(/\B(?=(\d{3})+$)/g, ',')}`;
  return amount < 0 ? `(${written})` : written;
}

/** Suspensions and exclusions of the school year up to the date; schools that told nothing are left blank. */
function exclusions(life: CountyLife, on: IsoDate): SuppliedDemonstrationFile {
  const rows = schoolsOn(life, on).map((school) => {
    const chance = chanceFor('exclusions', school.lineage.id, on);
    const { kind, pupils, quintile } = school.lineage;
    const rate = (kind === 'secondary' ? 0.09 : 0.008) * (0.5 + 0.25 * quintile + strain(school));
    const suspensions = Math.round(pupils * rate * (0.4 + 1.2 * chance.uniform()));
    const permanent =
      kind === 'secondary' ? Math.round(pupils * 0.0012 * (1 + strain(school)) * 2 * chance.uniform()) : 0;
    const told = !chance.happens(0.03);
    return [school.urn, school.name, told ? String(suspensions) : '', told ? String(permanent) : ''];
  });
  return {
    name: `exclusions to ${on}.csv`,
    text: csvText(['URN', 'School', 'Suspensions', 'Permanent exclusions'], rows),
    mapping: {
      title: 'Exclusions',
      school: { column: 'URN', by: 'URN' },
      dateColumn: null,
      items: [
        { column: 'Suspensions', item: 'suspensions' },
        { column: 'Permanent exclusions', item: 'permanent exclusions' },
      ],
    },
    statedOn: on,
    knownOn: addDays(on, 30),
    givenBy: 'Inclusion service',
  };
}

/** Who leads the schools: when they came, whether they are acting, and whose leaving is known. */
function heads(life: CountyLife, on: IsoDate): SuppliedDemonstrationFile {
  const { authority } = life.lives[0]?.lineage ?? {};
  const rows = schoolsOn(life, on).map((school) => {
    const chance = chanceFor('heads', school.lineage.id);
    const acting = chance.happens(0.03 + 0.14 * strain(school));
    const years = acting
      ? 0
      : Math.floor(10 * chance.uniform() * (1 - 0.7 * strain(school) * chance.uniform()));
    const year = Number(on.slice(0, 4)) - years;
    const began = chance.pick([`${year - 1}-09-01`, `${year}-01-01`, `${year - 1}-04-15`]);
    const leaves = chance.happens(0.05 + 0.08 * strain(school)) ? `${on.slice(0, 4)}-08-31` : null;
    return [
      `${authority?.code ?? ''}/${school.estab}`,
      school.name,
      withSlashes(began),
      leaves === null ? '' : withSlashes(leaves),
      acting ? 'Yes' : 'No',
    ];
  });
  return {
    name: `headteachers ${on}.csv`,
    text: csvText(['LAESTAB', 'School', 'Head since', 'Leaves', 'Acting'], rows),
    mapping: {
      title: 'Headteachers',
      school: { column: 'LAESTAB', by: 'LAESTAB' },
      dateColumn: null,
      items: [
        { column: 'Head since', item: 'head appointed on' },
        { column: 'Leaves', item: 'head leaves on' },
        { column: 'Acting', item: 'head is acting' },
      ],
    },
    statedOn: on,
    knownOn: on,
    givenBy: 'Human resources',
  };
}
