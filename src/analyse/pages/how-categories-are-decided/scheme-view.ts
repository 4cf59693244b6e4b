import type { SchemeRead } from '#/analyse/actions/analysis-read.ts';
import { categoryOf } from '#/platform/web/scheme-words.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { count, dateInWords, decimals, sentence } from '#/platform/web/words.ts';

type Scheme = SchemeRead['scheme'];
type Printed = NonNullable<SchemeRead['printed']>['categories'][number];

/** The scheme as a table anyone can apply by hand: everything on the page is generated from it. */
export function schemeView({ scheme, conditions, printed }: SchemeRead) {
  return {
    title: scheme.title,
    authority: scheme.authority,
    inForce: `In force from ${dateInWords(scheme.from)}${scheme.to === null ? '' : ` to ${dateInWords(scheme.to)}`}.`,
    about: scheme.about,
    told: scheme.told,
    groups: groupsOf(scheme),
    predictsGrades: scheme.categories.some((category) => category.predictedGrade !== undefined),
    rules: scheme.rules.map((rule, index) => ({
      number: index + 1,
      words: rule.words,
      conditions: conditions[index]?.length ? conditions[index] : ['nothing above holds'],
      tag: categoryTag(categoryOf(scheme, rule.category)),
      basis: basisWords[rule.basis],
    })),
    standings: scheme.standings.map((standing) => ({
      meaning: sentence(standing.meaning),
      graded: sentence(standing.inWords['overall grade']),
      ungraded: sentence(standing.inWords['no overall grade']),
      reportCard: sentence(standing.inWords['report card']),
    })),
    indicators: scheme.indicators.map((indicator) => ({
      title: indicator.title,
      maximum: indicator.maximum,
      scale: indicator.scale,
      basis: basisWords[indicator.basis],
    })),
    mostPoints: scheme.indicators.reduce((sum, indicator) => sum + indicator.maximum, 0),
    settings: Object.values(scheme.settings).map((setting) => ({
      words: setting.words,
      basis: basisWords[setting.basis],
      source: setting.source,
    })),
    published: publishedOf(scheme, printed),
  };
}

/** What the authority printed of its own categories; `null` where it printed nothing. */
function publishedOf({ published }: Scheme, printed: SchemeRead['printed']) {
  if (published === undefined || printed === null) return null;
  return {
    asAt: dateInWords(published.asAt),
    source: published.source,
    categories: printed.categories.map((figure) => ({ ...printedRow(figure), code: figure.of })),
    profile: printed.profile.map((figure) => ({
      ...printedRow(figure),
      outcome: sentence(figure.of),
      england: `${String(figure.englandPercentage)}%`,
    })),
    wrong: [...printed.categories, ...printed.profile]
      .flatMap((figure) => figure.problem ?? [])
      .map(sentence),
  };
}

const basisWords = { published: 'Published', 'local convention': 'Our convention' } as const;

/** What schools are told, and which categories each group has, most concern first. */
function groupsOf(scheme: Scheme) {
  const mostFirst = scheme.categories.toSorted((a, b) => b.concern - a.concern);
  return scheme.groups.map(({ name }) => ({
    group: sentence(name),
    categories: mostFirst
      .filter((category) => category.group === name)
      .map((category) => ({
        tag: categoryTag(categoryOf(scheme, category.code)),
        predictedGrade: category.predictedGrade ?? null,
        basis: basisWords[category.basis],
      })),
  }));
}

function printedRow(figure: Printed) {
  return {
    phase: sentence(figure.phase),
    schools: `${count(figure.numerator)} of ${count(figure.denominator)}`,
    printed: `${String(figure.printed)}%`,
    recomputed: `${decimals(figure.percentage, 1)}%`,
    verdict: figure.verdict === 'agrees' ? 'Agrees' : sentence(figure.verdict),
    agrees: figure.verdict === 'agrees',
  };
}
