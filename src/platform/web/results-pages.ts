import type { Query } from './addresses.ts';
import { intakeAddress, resultsAddress, spreadAddress, withQuery } from './addresses.ts';
import type { MeasureInWords } from './measure-words.ts';
import { groupInWords } from './measure-words.ts';
import type { PlaceInSite } from './navigation.ts';
import { sentence } from './words.ts';

/** What can be chosen on the pages of results, and what is. */
export interface Choosing {
  readonly choices: {
    readonly measures: readonly MeasureInWords[];
    readonly groups: readonly string[];
    readonly phases: readonly string[];
    readonly districts: readonly string[];
    readonly years: readonly number[];
  };
  readonly chosen: {
    readonly measure: MeasureInWords;
    readonly group: string;
    readonly phase: string | null;
    readonly district: string | null;
    readonly year: number;
    readonly notThere: Readonly<Partial<Record<ChoosingField, string>>>;
  };
}

export type ChoosingField = 'measure' | 'group' | 'phase' | 'district' | 'year';

/** One box to choose from. */
export interface FieldView {
  readonly name: ChoosingField;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly text: string; readonly chosen: boolean }[];
  /** What was asked in the address and is not among the options. */
  readonly notThere: string | null;
}

/** The boxes of a page; one with a single thing to choose is left out, except the measure, which says what is shown. */
export function choosingFields(
  { choices, chosen }: Choosing,
  wanted: readonly ChoosingField[],
): readonly FieldView[] {
  const field = (
    name: ChoosingField,
    label: string,
    all: readonly (readonly [value: string, text: string])[],
    now: string,
  ): FieldView => ({
    name,
    label,
    options: all.map(([value, text]) => ({ value, text, chosen: value === now })),
    notThere: asAsked(chosen.notThere[name]),
  });
  const any = (text: string) => ['', text] as const;
  const fields: Readonly<Record<ChoosingField, FieldView>> = {
    measure: field(
      'measure',
      'Measure',
      choices.measures.map(({ id, title }) => [id, title]),
      chosen.measure.id,
    ),
    group: field(
      'group',
      'Pupils',
      choices.groups.map((group) => [group, sentence(groupInWords(group))]),
      chosen.group,
    ),
    phase: field(
      'phase',
      'Phase',
      [
        ['every', 'Every phase'] as const,
        ...choices.phases.map((phase) => [phase, sentence(phase)] as const),
      ],
      chosen.phase ?? 'every',
    ),
    district: field(
      'district',
      'District',
      [any('Every district'), ...choices.districts.map((name) => [name, name] as const)],
      chosen.district ?? '',
    ),
    year: field(
      'year',
      'School year',
      choices.years.map((year) => [String(year), yearName(year)]),
      String(chosen.year),
    ),
  };
  const least = (name: ChoosingField): number => (name === 'phase' ? 3 : 2);
  return wanted
    .map((name) => fields[name])
    .filter(
      ({ name, options, notThere }) =>
        name === 'measure' || notThere !== null || options.length >= least(name),
    );
}

/** Longest part of an address that is repeated on a page. */
const longestRepeated = 40;

/** Years as the profession writes them, the rest as it was asked. */
function asAsked(asked: string | undefined): string | null {
  if (asked === undefined) return null;
  if (/^(?:19|20)\d\d$/.test(asked)) return yearName(Number(asked));
  return asked.length > longestRepeated ? `${asked.slice(0, longestRepeated)}…` : asked;
}

/**
 * What was chosen as a query, the usual choices left out, so that it goes from page to page.
 *
 * @param everyPhase how this page says every phase: `` where that is the usual choice
 */
export function choosingQuery({ chosen, choices }: Choosing, everyPhase: '' | 'every' = ''): Query {
  const [newest] = choices.years;
  return {
    measure: [chosen.measure.id],
    group: chosen.group === 'all' ? [] : [chosen.group],
    phase: [chosen.phase ?? everyPhase],
    district: chosen.district === null ? [] : [chosen.district],
    year: chosen.year === newest ? [] : [String(chosen.year)],
  };
}

const pages = [
  ['Trends and gaps', resultsAddress],
  ['Spread of schools', spreadAddress],
  ['Results and intake', intakeAddress],
] as const;

/** The second row of navigation, on each page of results; what was chosen goes along. */
export function pagesOfResults(
  slug: string,
  current: (typeof pages)[number][0],
  query: Query,
): readonly PlaceInSite[] {
  return pages.map(([text, address]) => ({
    text,
    href: withQuery(address(slug), query),
    current: text === current,
  }));
}

function yearName(year: number): string {
  return `${String(year - 1)}/${String(year).slice(2)}`;
}

/** What the address asks of a page of results; what is not understood is left out later, so that old links work. */
export function askedOf(query: Query): Readonly<Partial<Record<ChoosingField, string>>> {
  const fields: readonly ChoosingField[] = ['measure', 'group', 'phase', 'district', 'year'];
  return Object.fromEntries(
    fields.flatMap((name) => {
      const value = query[name]?.at(-1);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
