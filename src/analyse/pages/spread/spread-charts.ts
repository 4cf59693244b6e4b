import type { SpreadOfSchools } from '#/analyse/actions/spread-of-schools.ts';
import type { ScatterChart } from '#/platform/charts/scatter-chart.ts';
import type { StripChart } from '#/platform/charts/strip-chart.ts';
import { groupInWords, measureNumber } from '#/platform/web/measure-words.ts';
import { count, plural, someOf } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

export type Shown = NonNullable<SpreadOfSchools['shown']>;

/** Few pupils, as the chart marks it: the same as where no place in an order is given. */
const few = 11;

/** Where the authority's schools stand among all, a dot each. */
export function stripOf(shown: Shown, name: string): StripChart {
  const { chosen, everyone, schools } = shown;
  const lowest = schools.filter(({ quarter }) => quarter === 1).length;
  const highest = schools.filter(({ quarter }) => quarter === 4).length;
  return {
    title: shown.alone
      ? `The schools of ${name} in ${schoolYearName(chosen.year)}, from lowest to highest`
      : `${someOf(lowest, schools.length, 'school')} in the lowest quarter of England, ${count(highest)} in the highest`,
    description: `${chosen.measure.title}, ${groupInWords(chosen.group)}: each school of ${name} a dot under the quarters of ${plural(everyone.schools, 'school')}. The table below has every school.`,
    everyone: shown.alone
      ? `The quarters of these ${plural(everyone.schools, 'school')}; hollow dots have fewer than ${few} pupils`
      : `Quarters of ${plural(everyone.schools, 'school')} in the files imported; hollow dots have fewer than ${few} pupils`,
    quantiles: everyone.quantiles,
    dots: schools.map(({ result: { number, cohort } }) => ({ number, few: cohort === null || cohort < few })),
    scale: scaleOf(shown),
  };
}

function scaleOf({ chosen: { measure }, everyone, schools }: Shown): StripChart['scale'] {
  if (measure.unit === '%') return { from: 0, to: 100, unit: '%' };
  const numbers = [...everyone.quantiles, ...schools.map(({ result }) => result.number)];
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  const margin = Math.max(0.1, (high - low) * 0.05);
  return { from: low - margin, to: high + margin, unit: '' };
}

/** Schools beyond what chance gives one in five hundred, farthest first, numbered for chart and list. */
export function farSchools({ schools, everyone }: Shown) {
  return schools
    .filter(({ beside }) => beside === 'far below' || beside === 'far above')
    .toSorted(
      (a, b) =>
        a.result.number - b.result.number ||
        Math.abs(b.result.number - everyone.mean) - Math.abs(a.result.number - everyone.mean),
    )
    .map((school, index) => ({ school, label: String(index + 1) }));
}

/** Results by number of pupils, in the funnel that chance alone would leave them in. */
export function funnelChart(shown: Shown, name: string): ScatterChart | null {
  const { chosen, schools, funnel, everyone } = shown;
  const { measure } = chosen;
  if (funnel.length === 0) return null;
  const far = farSchools(shown);
  const counted = schools.filter(({ result: { cohort } }) => (cohort ?? 0) > 0);
  const below = far.filter(({ school }) => school.beside === 'far below').length;
  const scale = scaleOf(shown);
  const curve = (name_: string, line: 'dashed' | 'dotted', of: (at: (typeof funnel)[number]) => number) => ({
    name: name_,
    line,
    points: funnel.map((at) => ({ x: at.pupils, y: of(at) })),
  });
  return {
    title:
      far.length === 0
        ? `No school of ${name} is beyond what chance gives one school in 500`
        : `${plural(far.length, 'school is', 'schools are')} beyond what chance gives one in 500: ${count(below)} below, ${count(far.length - below)} above`,
    description: `${measure.title} by number of pupils. The fewer the pupils, the wider the funnel in which chance alone would leave a school. The list below names the schools beyond it.`,
    x: { label: 'Pupils behind the result', from: 0, to: funnel.at(-1)?.pupils ?? 1, unit: '' },
    y: { label: measure.title, ...scale },
    points: counted.map(({ result }) => {
      const label = far.find(({ school }) => school.result.urn === result.urn)?.label;
      return {
        x: result.cohort ?? 0,
        y: result.number,
        mark: label === undefined ? ('plain' as const) : ('marked' as const),
        label: label ?? '',
      };
    }),
    curves: [
      {
        name: `${shown.alone ? name : 'England'} ${measureNumber(everyone.mean, measure)}`,
        line: 'solid',
        points: funnel.map(({ pupils }) => ({ x: pupils, y: everyone.mean })),
      },
      curve('', 'dashed', (at) => at.usual[0]),
      curve('one in 20', 'dashed', (at) => at.usual[1]),
      curve('', 'dotted', (at) => at.far[0]),
      curve('one in 500', 'dotted', (at) => at.far[1]),
    ],
  };
}
