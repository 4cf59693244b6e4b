import type { ResultsAndIntake } from '#/analyse/actions/results-and-intake.ts';
import type { ScatterChart } from '#/platform/charts/scatter-chart.ts';
import { intakeAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { groupInWords, inSentence, measureNumber, measureRange } from '#/platform/web/measure-words.ts';
import { choosingFields } from '#/platform/web/results-pages.ts';
import { count, dateInWords, decimals, plural, someOf } from '#/platform/web/words.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';

type Shown = NonNullable<ResultsAndIntake['shown']>;
type Against = NonNullable<Shown['against']>;
type Measure = Shown['chosen']['measure'];

const verdictWords = {
  better: 'better than intake suggests',
  'as suggested': 'as intake suggests',
  worse: 'below what intake suggests',
} as const;

/** Everything the page of results against intake shows. */
export function intakeView(read: ResultsAndIntake) {
  const { authority, shown } = read;
  const about = {
    authority: authority.name,
    asAt: dateInWords(read.asAt),
    onlyMissing: read.onlyMissing,
  };
  if (shown === null) return { ...about, shown: null };
  const { chosen, choices, against } = shown;
  const { measure } = chosen;
  const name = chosen.district ?? authority.name;
  return {
    ...about,
    shown: {
      form: {
        action: intakeAddress(authority.slug),
        label: 'Choose the results and the intake',
        fields: [
          ...choosingFields(shown, ['measure', 'group', 'year', 'phase', 'district']),
          ...(choices.intakes.length < 2
            ? []
            : [
                {
                  name: 'intake',
                  label: 'Intake',
                  options: choices.intakes.map(({ id, title }) => ({
                    value: id,
                    text: title,
                    chosen: id === shown.intake?.measure.id,
                  })),
                },
              ]),
        ],
      },
      who: `${measure.title}, ${groupInWords(chosen.group)}, ${schoolYearName(chosen.year)}`,
      why: against === null ? whyNot(shown) : null,
      against: against === null ? null : againstView(against, shown, name, authority.slug),
    },
  };
}

function whyNot({ intake }: Shown): string {
  return intake === null
    ? 'No file imported says who the pupils of these schools are.'
    : `Too few schools have both a result and a figure for ${inSentence(intake.measure.title)} to draw a line.`;
}

function againstView(against: Against, shown: Shown, name: string, slug: string) {
  const { measure, year } = shown.chosen;
  const { schools, line, intake } = against;
  const better = schools.filter(({ verdict }) => verdict === 'better');
  const worse = schools.filter(({ verdict }) => verdict === 'worse').toReversed();
  const marked = [...better.slice(0, 8), ...worse.slice(0, 8)];
  const rowOf = (school: Against['schools'][number]) => ({
    name: school.result.name,
    href: schoolAddress(slug, school.result.urn),
    label: label(marked, school),
    intake: intakeNumber(school.intake, intake.measure),
    number: measureNumber(school.result.number, measure, measure.unit === '%' ? 0 : undefined),
    pupils: count(school.result.cohort ?? 0),
    suggested: measureNumber(school.suggested, measure),
    believed: points(school.believed, measure),
    range: measureRange(school.interval, pointsOf(measure)),
    verdict: verdictWords[school.verdict],
  });
  return {
    summary: summaryOf(against, shown, name),
    chart: chartOf(against, shown, name, marked),
    better: better.map(rowOf),
    worse: worse.map(rowOf),
    rows: schools.map(rowOf),
    intakeTitle: `${intakeTitle(intake.measure)}, ${schoolYearName(intake.year)}`,
    without: against.without.map(({ name: of, urn }) => ({ name: of, href: schoolAddress(slug, urn) })),
    withoutWords: someOf(against.without.length, against.without.length + schools.length, 'school'),
    notes: [
      `The line is of ${plural(line.schools, 'school')}${against.alone ? `, all of ${name}: the files imported have the intake of no others` : ' in the files imported'}, each counting for its pupils. Intake accounts for ${decimals(100 * line.line.explained, 0)}% of the differences between them; a line is not a cause.`,
      'What is believed of a school is its difference from the line, drawn towards none the fewer its pupils are; the range holds 95% of what is plausible.',
      ...(intake.year === year
        ? []
        : [
            `The intake is of ${schoolYearName(intake.year)}, the nearest year there is to the results of ${schoolYearName(year)}.`,
          ]),
    ],
  };
}

function summaryOf({ schools, line, intake }: Against, { chosen }: Shown, name: string): string {
  const count_ = (verdict: Against['schools'][number]['verdict']) =>
    schools.filter((school) => school.verdict === verdict).length;
  const ten = 10 * line.line.slope;
  const per = intake.measure.kind === 'count' ? '10 points' : 'one';
  const slope = intake.measure.kind === 'count' ? ten : line.line.slope;
  return `In ${schoolYearName(chosen.year)}, ${someOf(count_('better'), schools.length, 'school')} of ${name} did clearly better than their intake suggests and ${count(count_('worse'))} clearly worse. Among all ${plural(line.schools, 'school')}, ${per} more in ${inSentence(intakeTitle(intake.measure))} goes with ${decimals(Math.abs(slope), 1)} points ${slope < 0 ? 'less' : 'more'} in ${inSentence(chosen.measure.title)}.`;
}

function chartOf(
  { schools, line, intake, alone }: Against,
  { chosen }: Shown,
  name: string,
  marked: readonly Against['schools'][number][],
): ScatterChart {
  const { measure } = chosen;
  const xs = schools.map((school) => school.intake);
  const ys = schools.map(({ result }) => result.number);
  const share = intake.measure.kind === 'count';
  const [low, high] = [Math.min(...xs, Infinity), Math.max(...xs, -Infinity)];
  const margin = Math.max(0.2, (high - low) * 0.04);
  const from = share ? 0 : low - margin;
  const to = Math.max(from + 1, high + margin);
  const steps = Array.from({ length: 21 }, (_, step) => from + ((to - from) * step) / 20);
  const curve = (title: string, style: 'solid' | 'dashed', shift: number) => ({
    name: title,
    line: style,
    points: steps.map((x) => ({ x, y: line.line.at(x) + shift })),
  });
  const better = schools.filter(({ verdict }) => verdict === 'better').length;
  const spread = 2 * line.betweenSchools;
  const percent = measure.unit === '%';
  const reach = Math.max(...ys) - Math.min(...ys);
  return {
    title: `${plural(better, 'school does', 'schools do')} clearly better than intake suggests, ${count(schools.filter(({ verdict }) => verdict === 'worse').length)} clearly worse`,
    description: `Each school of ${name} by ${inSentence(intakeTitle(intake.measure))} and ${inSentence(measure.title)}, with the line of all ${plural(line.schools, 'school')}. The tables below have every school.`,
    x: { label: intakeTitle(intake.measure), from, to, unit: share ? '%' : '' },
    y: {
      label: measure.title,
      from: percent ? 0 : Math.min(...ys) - reach * 0.05,
      to: percent ? 100 : Math.max(...ys) + reach * 0.05,
      unit: percent ? '%' : '',
    },
    points: schools.map((school) => {
      const number = label(marked, school);
      return {
        x: school.intake,
        y: school.result.number,
        mark: number === '' ? ('plain' as const) : ('marked' as const),
        label: number,
      };
    }),
    curves: [
      curve(alone ? `${name}’s line` : 'England’s line', 'solid', 0),
      curve('19 of 20 schools', 'dashed', spread),
      curve('', 'dashed', -spread),
    ],
  };
}

function label(
  marked: readonly Against['schools'][number][],
  { result: { urn } }: Against['schools'][number],
): string {
  const place = marked.findIndex(({ result }) => result.urn === urn);
  return place === -1 ? '' : String(place + 1);
}

/** A count of pupils is shown as their share. */
function intakeTitle({ title, kind }: Measure): string {
  return kind === 'count' ? `Share of ${inSentence(title)}` : title;
}

function intakeNumber(number: number, { kind }: Measure): string {
  return kind === 'count' ? `${decimals(number, 0)}%` : decimals(number, 1);
}

function pointsOf(measure: Measure) {
  return { ...measure, unit: 'points', kind: 'progress' } as const;
}

function points(number: number, measure: Measure): string {
  return measureNumber(number, pointsOf(measure));
}
