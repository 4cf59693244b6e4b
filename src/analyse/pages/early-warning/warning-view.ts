import type { EarlyWarningRead, WarnedSchool } from '#/analyse/actions/early-warning-read.ts';
import type { Horizon } from '#/analyse/rules/forecast/forecast.ts';
import { chanceBar } from '#/platform/charts/chance-bar.ts';
import { forecastChoicesAddress, markingAddress, schemeAddress } from '#/platform/web/addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { chanceInWords, chancePercent, outOf } from '#/platform/web/chance-words.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { earlyWarningAddress, schoolForecastAddress } from '#/platform/web/forecast-addresses.ts';
import { findingWords } from '#/platform/web/forecast-words.ts';
import { pagesOf } from '#/platform/web/list-pages.ts';
import { reachInWords } from '#/platform/web/reach-words.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, list, plural, sentence, yearsInWords } from '#/platform/web/words.ts';
import {
  filterTitles,
  horizonOf,
  inOrder,
  matchingSchools,
  noOfficer,
  notStated,
  optionsOf,
  riseOf,
  textOf,
} from './warning-list.ts';
import {
  firstOrder,
  horizons,
  queryOf,
  warningAddress,
  warningFilters,
  type WarningRequest,
  type WarningSort,
} from './warning-request.ts';
import { answerOf, meaningOf, visitsInWords } from './warning-words.ts';

/** Everything the page of early warnings shows for what was asked of it. */
export function warningView(read: EarlyWarningRead, asked: WarningRequest) {
  const { authority, run, schools, without, whole } = read;
  const { slug } = authority;
  const request = { ...asked, target: run === null || run.target === read.targets[0] ? '' : run.target };
  const address = (changes: Partial<WarningRequest>): string =>
    warningAddress(slug, { ...request, page: 1, ...changes });
  const target = run?.target ?? 'below good';
  const { months } = request;
  const matching = inOrder(matchingSchools(schools, request), request);
  const pages = pagesOf(matching.length, request, ({ page }) => address({ page }));
  const most = Math.max(0.05, ...schools.map(({ warning }) => horizonOf(warning, months).found.high));
  return {
    heading: findingWords[target].question,
    authority: authority.name,
    command: `npx middletier forecast --authority ${slug}`,
    run:
      run === null
        ? null
        : {
            asAt: dateInWords(run.asAt),
            model: `${run.model.id}, fitted to what was known on ${dateInWords(run.model.fittedAsAt)}, ${run.deprivation ? 'with' : 'without'} deprivation of the area`,
          },
    markingAddress: markingAddress(slug),
    choicesAddress: forecastChoicesAddress(slug),
    schemeAddress: schemeAddress(slug),
    reach: reachInWords({ whole, schools: schools.length + without.length }),
    answer: answerOf(read, months),
    questions: read.targets.map((one, index) => ({
      text: findingWords[one].name,
      href: address({ target: index === 0 ? '' : one }),
      current: one === target,
    })),
    horizons: horizons.map((one) => ({
      text: `${String(one)} months`,
      href: address({ months: one }),
      current: one === months,
    })),
    months: String(months),
    finding: findingWords[target].name,
    meaning: meaningOf(target, months),
    most: chancePercent(most),
    visits: visitsView(read, request),
    rose: roseView(read, months),
    form: formView(read, request, address),
    found: `${count(matching.length)} of ${plural(schools.length, 'school')} with a chance`,
    narrowed: warningFilters.some((name) => request.filters[name].length > 0) || request.search !== '',
    clearAddress: earlyWarningAddress(slug),
    downloads: downloadLinks(earlyWarningAddress(slug), queryOf({ ...request, page: 1 })),
    headings: headingsOf(request, target, read.previous !== null).map((heading) => ({
      ...heading,
      links: heading.links.map((link) => ({
        ...link,
        href: address({ sort: link.sort, order: link.next, page: request.page === 'all' ? 'all' : 1 }),
      })),
    })),
    rows: matching.slice(pages.from, pages.to).map((row) => rowView(row, read, months, most)),
    pages,
    compared: read.previous === null ? null : dateInWords(read.previous.asAt),
    analysed: read.analysed === null ? null : dateInWords(read.analysed),
    without: [...Map.groupBy(without, ({ why }) => why)].map(([why, own]) => ({
      why,
      title: plural(own.length, 'school'),
      schools: own.map(({ urn, name, phase }) => ({
        name,
        urn,
        phase: sentence(phase),
        href: schoolForecastAddress(slug, urn),
      })),
    })),
    withoutCount: plural(without.length, 'school'),
  };
}

function visitsView(read: EarlyWarningRead, request: WarningRequest) {
  const words = visitsInWords(read, request.visits, request.months);
  const hidden = { ...queryOf(request), visits: [], page: [] };
  return words === null
    ? null
    : {
        words,
        visits: String(request.visits),
        hidden: Object.entries(hidden).flatMap(([name, values]) => values.map((value) => ({ name, value }))),
      };
}

const roseShown = 5;

/** The schools whose chance rose most since the forecast before, or why there is nothing to compare with. */
function roseView(read: EarlyWarningRead, months: Horizon) {
  const { run, previous, schools, authority } = read;
  if (run === null) return null;
  if (previous === null)
    return {
      words: `There is no earlier forecast of this question to compare with${read.targets.length > 1 ? ': chances of another question are no fewer or more of these' : ''}.`,
      rows: [],
    };
  const rising = inOrder(schools, { sort: 'rose', order: 'descending', months })
    .filter((row) => (riseOf(row, months) ?? 0) > 0)
    .slice(0, roseShown);
  return {
    words:
      rising.length === 0
        ? `No school has a higher chance than in the forecast as at ${dateInWords(previous.asAt)}.`
        : `Since the forecast as at ${dateInWords(previous.asAt)} the chance rose most at:`,
    rows: rising.flatMap(({ urn, name, warning, before }) =>
      before === null
        ? []
        : [
            {
              name,
              href: schoolForecastAddress(authority.slug, urn),
              then: outOf(horizonOf(before, months).found.chance),
              now: outOf(horizonOf(warning, months).found.chance),
            },
          ],
    ),
  };
}

function formView(
  { schools, authority }: EarlyWarningRead,
  request: WarningRequest,
  address: (changes: Partial<WarningRequest>) => string,
) {
  const chip = (heading: string, text: string, changes: Partial<WarningRequest>) => ({
    ...{ heading, text },
    href: address(changes),
  });
  const { target, months, sort, order } = queryOf(request);
  const hidden = { target, months, sort, order };
  return {
    formAddress: earlyWarningAddress(authority.slug),
    clearAddress: earlyWarningAddress(authority.slug),
    search: request.search,
    chips: [
      ...(request.search === '' ? [] : [chip('Search', request.search, { search: '' })]),
      ...warningFilters.flatMap((name) =>
        request.filters[name].map((value) =>
          chip(
            filterTitles[name],
            name === 'least' ? `At least ${textOf(schools, name, value)}` : textOf(schools, name, value),
            {
              filters: { ...request.filters, [name]: request.filters[name].filter((one) => one !== value) },
            },
          ),
        ),
      ),
    ],
    hidden: Object.entries(hidden).flatMap(([name, values]) =>
      (values ?? []).map((value) => ({ name, value })),
    ),
    filters: warningFilters.flatMap((name) => {
      const options = optionsOf(schools, name, request);
      const chosen = request.filters[name];
      if (options.length < 2 && chosen.length === 0) return [];
      const ticks = name === 'phase' || chosen.length > 1;
      return [
        {
          ...{ name, title: filterTitles[name], options },
          kind: ticks ? ('ticks' as const) : ('list' as const),
          chosen: chosen.at(-1) ?? '',
        },
      ];
    }),
  };
}

function headingsOf(request: WarningRequest, target: keyof typeof findingWords, compared: boolean) {
  const texts: Readonly<Record<WarningSort, string>> = {
    school: 'School',
    phase: 'Phase',
    district: 'District',
    officer: 'Officer',
    inspection: 'Last inspection',
    category: 'Proposed category',
    inspected: `Inspected within ${String(request.months)} months`,
    chance: `${findingWords[target].name} within ${String(request.months)} months`,
    rose: 'Since before',
  };
  return columns
    .filter(([first]) => first !== 'rose' || compared)
    .map((column) => ({
      sorted: column.includes(request.sort) ? request.order : null,
      links: column.map((sort) => {
        const current = request.sort === sort;
        const opposite = request.order === 'ascending' ? ('descending' as const) : ('ascending' as const);
        return {
          ...{ sort, text: texts[sort], sorted: current ? request.order : null },
          next: current ? opposite : firstOrder(sort),
        };
      }),
    }));
}

/** Two things that belong together stand in one column, and each can be sorted by. */
const columns: readonly (readonly [WarningSort, ...WarningSort[]])[] = [
  ['school', 'phase'],
  ['district', 'officer'],
  ['inspection'],
  ['category'],
  ['inspected'],
  ['chance'],
  ['rose'],
];

function rowView(row: WarnedSchool, read: EarlyWarningRead, months: Horizon, most: number) {
  const { warning, lastInspection, category } = row;
  const chance = horizonOf(warning, months).found;
  const { raises, lowers } = row.reasons;
  const rise = riseOf(row, months);
  return {
    href: schoolForecastAddress(read.authority.slug, row.urn),
    name: row.name,
    urn: row.urn,
    phase: sentence(row.phase),
    district: row.district ?? notStated,
    officer: row.officers.length === 0 ? noOfficer : list(row.officers.map(({ name }) => name)),
    inspection:
      lastInspection === null
        ? null
        : {
            words: sentence(lastInspection.words),
            when: `${dateInWords(lastInspection.startedOn)}, ${yearsInWords(lastInspection.ageYears)} ago`,
          },
    tag:
      category === null
        ? null
        : categoryTag({ ...categoryOf(read.scheme, category.code), meaning: inBrief(category.meaning) }),
    inspected: chanceInWords(horizonOf(warning, months).inspected),
    chance: {
      words: sentence(outOf(chance.chance)),
      range: rangeOf(chance),
      bar: chanceBar({ ...chance, most }),
    },
    rise: rise === null ? null : riseInWords(rise),
    raises: raises?.words ?? null,
    lowers: lowers?.words ?? null,
    unusual: warning.unusual,
  };
}

function rangeOf({ chance, low, high }: { chance: number; low: number; high: number }): string {
  return `${chancePercent(chance)}, between ${chancePercent(low)} and ${chancePercent(high)}`;
}

/** In points of a hundred, with its direction: `up 4 points`. */
function riseInWords(rise: number): string {
  const points = Math.round(100 * Math.abs(rise));
  return points === 0 ? 'the same' : `${rise > 0 ? 'up' : 'down'} ${plural(points, 'point')}`;
}
