import { whatSumsTell, type KnownSum } from '#/statistics/sums-of-counts.ts';
import { countIn, placesIn, type Population, type SchoolsCounted } from './schools-counted.ts';

/**
 * Fewer schools than this are not counted out. The Department for Education's tables hold back what is of fewer than six
 * pupils; the same number is taken for schools here (a convention of this program, unconfirmed, to be agreed with whoever
 * answers for information at the authority).
 */
export const fewestSchools = 6;

/** How far apart what could be must stay: six possible numbers, or as many as there can be of so few schools. */
const apart = fewestSchools - 1;

/** How many schools of an area are in each group, as it may be told outside the services that work with schools. */
export interface ToldSummary {
  /** As schools are told, most concern first. */
  readonly groups: readonly string[];
  readonly rows: readonly ToldRow[];
}

export interface ToldRow extends Population {
  /** Schools with a proposal: those without sufficient evidence are not counted. */
  readonly schools: number;
  /** One for each group; `null` where it is suppressed. */
  readonly counted: readonly (number | null)[];
}

/** What was told before, with the counts behind it. */
export interface ToldBefore {
  readonly counted: SchoolsCounted;
  readonly told: ToldSummary;
}

/** One number of the summary. */
interface Cell {
  readonly key: string;
  readonly row: SchoolsCounted['populations'][number];
  readonly sum: KnownSum;
}

/** Somebody who knows how many schools there are of each phase in each district, and what they were told. */
interface Outsider {
  readonly places: number;
  readonly known: readonly KnownSum[];
  /** Numbers that may not be told, and how far apart what they could be must stay. */
  readonly secrets: readonly { readonly of: readonly number[]; readonly apart: number }[];
}

/**
 * What may be told of a count. A number of fewer than six schools, none included, is suppressed; so is one that is all of
 * its population, which says the group of every one of them. Of the others, the most useful first, each is told only if
 * nobody can come close to one of those by taking told numbers from one another, from the known numbers of schools of each
 * phase and district, or from what was told before and may still be so. (Cox, Journal of the American Statistical
 * Association 75, 1980, on why suppressing only the small numbers is not enough.)
 */
export function tellSummary(counted: SchoolsCounted, before: ToldBefore | null): ToldSummary {
  const then = before?.told.groups.join('|') === counted.groups.join('|') ? before : null;
  const cellsThen = new Map(then === null ? [] : cellsOf(then.counted).map((cell) => [cell.key, cell]));
  const toldThen = then === null ? new Set<string>() : keysTold(then.told);
  const asBefore = (cell: Cell): Cell[] => {
    const same = cellsThen.get(cell.key);
    return same?.sum.is === cell.sum.is && same.row.schools === cell.row.schools ? [same] : [];
  };
  const cells = cellsOf(counted);
  let now = outsiderWith(
    counted,
    cells.filter((cell) => toldThen.has(cell.key) && asBefore(cell).length > 0),
  );
  let earlier =
    then === null
      ? null
      : outsiderWith(
          then.counted,
          [...cellsThen.values()].filter(({ key }) => toldThen.has(key)),
        );
  const told = new Set<string>();
  const tell = (some: readonly Cell[]): boolean => {
    const [knowing, knowingThen] = [
      knowingToo(now, some),
      earlier && knowingToo(earlier, some.flatMap(asBefore)),
    ];
    if (!isKept(knowing) || (knowingThen !== null && !isKept(knowingThen))) return false;
    now = knowing;
    earlier = knowingThen;
    for (const { key } of some) told.add(key);
    return true;
  };
  for (const row of counted.populations) {
    const tellable = cells.filter((cell) => cell.row === row && !isSmall(cell.sum.is, row.schools));
    if (!tell(tellable)) for (const cell of tellable) tell([cell]);
  }
  return {
    groups: counted.groups,
    rows: counted.populations.map((row) => ({
      kind: row.kind,
      name: row.name,
      schools: row.schools,
      counted: cells
        .filter((cell) => cell.row === row)
        .map(({ key, sum }) => (told.has(key) ? sum.is : null)),
    })),
  };
}

/** Whether a number of so many schools may not be told: few of them, or all. */
function isSmall(is: number, schools: number): boolean {
  return is < fewestSchools || is === schools;
}

function cellsOf(counted: SchoolsCounted): readonly Cell[] {
  return counted.populations.flatMap((row) =>
    counted.groups.map((name, group) => ({
      key: keyOf(row, name),
      row,
      sum: { of: placesIn(counted, row.parts, group), is: countIn(counted, row.parts, group) },
    })),
  );
}

function keyOf({ kind, name }: Population, group: string): string {
  return JSON.stringify([kind, name, group]);
}

function keysTold({ groups, rows }: ToldSummary): ReadonlySet<string> {
  return new Set(
    rows.flatMap((row) =>
      groups.flatMap((name, group) => ((row.counted[group] ?? null) === null ? [] : [keyOf(row, name)])),
    ),
  );
}

/** What was told before is known already: no number can be kept better than that leaves it. */
function outsiderWith(counted: SchoolsCounted, told: readonly Cell[]): Outsider {
  const known = [
    ...counted.parts.map((schools, part) => ({
      of: counted.groups.map((_, group) => part * counted.groups.length + group),
      is: schools,
    })),
    ...told.map(({ sum }) => sum),
  ];
  const places = counted.counts.length;
  const tell = whatSumsTell(places, known);
  const populations = [
    ...counted.populations,
    ...counted.parts.map((schools, part) => ({ schools, parts: [part] })),
  ];
  const secrets = populations.flatMap(({ schools, parts }) =>
    counted.groups.flatMap((_, group) => {
      if (!isSmall(countIn(counted, parts, group), schools)) return [];
      const of = placesIn(counted, parts, group);
      const { least, most } = tell(of);
      return [{ of, apart: Math.min(apart, schools, most - least) }];
    }),
  );
  return { places, known, secrets };
}

function knowingToo(outsider: Outsider, some: readonly Cell[]): Outsider {
  return { ...outsider, known: [...outsider.known, ...some.map(({ sum }) => sum)] };
}

/** Whether what must not be told could still be this or that, by enough. */
function isKept({ places, known, secrets }: Outsider): boolean {
  const tell = whatSumsTell(places, known);
  return secrets.every((secret) => {
    const { least, most } = tell(secret.of);
    return most - least >= secret.apart - 1e-6;
  });
}
