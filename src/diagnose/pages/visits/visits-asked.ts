import type { SchoolVisits, VisitsRead } from '#/diagnose/actions/visits.ts';
import type { Query } from '#/platform/web/addresses.ts';
import { codeAndMeaning, categoryOf } from '#/platform/web/scheme-words.ts';
import { plural } from '#/platform/web/words.ts';
import { schoolYearName, schoolYearOf } from '#/schools/rules/dates.ts';

const noDistrict = 'District not stated';
const noCategory = 'No category';

/** First what is shown when nothing is asked for: every school, those furthest behind first. */
const shown = {
  all: ['Every school', () => true],
  behind: ['Behind with what they are owed', ({ mostBehind }) => (mostBehind?.behind ?? 0) > 0],
  'to-plan': [
    'With visits still to be planned',
    ({ mostBehind, owed }) => mostBehind !== null && owed.some((one) => one.toPlan > 0),
  ],
  'not-visited': ['Not visited yet in the school year', (one) => !isVisited(one)],
  fewer: [
    'With fewer visits made than owed for the school year',
    ({ owed }) => owed.some((one) => one.done < one.owed),
  ],
} as const satisfies Readonly<Record<string, readonly [string, (one: SchoolVisits) => boolean]>>;

type Shown = keyof typeof shown;

/** What the address asks for; what is not understood is left out, so that old links work. */
export interface VisitsAsked {
  /** Identity of somebody to whom schools are given. */
  readonly officer: string | null;
  readonly category: string | null;
  readonly district: string | null;
  readonly show: Shown;
  readonly page: number | 'all';
}

export function visitsAsked(query: Query, read: VisitsRead): VisitsAsked {
  const one = (name: string): string => query[name]?.at(-1) ?? '';
  const of = (name: string, values: readonly string[]): string | null =>
    values.includes(one(name)) ? one(name) : null;
  return {
    officer: of(
      'officer',
      officersOf(read).map(({ person }) => person),
    ),
    category: of('category', [...new Set(read.schools.map(codeOf))]),
    district: of('district', [...new Set(read.schools.map(districtOf))]),
    show: one('show') in shown ? (one('show') as Shown) : 'all',
    page: one('page') === 'all' ? 'all' : /^[1-9]\d{0,3}$/.test(one('page')) ? Number(one('page')) : 1,
  };
}

/** The query that asks for this list; the school year and the day only where they are not today’s. */
export function queryOf(read: VisitsRead, { officer, category, district, show, page }: VisitsAsked): Query {
  const some = (value: string | null): readonly string[] => (value === null ? [] : [value]);
  return {
    officer: some(officer),
    category: some(category),
    district: some(district),
    show: show === 'all' ? [] : [show],
    year: read.schoolYear === schoolYearOf(read.knownOn) ? [] : [String(read.schoolYear)],
    on: read.knownOn === read.today ? [] : [read.knownOn],
    page: page === 1 ? [] : [String(page)],
  };
}

/** The schools of the officer, category and district asked for: what numbers above the list are of. */
export function schoolsAsked(
  read: VisitsRead,
  { officer, category, district }: Omit<VisitsAsked, 'show' | 'page'>,
): readonly SchoolVisits[] {
  const given = read.visitors.find(({ person }) => person === officer)?.schools;
  return read.schools.filter(
    (one) =>
      (given?.has(one.urn) ?? true) &&
      (category === null || codeOf(one) === category) &&
      (district === null || districtOf(one) === district),
  );
}

/** The list: furthest behind first, then most still to be planned, then longest not visited, then by name. */
export function chosenSchools(read: VisitsRead, asked: VisitsAsked): readonly SchoolVisits[] {
  const holds = shown[asked.show][1];
  const toPlan = ({ owed }: SchoolVisits): number => Math.max(0, ...owed.map((one) => one.toPlan));
  return schoolsAsked(read, asked)
    .filter((one) => holds(one))
    .toSorted(
      (a, b) =>
        (b.mostBehind?.behind ?? 0) - (a.mostBehind?.behind ?? 0) ||
        toPlan(b) - toPlan(a) ||
        (a.last?.on ?? '').localeCompare(b.last?.on ?? '') ||
        a.name.localeCompare(b.name, 'en-GB'),
    );
}

export function isVisited({ visits }: SchoolVisits): boolean {
  return visits.some(({ stands }) => stands === 'held');
}

/** What there is to choose from, each with how many schools it has. */
export function choicesOf(read: VisitsRead, asked: VisitsAsked) {
  const counted = (
    valueOf: (one: SchoolVisits) => string,
    textOf: (one: SchoolVisits) => string,
    chosen: string | null,
  ) =>
    [...Map.groupBy(read.schools, valueOf)]
      .flatMap(([value, some]) =>
        some.slice(0, 1).map((first) => ({
          value,
          text: `${textOf(first)} (${plural(some.length, 'school')})`,
          chosen: value === chosen,
        })),
      )
      .toSorted((a, b) => a.text.localeCompare(b.text, 'en-GB'));
  return {
    officers: officersOf(read).map(({ person, name, schools }) => ({
      value: person,
      text: `${name} (${plural(schools.size, 'school')})`,
      chosen: person === asked.officer,
    })),
    categories: counted(codeOf, categoryWords, asked.category),
    districts: counted(districtOf, districtOf, asked.district),
    shows: Object.entries(shown).map(([value, [text]]) => ({ value, text, chosen: value === asked.show })),
    years: read.schoolYears.map((year) => ({
      value: String(year),
      text: schoolYearName(year),
      chosen: year === read.schoolYear,
    })),
  };
}

function officersOf({ visitors }: VisitsRead): VisitsRead['visitors'] {
  return visitors.filter(({ schools }) => schools.size > 0);
}

function codeOf({ category }: SchoolVisits): string {
  return category?.code ?? noCategory;
}

function districtOf({ district }: SchoolVisits): string {
  return district ?? noDistrict;
}

/** `B3 Requires improvement`. */
export function categoryWords({ category }: SchoolVisits): string {
  if (category === null) return noCategory;
  const { meaning } = categoryOf(category.scheme, category.code);
  return codeAndMeaning(category.code, meaning);
}
