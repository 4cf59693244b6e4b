import type { SpreadOfSchools } from '#/analyse/actions/spread-of-schools.ts';
import { comparedAddress, schoolAddress, spreadAddress, withQuery } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { groupInWords, measureNumber, measureRange } from '#/platform/web/measure-words.ts';
import { choosingFields, choosingQuery } from '#/platform/web/results-pages.ts';
import { count, dateInWords, percent, plural, share, someOf } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { farSchools, funnelChart, type Shown, stripOf } from './spread-charts.ts';

const besideWords: Readonly<Record<Shown['schools'][number]['beside'], string>> = {
  'far below': 'below, beyond 1 in 500',
  below: 'below, beyond 1 in 20',
  within: 'within chance',
  above: 'above, beyond 1 in 20',
  'far above': 'above, beyond 1 in 500',
  'not known': 'not known: chance cannot be told for it',
};

const whyMissing = {
  suppressed: 'suppressed: too few pupils',
  'not published': 'not published',
  'not applicable': 'not applicable',
  'not yet known': 'not yet known',
} as const;

const quarterNames = ['Lowest quarter', 'Second quarter', 'Third quarter', 'Highest quarter'];

/** Everything the page of the spread of schools shows. */
export function spreadView(read: SpreadOfSchools, ordered: boolean) {
  const { authority, shown } = read;
  const about = {
    authority: authority.name,
    asAt: dateInWords(read.asAt),
    onlyMissing: read.onlyMissing,
  };
  if (shown === null) return { ...about, shown: null };
  const { chosen, schools, everyone, without } = shown;
  const { measure } = chosen;
  const name = chosen.district ?? authority.name;
  const address = (query: Record<string, readonly string[]>) =>
    withQuery(spreadAddress(authority.slug), { ...choosingQuery(shown, 'every'), ...query });
  const inOrder = ordered && shown.order.holds;
  const listed = inOrder
    ? schools
    : schools.toSorted((a, b) => a.result.name.localeCompare(b.result.name, 'en-GB'));
  return {
    ...about,
    shown: {
      downloads: downloadLinks(spreadAddress(authority.slug), choosingQuery(shown, 'every')),
      form: {
        action: spreadAddress(authority.slug),
        label: 'Choose the results',
        fields: choosingFields(shown, ['measure', 'group', 'year', 'phase', 'district']),
      },
      summary: summaryOf(shown, name),
      who: `${measure.title}, ${groupInWords(chosen.group)}, ${schoolYearName(chosen.year)}`,
      strip: stripOf(shown, name),
      funnel: funnelChart(shown, name),
      quarters: quarterNames.map((quarter, index) => ({
        quarter,
        from:
          index === 0
            ? `below ${measureNumber(everyone.quantiles[1], measure)}`
            : `${measureNumber(everyone.quantiles[index as 1 | 2 | 3], measure)} or more`,
        schools: share(schools.filter((one) => one.quarter === index + 1).length, schools.length),
      })),
      everyone: plural(everyone.schools, 'school'),
      far: farSchools(shown).map(({ school, label }) => ({
        label,
        name: school.result.name,
        href: schoolAddress(authority.slug, school.result.urn),
        number: measureNumber(school.result.number, measure, measure.unit === '%' ? 0 : undefined),
        pupils: school.result.cohort === null ? 'pupils not stated' : plural(school.result.cohort, 'pupil'),
        words: besideWords[school.beside],
      })),
      order: {
        holds: shown.order.holds,
        words: orderWords(shown),
        now: inOrder ? 'result' : 'name',
        byResult: address({ order: ['result'] }),
        byName: address({}),
      },
      rows: listed.map((school) => ({
        name: school.result.name,
        href: schoolAddress(authority.slug, school.result.urn),
        comparedHref: comparedAddress(authority.slug, school.result.urn),
        district: school.result.district ?? 'not stated',
        number: measureNumber(school.result.number, measure, measure.unit === '%' ? 0 : undefined),
        pupils: school.result.cohort === null ? null : count(school.result.cohort),
        range: school.interval === null ? null : measureRange(school.interval, measure),
        above: percent(Math.round(school.above * everyone.schools), everyone.schools),
        beside: besideWords[school.beside],
        status: school.result.status,
      })),
      without: without.map((one) => ({
        name: one.name,
        href: schoolAddress(authority.slug, one.urn),
        district: one.district ?? 'not stated',
        why: one.code === '' ? whyMissing[one.missing] : `${whyMissing[one.missing]} (${one.code})`,
      })),
      withoutWords: someOf(without.length, without.length + schools.length, 'school'),
    },
  };
}

function summaryOf(shown: Shown, name: string): string {
  const { schools, chosen, everyone } = shown;
  const { measure } = chosen;
  const year = schoolYearName(chosen.year);
  if (schools.length === 0) return `No school of ${name} has a figure in ${year}.`;
  const far = farSchools(shown);
  const middle = middleOf(schools.map(({ result }) => result.number));
  const quarters = shown.alone
    ? `Half of the ${plural(schools.length, 'school')} of ${name} had ${measureNumber(middle, measure)} or more in ${year}. No other authority’s schools are in the files imported, so they stand only among themselves.`
    : `In ${year}, of ${plural(schools.length, 'school')} of ${name}, ${share(schools.filter(({ quarter }) => quarter === 1).length, schools.length)} were in the lowest quarter of England’s schools and ${share(schools.filter(({ quarter }) => quarter === 4).length, schools.length)} in the highest; with no difference a quarter would be in each. Their middle school had ${measureNumber(middle, measure)}, England’s ${measureNumber(everyone.quantiles[2], measure)}.`;
  const beyond =
    far.length === 0
      ? ''
      : ` ${plural(far.length, 'school stands', 'schools stand')} farther from the average than chance would put one in 500.`;
  return quarters + beyond;
}

function middleOf(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half)] ?? 0)) / 2;
}

/** Why the list may, or may not, be put in order of the results. */
function orderWords({ order, chosen }: Shown): string {
  if (chosen.measure.better === 'neither')
    return 'There is no order: this says who the pupils are, not how a school does.';
  if (order.pairs === 0) return 'There is no order: too few schools have 11 pupils or more.';
  const pairs = `Of ${plural(order.pairs, 'pair')} of schools with 11 pupils or more, ${share(order.clearPairs, order.pairs)} differ by more than chance could make`;
  return order.holds
    ? `${pairs}: an order says something, if it is read with the ranges. There are no places in it, because neighbours seldom differ.`
    : `${pairs}: an order by result would mostly be one of luck, so the schools stand in order of name.`;
}
