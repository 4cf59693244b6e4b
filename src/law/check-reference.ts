import { z } from 'zod';
import { indicatorDefinition } from './indicator-schema.ts';
import { scheme } from './scheme-schema.ts';
import * as schemas from './schemas.ts';
import { findGapsAndOverlaps } from './dated.ts';

const entriesOf = <Entry extends z.ZodType>(entry: Entry) =>
  z.strictObject({ about: z.string().min(20), entries: z.array(entry).min(1) });

/** The files of `reference/` and the shape of each. */
export const referenceFiles = z.strictObject({
  'inspection-frameworks.json': entriesOf(schemas.inspectionFramework),
  'inspection-intervals.json': entriesOf(schemas.inspectionInterval),
  'inspection-pauses.json': entriesOf(schemas.inspectionPause),
  'indicators.json': entriesOf(indicatorDefinition),
  'measures.json': entriesOf(schemas.measure),
  'national-figures.json': entriesOf(schemas.nationalFigure),
  'phase-figures.json': entriesOf(schemas.phaseFigure),
  'inspection-profiles.json': entriesOf(schemas.inspectionProfile),
  'stuck-school-rule.json': entriesOf(schemas.stuckRuleVersion),
  'release-dates.json': entriesOf(schemas.releaseDate),
  /** Checked in full by `local-authorities.ts`, which reads it. */
  'local-authorities.json': z.looseObject({ source: z.string().min(8), status: z.string() }),
});

export const schemes = z.array(scheme).min(1);

type Files = z.infer<typeof referenceFiles>;

/** What no single entry can show to be wrong: gaps, overlaps, things said twice, names that lead nowhere. */
export function problemsAcross(files: Files, schemeList: z.infer<typeof schemes>): readonly string[] {
  const intervals = Map.groupBy(files['inspection-intervals.json'].entries, ({ appliesTo }) => appliesTo);
  const measures = files['measures.json'].entries;
  const measureIds = new Set(measures.map(({ id }) => id));
  const figures = files['national-figures.json'].entries;
  return [
    ...findGapsAndOverlaps('inspection-frameworks.json', files['inspection-frameworks.json'].entries),
    ...findGapsAndOverlaps('stuck-school-rule.json', files['stuck-school-rule.json'].entries),
    ...[...intervals].flatMap(([outcome, entries]) =>
      findGapsAndOverlaps(`inspection-intervals.json, ${outcome}`, entries),
    ),
    ...twice(
      'indicators.json',
      files['indicators.json'].entries.map(({ id }) => id),
    ),
    ...twice(
      'measures.json',
      measures.map(({ id }) => id),
    ),
    ...twice(
      'national-figures.json',
      figures.map(({ measure, year, group = 'all pupils' }) => `${measure} ${year} ${group}`),
    ),
    ...twice(
      'phase-figures.json',
      files['phase-figures.json'].entries.map(({ measure, year, phase }) => `${measure} ${year} ${phase}`),
    ),
    ...twice(
      'release-dates.json',
      files['release-dates.json'].entries.map(
        ({ publication, year, release }) => `${publication} ${year} ${release}`,
      ),
    ),
    ...figures
      .filter(({ measure }) => !measureIds.has(measure))
      .map(
        ({ measure, year }) => `national-figures.json: ${measure} ${year} is of no measure in measures.json`,
      ),
    ...measures.flatMap(({ id, spans }) => spanProblems(id, spans)),
    ...schemeList.flatMap(schemeProblems),
  ];
}

function spanProblems(
  id: string,
  spans: readonly { readonly from: number; readonly to: number | null }[],
): readonly string[] {
  return spans.flatMap((span, index) => {
    const before = spans[index - 1];
    const wrong = before !== undefined && (before.to === null || span.from <= before.to);
    return wrong ? [`measures.json: the spans of ${id} overlap or are out of order at ${span.from}`] : [];
  });
}

function schemeProblems(given: z.infer<typeof scheme>): readonly string[] {
  const codes = new Set([...given.categories.map(({ code }) => code), 'insufficient evidence']);
  const standings = new Set(given.standings.map(({ id }) => id));
  const last = given.rules.at(-1);
  return [
    ...twice(
      `scheme ${given.id}, categories`,
      given.categories.map(({ code }) => code),
    ),
    ...twice(
      `scheme ${given.id}, order of concern`,
      given.categories.map(({ concern }) => String(concern)),
    ),
    ...twice(
      `scheme ${given.id}, rules`,
      given.rules.map(({ id }) => id),
    ),
    ...given.rules
      .filter(({ category }) => !codes.has(category))
      .map(({ id, category }) => `scheme ${given.id}: rule ${id} gives ${category}, which is no category`),
    ...given.rules.flatMap(({ id, when }) =>
      when
        .flatMap((condition) => (condition.fact === 'standing' ? condition.oneOf : []))
        .filter((standing) => !standings.has(standing))
        .map(
          (standing) => `scheme ${given.id}: rule ${id} names standing ${standing}, which is not described`,
        ),
    ),
    ...(last?.when.length === 0 ? [] : [`scheme ${given.id}: the last rule must hold for every school`]),
  ];
}

function twice(where: string, names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${where}: ${name} is there twice`,
  );
}
