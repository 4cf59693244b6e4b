import { readdirSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { allocationSettings } from './allocation-schema.ts';
import { forecastMethods, problemsAcross, referenceFiles, schemes, templates } from './check-reference.ts';
import type { forecastMethod, printedForecast } from './forecast-method-schema.ts';
import type { forecastRegimes as forecastRegimesSchema } from './forecast-regime-schema.ts';
import type { intelligenceKind, intelligenceRecurrence } from './intelligence-schema.ts';
import type { indicatorDefinition } from './indicator-schema.ts';
import type { Scheme } from './scheme-schema.ts';
import type { MarkingSettings } from './marking-schema.ts';
import type { officialPublication } from './releases-schema.ts';
import type * as schemas from './schemas.ts';
import type { SimilarSchoolsSettings } from './similar-schools-schema.ts';
import type { schoolTerms } from './terms-schema.ts';
import type * as templateSchema from './template-schema.ts';
import type { visitEntitlement } from './visit-entitlement-schema.ts';

export type InspectionFramework = z.infer<typeof schemas.inspectionFramework>;
export type InspectionInterval = z.infer<typeof schemas.inspectionInterval>;
export type InspectionPause = z.infer<typeof schemas.inspectionPause>;
export type IndicatorDefinition = z.infer<typeof indicatorDefinition>;
export type Measure = z.infer<typeof schemas.measure>;
export type NationalFigure = z.infer<typeof schemas.nationalFigure>;
export type PhaseFigure = z.infer<typeof schemas.phaseFigure>;
export type InspectionProfile = z.infer<typeof schemas.inspectionProfile>;
export type StuckRule = z.infer<typeof schemas.stuckRuleVersion>;
export type SchoolTerms = z.infer<typeof schoolTerms>;
export type AllocationSettings = z.infer<typeof allocationSettings>;
export type VisitEntitlement = z.infer<typeof visitEntitlement>;
export type EntitlementsOfGroup = z.infer<typeof schemas.entitlementsOfGroup>;
export type ReleaseDate = z.infer<typeof schemas.releaseDate>;
export type ProclaimedDay = z.infer<typeof schemas.proclaimedDay>;
export type ForecastMethod = z.infer<typeof forecastMethod>;
export type PrintedForecast = z.infer<typeof printedForecast>;
export type IntelligenceKind = z.infer<typeof intelligenceKind>;
export type IntelligenceRecurrence = z.infer<typeof intelligenceRecurrence>;
export type OfficialPublication = z.infer<typeof officialPublication>;
export type ForecastRegimes = z.infer<typeof forecastRegimesSchema>;

/** Dated facts with their sources, from `reference/`. */
export interface Reference {
  readonly frameworks: readonly InspectionFramework[];
  readonly intervals: readonly InspectionInterval[];
  readonly pauses: readonly InspectionPause[];
  readonly indicators: readonly IndicatorDefinition[];
  readonly measures: readonly Measure[];
  /** Of all pupils. */
  readonly nationalFigures: readonly NationalFigure[];
  /** Of one group of pupils each. */
  readonly nationalFiguresByGroup: readonly NationalFigure[];
  /** England by kind of school: a primary school's absence is held against that of primary schools. */
  readonly phaseFigures: readonly PhaseFigure[];
  readonly inspectionProfiles: readonly InspectionProfile[];
  readonly stuckRule: readonly StuckRule[];
  readonly releaseDates: readonly ReleaseDate[];
  /** Where each official publication is to be found, and when it usually comes. */
  readonly officialPublications: readonly OfficialPublication[];
  readonly similarSchools: SimilarSchoolsSettings;
  readonly marking: MarkingSettings;
  /** Bank holidays added or moved in one year. */
  readonly bankHolidays: readonly ProclaimedDay[];
  /** When schools are open. */
  readonly schoolTerms: SchoolTerms;
  /** What a school may count on, by the group it is told. */
  readonly entitlements: readonly EntitlementsOfGroup[];
  /** How many visits a school is owed, by its category. */
  readonly visitEntitlements: readonly VisitEntitlement[];
  /** When a school has had too many officers, and when it has been without contact for too long. */
  readonly allocation: readonly AllocationSettings[];
  /** What authorities printed of their own future. */
  readonly printedForecasts: readonly PrintedForecast[];
  /** Ways of forecasting by rules, kept to be compared with. */
  readonly forecastMethods: readonly ForecastMethod[];
  /** What forecasts are told of inspection because the record cannot show it yet. */
  readonly forecastRegimes: ForecastRegimes;
  readonly schemes: readonly Scheme[];
  /** The forms of papers: notes of visits, diagnoses, plans. */
  readonly templates: readonly z.infer<typeof templateSchema.template>[];
  /** Sets of areas that papers look at one by one. */
  readonly areas: readonly z.infer<typeof templateSchema.setOfAreas>[];
  /** How long, or how often, by name. */
  readonly rhythms: readonly z.infer<typeof templateSchema.rhythm>[];
  /** What services tell of schools, by kind, and for how long it counts. */
  readonly intelligenceKinds: readonly IntelligenceKind[];
  readonly intelligenceRecurrence: readonly IntelligenceRecurrence[];
}

const folder = new URL('../../reference/', import.meta.url);

let loaded: Reference | undefined;

/**
 * Reads and checks `reference/*.json`, once a process. A table with a gap, an overlap or a value without a source is a
 * bug of ours, not of the person: it throws with every problem listed.
 */
export function loadReference(): Reference {
  loaded ??= checkReference(readReference());
  return loaded;
}

interface ReferenceContent {
  readonly files: Readonly<Record<string, unknown>>;
  readonly schemes: readonly unknown[];
  readonly forecastMethods: readonly unknown[];
  readonly templates: readonly unknown[];
}

/** The content of a folder such as `reference/`: every JSON file, every scheme, every method of forecasting and every template. */
export function readReference(from: URL = folder): ReferenceContent {
  const read = (url: URL): unknown => JSON.parse(readFileSync(url, 'utf8'));
  const list = (url: URL): readonly string[] =>
    readdirSync(url)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  const listIn = (name: string): readonly unknown[] => {
    const inner = new URL(`${name}/`, from);
    return list(inner).map((file) => read(new URL(file, inner)));
  };
  return {
    files: Object.fromEntries(list(from).map((name) => [name, read(new URL(name, from))])),
    schemes: listIn('schemes'),
    forecastMethods: listIn('forecast-methods'),
    templates: listIn('templates'),
  };
}

/**
 * Reference data that can be relied on.
 *
 * @throws Error listing everything wrong with it
 */
export function checkReference(content: ReferenceContent): Reference {
  const files = referenceFiles.safeParse(content.files);
  const checkedSchemes = schemes.safeParse(content.schemes);
  const checkedMethods = forecastMethods.safeParse(content.forecastMethods);
  const checkedTemplates = templates.safeParse(content.templates);
  const shape = [files.error, checkedSchemes.error, checkedMethods.error, checkedTemplates.error].flatMap(
    (error) =>
      error === undefined ? [] : error.issues.map(({ path, message }) => `${path.join(' › ')}: ${message}`),
  );
  const problems =
    files.success && checkedSchemes.success && checkedMethods.success && checkedTemplates.success
      ? problemsAcross(files.data, checkedSchemes.data, checkedMethods.data, checkedTemplates.data)
      : shape;
  if (
    !files.success ||
    !checkedSchemes.success ||
    !checkedMethods.success ||
    !checkedTemplates.success ||
    problems.length > 0
  ) {
    throw new Error(`The reference data cannot be relied on:\n${problems.join('\n')}`);
  }
  return {
    frameworks: files.data['inspection-frameworks.json'].entries,
    intervals: files.data['inspection-intervals.json'].entries,
    pauses: files.data['inspection-pauses.json'].entries,
    indicators: files.data['indicators.json'].entries,
    measures: files.data['measures.json'].entries,
    nationalFigures: files.data['national-figures.json'].entries.filter(({ group }) => group === undefined),
    nationalFiguresByGroup: files.data['national-figures.json'].entries.filter(
      ({ group }) => group !== undefined,
    ),
    phaseFigures: files.data['phase-figures.json'].entries,
    inspectionProfiles: files.data['inspection-profiles.json'].entries,
    stuckRule: files.data['stuck-school-rule.json'].entries,
    releaseDates: files.data['release-dates.json'].entries,
    officialPublications: files.data['releases.json'].entries,
    similarSchools: files.data['similar-schools.json'],
    marking: files.data['marking.json'],
    bankHolidays: files.data['bank-holidays.json'].entries,
    schoolTerms: files.data['school-terms.json'],
    entitlements: files.data['entitlements.json'].entries,
    visitEntitlements: files.data['visit-entitlements.json'].entries,
    allocation: files.data['allocation.json'].entries,
    printedForecasts: files.data['printed-forecasts.json'].entries,
    forecastMethods: checkedMethods.data,
    forecastRegimes: files.data['forecast-regimes.json'],
    schemes: checkedSchemes.data,
    templates: checkedTemplates.data,
    areas: files.data['areas.json'].entries,
    rhythms: files.data['rhythms.json'].entries,
    intelligenceKinds: files.data['intelligence-kinds.json'].entries,
    intelligenceRecurrence: files.data['intelligence-recurrence.json'].entries,
  };
}

/** An authority's own scheme as one might begin, with every field explained: for people, so as text. */
export function readSchemeExample(): string {
  return readFileSync(new URL('scheme-example.jsonc', folder), 'utf8');
}
