import { z } from 'zod';
import { allocationSettings } from './allocation-schema.ts';
import { forecastMethod, printedForecast } from './forecast-method-schema.ts';
import { forecastRegimes } from './forecast-regime-schema.ts';
import { indicatorDefinition } from './indicator-schema.ts';
import { similarSchoolsSettings } from './similar-schools-schema.ts';
import { markingSettings } from './marking-schema.ts';
import { pathInWords, problemsOfScheme, type Maxima } from './scheme-problems.ts';
import { scheme } from './scheme-schema.ts';
import { officialPublication } from './releases-schema.ts';
import * as schemas from './schemas.ts';
import { schoolTerms, termProblems } from './terms-schema.ts';
import { rhythm, setOfAreas, template } from './template-schema.ts';
import { intelligenceKind, intelligenceRecurrence } from './intelligence-schema.ts';
import { problemsOfTemplates } from './template-problems.ts';
import { visitEntitlement, visitEntitlementProblems } from './visit-entitlement-schema.ts';
import { findGapsAndOverlaps } from './dated.ts';
import { problemsOfMethod } from './forecast-method-problems.ts';

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
  'similar-schools.json': similarSchoolsSettings,
  'marking.json': markingSettings,
  'bank-holidays.json': entriesOf(schemas.proclaimedDay),
  'school-terms.json': schoolTerms,
  'allocation.json': entriesOf(allocationSettings),
  'entitlements.json': entriesOf(schemas.entitlementsOfGroup),
  'visit-entitlements.json': entriesOf(visitEntitlement),
  'stuck-school-rule.json': entriesOf(schemas.stuckRuleVersion),
  'release-dates.json': entriesOf(schemas.releaseDate),
  'releases.json': entriesOf(officialPublication),
  'printed-forecasts.json': entriesOf(printedForecast),
  'forecast-regimes.json': forecastRegimes,
  'areas.json': entriesOf(setOfAreas),
  'rhythms.json': entriesOf(rhythm),
  'intelligence-kinds.json': entriesOf(intelligenceKind),
  'intelligence-recurrence.json': entriesOf(intelligenceRecurrence),
  /** Checked in full by `local-authorities.ts`, which reads it. */
  'local-authorities.json': z.looseObject({ source: z.string().min(8), status: z.string() }),
});

export const schemes = z.array(scheme).min(1);

export const forecastMethods = z.array(forecastMethod).min(1);

/** A file of `reference/templates/` holds one template, or several. */
export const templates = z
  .array(z.union([z.array(template), template]))
  .transform((files) => files.flatMap((file) => (Array.isArray(file) ? file : [file])));

type Files = z.infer<typeof referenceFiles>;

/** What no single entry can show to be wrong: gaps, overlaps, things said twice, names that lead nowhere. */
export function problemsAcross(
  files: Files,
  schemeList: z.infer<typeof schemes>,
  methods: z.infer<typeof forecastMethods>,
  templateList: z.infer<typeof templates>,
): readonly string[] {
  const intervals = Map.groupBy(files['inspection-intervals.json'].entries, ({ appliesTo }) => appliesTo);
  const measures = files['measures.json'].entries;
  const measureIds = new Set(measures.map(({ id }) => id));
  const figures = files['national-figures.json'].entries;
  const maxima = new Map(files['indicators.json'].entries.map(({ id, maximum }) => [id, maximum]));
  return [
    ...findGapsAndOverlaps('inspection-frameworks.json', files['inspection-frameworks.json'].entries),
    ...findGapsAndOverlaps('allocation.json', files['allocation.json'].entries),
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
      'releases.json',
      files['releases.json'].entries.map(({ id }) => id),
    ),
    ...twice(
      'bank-holidays.json',
      files['bank-holidays.json'].entries.map(({ on }) => on),
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
    ...schemeList.flatMap((one) => schemeProblems(one, maxima)),
    ...usualProblems(schemeList),
    ...twice(
      'printed-forecasts.json',
      files['printed-forecasts.json'].entries.flatMap(({ authority, publishedOn, figures }) =>
        figures.map(({ phase, on }) => `${authority} ${publishedOn} ${phase} ${on}`),
      ),
    ),
    ...twice(
      'forecast-methods',
      methods.map(({ id }) => id),
    ),
    ...methods.flatMap((method) =>
      problemsOfMethod(
        method,
        schemeList.map(({ id }) => id),
      ),
    ),
    ...termProblems(files['school-terms.json']),
    ...entitlementProblems(files['entitlements.json'].entries, schemeList),
    ...visitEntitlementProblems(files['visit-entitlements.json'].entries, schemeList),
    ...[...Map.groupBy(files['visit-entitlements.json'].entries, ({ id }) => id)].flatMap(([id, some]) =>
      findGapsAndOverlaps(`visit-entitlements.json, ${id}`, some),
    ),
    ...[...Map.groupBy(files['intelligence-kinds.json'].entries, ({ id }) => id)].flatMap(([id, entries]) =>
      findGapsAndOverlaps(`intelligence-kinds.json, ${id}`, entries),
    ),
    ...findGapsAndOverlaps('intelligence-recurrence.json', files['intelligence-recurrence.json'].entries),
    ...problemsOfTemplates({
      templates: templateList,
      areas: files['areas.json'].entries,
      rhythms: files['rhythms.json'].entries,
    }),
  ];
}

/** A scheme that has entitlements has them for every one of its groups and for every school, on every day from the first. */
function entitlementProblems(
  entries: Files['entitlements.json']['entries'],
  schemeList: z.infer<typeof schemes>,
): readonly string[] {
  const where = (scheme: string, group: string | null) =>
    `entitlements.json, ${scheme}, ${group ?? 'every school'}`;
  return [...Map.groupBy(entries, ({ scheme }) => scheme)].flatMap(([id, ofScheme]) => {
    const known = schemeList.find((scheme) => scheme.id === id);
    if (known === undefined) return [`entitlements.json: there is no scheme ${id}`];
    const groups = [null, ...known.groups.map(({ name }) => name)];
    const strange = ofScheme.filter(({ group }) => !groups.includes(group));
    return [
      ...strange.map(({ group }) => `${where(id, group)}: the scheme has no such group`),
      ...groups.flatMap((group) => {
        const ofGroup = ofScheme.filter((one) => one.group === group);
        return ofGroup.length === 0
          ? [`${where(id, group)}: nothing is said`]
          : findGapsAndOverlaps(where(id, group), ofGroup);
      }),
    ];
  });
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

function schemeProblems(given: z.infer<typeof scheme>, maxima: Maxima): readonly string[] {
  return problemsOfScheme(given, maxima).map(
    ({ path, words }) => `scheme ${given.id}, ${pathInWords(path)}: ${words}`,
  );
}

/** An authority that has chosen no scheme has one all the same, and only one on a day. */
function usualProblems(schemeList: z.infer<typeof schemes>): readonly string[] {
  const usual = schemeList.filter((one) => one.usual === true);
  return usual.length === 0
    ? ['schemes: none is the usual one']
    : findGapsAndOverlaps('schemes, the usual one', usual);
}

function twice(where: string, names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${where}: ${name} is there twice`,
  );
}
