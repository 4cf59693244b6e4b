import { receipts, replies } from '#/analyse/records/correspondence.ts';
import { isAbout } from '#/analyse/rules/told.ts';
import { confirmationOf } from '#/analyse/rules/receipts.ts';
import { entitlementsOn } from '#/law/entitlements.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { mayForSchool, type Permission, type Person } from '#/people/rules/permissions.ts';
import { rolesToAsk, whomToAsk } from '#/people/rules/whom-to-ask.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures, KnownError } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import type { AuthorityInStore } from '#/published/store/published-store.ts';
import { schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import { requests } from '#/schools/records/requests.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { standingOf } from '#/schools/rules/request-steps.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { suppliedSources } from './merge-supplied.ts';
import type { EntitlementsRead, OurView } from './our-view.ts';
import { toldToSchool, type ToldToSchool } from './told-to-school.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/**
 * The school's own page: what the authority thinks of it and why, what it may count on, whom it asks, what is asked of it.
 * Another's school is answered as one that there is not. What the reader may not know is left out by the database: a clerk
 * reads no run, so there is nothing to tell them, and no receipt or reply.
 */
export async function readOurView(parts: Needed, person: Person, slug: string, urn: Urn): Promise<OurView> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permitForSchool(person, 'read the school’s own page', authority.slug, urn);
  const today = parts.today();
  const school = await schoolOfAuthority(store, authority.slug, urn, today);
  if (school === null) throw nothingThere();
  const may = (permission: Permission): boolean =>
    mayForSchool(person, permission, authority.slug, urn) === true;
  const reader = {
    person: person.id,
    name: person.name,
    readsCategory: may('read categories'),
    mayAnswer: may('answer for the school'),
    mayAsk: may('ask a school'),
    ofTheSchool: !may('ask a school') && !may('read officers’ notes'),
  };
  const kept = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    keptOf(transaction, parts, authority, urn, reader.readsCategory),
  );
  if (kept === null) throw nothingThere();
  const { told, suppliedCited, ...rest } = kept;
  const cited = new Set(citedIn(told));
  const group = told.now?.told.group ?? null;
  return {
    authority,
    school,
    today,
    reader,
    now: told.now,
    beingDecided: told.beingDecided,
    whyNot: !reader.readsCategory
      ? 'in confidence'
      : told.run === null
        ? 'no analysis'
        : 'not in the newest analysis',
    scheme: told.scheme,
    entitlements: entitlementsRead(parts, told.scheme?.id ?? '', group, today),
    sources: [...(await store.sources()).filter(({ id }) => cited.has(id)), ...suppliedCited],
    ...rest,
  };
}

async function keptOf(
  transaction: AuthorityTransaction,
  parts: Needed,
  authority: AuthorityInStore,
  urn: Urn,
  readsCategory: boolean,
) {
  const today = parts.today();
  const told = await toldToSchool(transaction, parts.reference(), authority.slug, urn, today);
  const given = readsCategory ? await receipts(transaction, urn) : [];
  const leaders = await holdersOf(transaction, ['headteacher', 'chair'], urn);
  return {
    told,
    suppliedCited: await suppliedSources(transaction, authority, citedIn(told)),
    before: told.before.map((one) => ({
      ...one,
      receipts: given.filter((receipt) => isAbout(one.told, receipt)),
    })),
    leaders: leaders.map((holder) => ({
      holder,
      confirmation: told.now === null ? null : confirmationOf(told.now.told, holder, given, today),
    })),
    replies: (readsCategory ? await replies(transaction, urn) : []).map((one) => ({
      ...one,
      earlier: told.now !== null && !isAbout(told.now.told, one),
    })),
    asks: whomToAsk(await holdersOf(transaction, rolesToAsk, urn), urn),
    requests: (await requests(transaction, urn)).map((one) => standingOf(one, today)),
  };
}

function citedIn({ now }: ToldToSchool): readonly string[] {
  return (now?.proposal.readings ?? []).flatMap(({ sources }) => sources.map(({ source }) => source));
}

function entitlementsRead(
  { reference }: Needed,
  scheme: string,
  group: string | null,
  on: IsoDate,
): EntitlementsRead {
  try {
    const entitlements = entitlementsOn(reference().entitlements, { scheme, group, on });
    return entitlements === null ? { kind: 'none kept' } : { kind: 'kept', entitlements };
  } catch (error) {
    if (error instanceof KnownError) return { kind: 'not covered', words: error.message };
    throw error;
  }
}
