import type { Reference } from '#/law/reference.ts';
import { termsOfYear, type TermName } from '#/law/terms.ts';
import { schoolYearOf, type IsoDate, type SchoolYear } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** What is rated, in the order of the form; the Isos review asked for these three. */
export const aspects = ['credibility', 'challenge', 'consistency'] as const;
export type Aspect = (typeof aspects)[number];

/** From 1, the lowest, to 4. */
export type Ratings = Readonly<Record<Aspect, number>>;

/** What one school said of its partner. */
export interface PartnerView {
  readonly urn: Urn;
  readonly partner: string;
  readonly schoolYear: SchoolYear;
  readonly term: TermName;
  readonly ratings: Ratings;
  readonly comment: string;
  readonly as: 'headteacher' | 'chair';
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly name: string;
}

/** What schools said together of one partner in a school year. */
export interface ViewsAveraged {
  readonly schoolYear: SchoolYear;
  readonly schools: number;
  /** To one decimal. */
  readonly averages: Ratings;
}

/** Fewer schools than this are not averaged for the partner: each could be told from the others. */
export const leastSchools = 5;

/** Of each school, partner and school year the view said last; `views` in the order in which they were said. */
export function viewsThatHold(views: readonly PartnerView[]): readonly PartnerView[] {
  const last = new Map(views.map((one) => [`${one.urn} ${one.partner} ${String(one.schoolYear)}`, one]));
  return [...last.values()];
}

/** The views of one partner, averaged year by year, the newest year first. */
export function averagedByYear(views: readonly PartnerView[]): readonly ViewsAveraged[] {
  return [...Map.groupBy(viewsThatHold(views), ({ schoolYear }) => schoolYear)]
    .map(([schoolYear, some]) => ({
      schoolYear,
      schools: some.length,
      averages: ratingsBy((aspect) => meanOf(some.map(({ ratings }) => ratings[aspect]))),
    }))
    .toSorted((a, b) => b.schoolYear - a.schoolYear);
}

/** The term of its school year that has begun last by a day; before the first, the first. */
export function termSaidIn(day: IsoDate, terms: Reference['schoolTerms']): TermName {
  return termsOfYear(schoolYearOf(day), terms).findLast(({ from }) => from <= day)?.term ?? 'autumn';
}

/** A rating of each aspect. */
export function ratingsBy(of: (aspect: Aspect) => number): Ratings {
  return { credibility: of('credibility'), challenge: of('challenge'), consistency: of('consistency') };
}

function meanOf(numbers: readonly number[]): number {
  return Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 10) / 10;
}
