import { viewsOfActingPartner, viewsOfPartners } from '#/diagnose/records/views-of-partners.ts';
import {
  averagedByYear,
  leastSchools,
  viewsThatHold,
  type PartnerView,
  type ViewsAveraged,
} from '#/diagnose/rules/partner-views/partner-views.ts';
import type { Parts } from '#/parts.ts';
import { withPeople } from '#/people/actions/people-context.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { holds, mayFor, type Person } from '#/people/rules/permissions.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';

/** One partner with what schools said of them. */
export interface PartnerRated {
  readonly person: string;
  readonly name: string;
  /** Schools they have today. */
  readonly has: number;
  readonly years: readonly ViewsAveraged[];
}

export interface ViewsOfPartnersRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  /** For director, head of service and auditor; `null` for everybody else. */
  readonly all: {
    /** By name. */
    readonly partners: readonly PartnerRated[];
    /** Each view that holds, the newest first. */
    readonly views: readonly (PartnerView & { readonly school: string; readonly partnerName: string })[];
  } | null;
  /** Averages of fewer schools are not told to the partner. */
  readonly heldBackBelow: number;
  /** For a partner: what schools said of them together; `null` for who is none. */
  readonly own: readonly ViewsAveraged[] | null;
}

/** How schools rate challenge partners: each view for whoever leads the service, and for a partner only averages. */
export async function readViewsOfPartners(
  parts: Pick<Parts, 'published' | 'records' | 'today'>,
  person: Person,
  authority: string,
): Promise<ViewsOfPartnersRead> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'open views of partners' },
    async (context, transaction) => {
      const { slug } = context.authority;
      const isPartner = holds(person, slug, 'challenge partner');
      const { authority: of, today, people, schools, nameOfSchool } = context;
      const own = isPartner ? await viewsOfActingPartner(transaction) : null;
      const known = { authority: of, today, own, heldBackBelow: leastSchools };
      if (!mayFor(person, 'read views of partners', slug)) return { ...known, all: null };
      const views = await viewsOfPartners(transaction);
      const nameOf = new Map(people.map(({ id, name }) => [id, name]));
      const urns = new Map<string, Set<string>>();
      for (const one of await holdersOf(transaction, ['challenge partner'])) {
        const has = one.schools === 'all' ? schools.map(({ urn }) => urn) : one.schools;
        urns.set(one.person, new Set([...(urns.get(one.person) ?? []), ...has]));
      }
      const byPartner = Map.groupBy(views, ({ partner }) => partner);
      const partners = [...new Set([...urns.keys(), ...byPartner.keys()])]
        .map((id) => ({
          ...{ person: id, name: nameOf.get(id) ?? 'somebody no longer known', has: urns.get(id)?.size ?? 0 },
          years: averagedByYear(byPartner.get(id) ?? []),
        }))
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
      return {
        ...known,
        all: {
          partners,
          views: viewsThatHold(views)
            .map((one) => ({
              ...one,
              school: nameOfSchool(one.urn) ?? one.urn,
              partnerName: nameOf.get(one.partner) ?? 'somebody no longer known',
            }))
            .toSorted((a, b) => b.at.localeCompare(a.at)),
        },
      };
    },
  );
}
