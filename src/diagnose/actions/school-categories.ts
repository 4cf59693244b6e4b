import { adoptions } from '#/analyse/records/adopted-schemes.ts';
import { allDecisions } from '#/analyse/records/decisions.ts';
import { categoriesKept } from '#/analyse/records/kept-to-mark.ts';
import { runs } from '#/analyse/records/risk-runs.ts';
import type { Scheme } from '#/analyse/rules/scheme.ts';
import { groupsOfConcern } from '#/analyse/rules/told-to-members/of-concern.ts';
import type { Reference } from '#/law/reference.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** The category that decides how a school is visited. */
export interface SchoolCategory {
  /** Code in the scheme, or `insufficient evidence`. */
  readonly code: string;
  readonly schemeId: string;
  /** `null` when the scheme is no longer there. */
  readonly scheme: Scheme | null;
  readonly group: string | null;
  readonly ofConcern: boolean;
  /** Since when it is of concern without a break, by decisions; `null` where it is not, or only proposed. */
  readonly ofConcernSince: IsoDate | null;
  /** Whether somebody decided it; else it is what is proposed. */
  readonly decided: boolean;
}

/** The category of each school that who acts may read, as on a day: the one decided; where none was, the one proposed. */
export async function schoolCategories(
  transaction: AuthorityTransaction,
  reference: Reference,
  { authority, on }: { readonly authority: string; readonly on: IsoDate },
): Promise<ReadonlyMap<Urn, SchoolCategory>> {
  const adopted = await adoptions(transaction);
  const schemes = new Map<string, Scheme>([
    ...adopted.map(({ id, scheme }) => [id, scheme] as const),
    ...reference.schemes.map((scheme) => [scheme.id, scheme] as const),
  ]);
  const proposed = await proposedOn(transaction, schemes, authority, on);
  const decided = (await allDecisions(transaction)).filter((one) => one.decided.on <= on);
  const ofSchool = [...Map.groupBy(decided, ({ urn }) => urn)].flatMap(([urn, line]) => {
    const last = line.at(-1);
    if (last === undefined) return [];
    const calm = line.findLastIndex(({ ofConcern }) => !ofConcern);
    const { category: code, scheme: schemeId, group, ofConcern } = last;
    const ofConcernSince = ofConcern ? (line[calm + 1]?.decided.on ?? null) : null;
    const scheme = schemes.get(schemeId) ?? null;
    return [[urn, { code, schemeId, scheme, group, ofConcern, ofConcernSince, decided: true }] as const];
  });
  return new Map<Urn, SchoolCategory>([...proposed, ...ofSchool]);
}

async function proposedOn(
  transaction: AuthorityTransaction,
  schemes: ReadonlyMap<string, Scheme>,
  authority: string,
  on: IsoDate,
): Promise<readonly (readonly [Urn, SchoolCategory])[]> {
  const run = (await runs(transaction, authority)).find(({ asAt }) => asAt <= on);
  if (run === undefined) return [];
  const scheme = schemes.get(run.scheme) ?? null;
  const concern = scheme === null ? [] : groupsOfConcern(scheme);
  const groupOf = new Map(scheme?.categories.map((one) => [one.code, one.group]));
  return (await categoriesKept(transaction))
    .filter((one) => one.run === run.id)
    .map(({ urn, category: code }) => {
      const group = groupOf.get(code) ?? null;
      const ofConcern = group !== null && concern.includes(group);
      return [
        urn,
        { code, schemeId: run.scheme, scheme, group, ofConcern, ofConcernSince: null, decided: false },
      ] as const;
    });
}
