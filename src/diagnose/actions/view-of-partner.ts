import { addViewOfPartner, viewsOfPartners } from '#/diagnose/records/views-of-partners.ts';
import {
  aspects,
  leastSchools,
  ratingsBy,
  termSaidIn,
  type Aspect,
  type PartnerView,
} from '#/diagnose/rules/partner-views/partner-views.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { withPeople } from '#/people/actions/people-context.ts';
import { logChange } from '#/people/records/change-log.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { reachOf, type Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { schoolYearName, schoolYearOf, type IsoDate } from '#/schools/rules/dates.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

interface Place {
  readonly authority: string;
  readonly urn: Urn;
}

/** What a school thinks of its partner, as it was typed. */
export type ViewTyped = Readonly<Record<Aspect | 'partner' | 'comment', string>>;

/** What head and chair see before they speak. */
export interface ViewOfPartnerRead {
  readonly authority: AuthorityInStore;
  readonly today: IsoDate;
  readonly school: Pick<School, 'urn' | 'name'>;
  /** The challenge partners the school has today, by name. */
  readonly partners: readonly { readonly person: string; readonly name: string }[];
  /** Averages of fewer schools are not told to the partner. */
  readonly heldBackBelow: number;
  /** What the school said before, the newest first. */
  readonly said: readonly (PartnerView & { readonly partnerName: string | null })[];
}

export type ViewSaid =
  | { readonly kind: 'done' }
  | {
      readonly kind: 'problems';
      readonly problems: readonly { readonly field: string; readonly text: string }[];
    };

const mostWords = 2000;

/** What a school said of its partner so far, and of whom it can speak. Only the school’s head and chair open it. */
export async function readViewOfPartner(
  parts: Needed,
  person: Person,
  { authority, urn }: Place,
): Promise<ViewOfPartnerRead> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'answer for the school' },
    async (context, transaction) => {
      permitForSchool(person, 'answer for the school', context.authority.slug, urn);
      const school = context.schools.find((one) => one.urn === urn);
      if (school === undefined) throw nothingThere();
      const partners = await partnersOf(transaction, urn);
      const names = new Map(context.people.map(({ id, name }) => [id, name]));
      for (const { person: id, name } of partners) names.set(id, name);
      return {
        ...{ authority: context.authority, today: context.today, school, partners },
        heldBackBelow: leastSchools,
        said: (await viewsOfPartners(transaction, urn))
          .map((one) => ({ ...one, partnerName: names.get(one.partner) ?? null }))
          .toReversed(),
      };
    },
  );
}

/** Says how credible, challenging and consistent the school finds its partner. Said again in a school year, the new words hold. */
export async function sayViewOfPartner(
  parts: Needed,
  person: Person,
  { authority, urn, ...typed }: Place & ViewTyped,
): Promise<ViewSaid> {
  return withPeople(
    parts,
    person,
    { authority, permission: 'answer for the school' },
    async (context, transaction) => {
      const { slug } = context.authority;
      permitForSchool(person, 'answer for the school', slug, urn);
      const partner = (await partnersOf(transaction, urn)).find((one) => one.person === typed.partner);
      const problems = [
        ...(partner === undefined ? [{ field: 'partner', text: 'Choose the challenge partner.' }] : []),
        ...aspects
          .filter((aspect) => !/^[1-4]$/.test(typed[aspect]))
          .map((aspect) => ({ field: aspect, text: `Choose a rating for ${aspect}.` })),
        ...(typed.comment.length > mostWords
          ? [{ field: 'comment', text: 'This is longer than 2,000 characters.' }]
          : []),
      ];
      if (partner === undefined || problems.length > 0) return { kind: 'problems', problems };
      const term = termSaidIn(context.today, parts.reference().schoolTerms);
      await addViewOfPartner(transaction, {
        ...{ urn, partner: partner.person, term, comment: typed.comment, name: person.name },
        ratings: ratingsBy((aspect) => Number(typed[aspect])),
        as: roleFor(person, slug, urn),
      });
      await logChange(transaction, {
        ...{ act: 'said what the school thinks of its partner', why: null, from: null, urn },
        ...{ about: { kind: 'view of a partner', key: partner.person }, aboutName: partner.name },
        // How it was rated stays in the record: it is read by fewer than the log is.
        to: `${term} term ${schoolYearName(schoolYearOf(context.today))}`,
      });
      return { kind: 'done' };
    },
  );
}

async function partnersOf(
  transaction: AuthorityTransaction,
  urn: Urn,
): Promise<ViewOfPartnerRead['partners']> {
  const holders = await holdersOf(transaction, ['challenge partner'], urn);
  return [...new Map(holders.map(({ person, name }) => [person, { person, name }])).values()];
}

function roleFor(person: Person, authority: string, urn: Urn): PartnerView['as'] {
  const heads = { ...person, roles: person.roles.filter(({ role }) => role === 'headteacher') };
  return reachOf(heads, 'answer for the school', authority).schools.has(urn) ? 'headteacher' : 'chair';
}
