import type { MeasureCompared, SchoolCompared } from '#/analyse/actions/school-compared.ts';
import type { IntervalChart } from '#/platform/charts/interval-chart.ts';
import { comparedAddress, schoolAddress, withQuery } from '#/platform/web/addresses.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { inSentence, measureNumber, measureRange } from '#/platform/web/measure-words.ts';
import { dateInWords, decimals, list, plural, sentence } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

const differenceWords = {
  higher: 'school clearly higher',
  lower: 'school clearly lower',
  'no clear difference': 'no clear difference',
  'not known': '',
} as const;

/** Measures with a chart of their own; all of them are in the tables. */
const charted = new Set([
  'ks2-rwm-expected',
  'ks2-reading-progress',
  'ks2-writing-progress',
  'ks2-maths-progress',
  'ks4-attainment-8',
  'ks4-progress-8',
]);

/** Similar schools told at once; the others are folded. */
const nearestShown = 10;

/** Everything the comparison of one school shows. */
export function comparedView(read: SchoolCompared) {
  const { authority, school, other, couldBe, measures, beside, similar } = read;
  const slug = authority.slug;
  const address = (withWhom: string) => withQuery(comparedAddress(slug, school.urn), { with: [withWhom] });
  return {
    name: school.name,
    asAt: dateInWords(read.asAt),
    downloads: downloadLinks(comparedAddress(slug, school.urn), { with: [read.typed] }),
    profile: schoolAddress(slug, school.urn),
    action: comparedAddress(slug, school.urn),
    typed: read.typed,
    other: other === null ? null : other.name,
    notFound:
      read.typed.trim() !== '' && other === null && couldBe.length === 0
        ? read.typed.trim() === school.urn
          ? 'That is this school itself.'
          : `No school in the registers imported is called “${read.typed.trim()}”.`
        : null,
    couldBe: couldBe.map((one) => ({
      text: `${one.name} (${one.urn})`,
      detail: [sentence(one.phase), one.district ?? 'district not stated'].join(', '),
      href: address(one.urn),
    })),
    summary: summaryOf(read),
    notThere: read.notThere,
    charts: measures
      .filter(({ measure, own }) => charted.has(measure.id) && own.number !== null)
      .map((one) => chartOf(one, read)),
    table: {
      columns: [school.name, ...beside.map(({ name }) => name)],
      rows: measures.map(({ measure, year, own, others }) => ({
        measure: measure.title,
        year: schoolYearName(year),
        cells: [
          { ...cellOf(own, measure, true), difference: '' },
          ...others.map((figure, index) => ({
            ...cellOf(figure, measure, beside[index]?.kind === 'other school'),
            difference: differenceWords[figure.difference],
          })),
        ],
      })),
    },
    similar: {
      words: `${plural(similar.length, 'school')} of ${plural(read.among, `${school.phase} school`)}, nearest by who the pupils are, never by results`,
      nearest: similar.slice(0, nearestShown).map(similarRow),
      others: similar.slice(nearestShown).map(similarRow),
    },
  };

  function similarRow(one: SchoolCompared['similar'][number]) {
    return {
      name: one.name,
      href: address(one.urn),
      authority: read.authorityNames.get(one.authority ?? '') ?? one.authority ?? 'authority not stated',
      distance: decimals(one.distance, 2),
      why: one.why,
    };
  }
}

function cellOf(figure: MeasureCompared['own'], measure: MeasureCompared['measure'], ofOneSchool: boolean) {
  const places = ofOneSchool && measure.unit === '%' ? 0 : undefined;
  return {
    number: figure.number === null ? null : measureNumber(figure.number, measure, places),
    why: figure.why,
    pupils: figure.pupils === null ? null : plural(figure.pupils, 'pupil'),
    schools: figure.schools === null ? null : plural(figure.schools, 'school'),
    range: figure.interval === null ? null : measureRange(figure.interval, measure),
  };
}

/** The first measure in words: the school, of how many, and who it clearly differs from. */
function summaryOf({ school, measures, beside, other }: SchoolCompared): string {
  const [first] = measures;
  if (first === undefined || first.own.number === null)
    return `No result of ${school.name} is in the files imported, so there is nothing to compare.`;
  const { measure, own, year, others } = first;
  const number = measureNumber(first.own.number, measure, measure.unit === '%' ? 0 : undefined);
  const pupils = own.pupils === null ? '' : ` (${plural(own.pupils, 'pupil')})`;
  const said = (difference: string): readonly string[] =>
    beside.flatMap(({ kind, name }, index) =>
      others[index]?.difference === difference ? [kind === 'other school' ? name : wordsOf(kind)] : [],
    );
  const parts = [
    ...(said('higher').length > 0 ? [`clearly above ${list(said('higher'))}`] : []),
    ...(said('lower').length > 0 ? [`clearly below ${list(said('lower'))}`] : []),
    ...(said('no clear difference').length > 0
      ? [`not clearly different from ${list(said('no clear difference'))}`]
      : []),
  ];
  const beginning = `${inSentence(measure.title)} at ${school.name} was ${number}${pupils} in ${schoolYearName(year)}`;
  const missing =
    other !== null && others[0]?.number === null
      ? ` ${other.name} has no figure for it: ${others[0].why ?? 'not told'}.`
      : '';
  return `${sentence(beginning)}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}.${missing}`;
}

function wordsOf(kind: SchoolCompared['beside'][number]['kind']): string {
  const words = {
    'other school': 'the other school',
    'similar schools': 'its similar schools',
    authority: 'its authority',
    'statistical neighbours': 'the statistical neighbours',
    region: 'its region',
    England: 'England',
  };
  return words[kind];
}

function chartOf(one: MeasureCompared, { school, beside }: SchoolCompared): IntervalChart {
  const { measure, own, others, year } = one;
  const whole = (figure: MeasureCompared['own'], name: string, isOwn: boolean, single: boolean) => ({
    // Everyone beside a school is of its own phase: the chart need not say it in each line.
    name: shortened(isOwn || single ? name : name.replace(/, [^,]+ schools$/, '')),
    number: figure.number,
    shown:
      figure.number === null
        ? (figure.why ?? '')
        : measureNumber(figure.number, measure, single && measure.unit === '%' ? 0 : undefined),
    interval: figure.interval,
    own: isOwn,
  });
  const rows = [
    whole(own, school.name, true, true),
    ...others.map((figure, index) =>
      whole(figure, beside[index]?.name ?? '', false, beside[index]?.kind === 'other school'),
    ),
  ];
  const clear = beside.flatMap(({ kind, name }, index) => {
    const difference = others[index]?.difference;
    return difference === 'higher' || difference === 'lower'
      ? [`${difference === 'higher' ? 'above' : 'below'} ${kind === 'other school' ? name : wordsOf(kind)}`]
      : [];
  });
  const numbers = rows.flatMap(({ number, interval }) =>
    number === null ? [] : [number, ...(interval ?? [])],
  );
  const reach = Math.max(...numbers) - Math.min(...numbers);
  const percent = measure.unit === '%';
  return {
    title: titleOf(one, clear),
    description: `${measure.title} of ${school.name} in ${schoolYearName(year)} and of those beside it, each with its range of plausible values. The table below has the same figures.`,
    rows,
    scale: percent
      ? { from: 0, to: 100, unit: '%' }
      : { from: Math.min(...numbers) - reach * 0.1, to: Math.max(...numbers) + reach * 0.1, unit: '' },
    level: measure.kind === 'progress' ? { at: 0, words: 'England’s average progress' } : null,
  };
}

/** Who it clearly differs from. Where nothing says how far chance reaches, the number alone: no difference is claimed or denied. */
function titleOf({ measure, own, others, year }: MeasureCompared, clear: readonly string[]): string {
  if (clear.length > 0) return `${measure.title}: ${list(clear)}, beyond chance`;
  if (others.some(({ difference }) => difference === 'no clear difference'))
    return `${measure.title}: no difference beyond chance`;
  const number =
    own.number === null
      ? (own.why ?? '')
      : measureNumber(own.number, measure, measure.unit === '%' ? 0 : undefined);
  return `${measure.title}: ${number} in ${schoolYearName(year)}; how far chance reaches is not known`;
}

/** A long name would leave no room for what is drawn; the table has it whole. */
function shortened(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 39).trimEnd()}…`;
}
