import type { Parts } from '#/parts.ts';
import { nothingThere, permit, permitForSchool } from '#/people/actions/permit.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { mayFor, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { openSchoolsOf, schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import { requests } from '#/schools/records/requests.ts';
import { standingOf, stateAfter } from '#/schools/rules/request-steps.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { OneRequestRead, RequestsRead } from './requests.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'today'>;

/** Whether somebody may read requests to schools at all. */
export function mayReadRequests(person: Person, authority: string): boolean {
  return mayFor(person, 'read the correspondence', authority);
}

/** Everything that schools were asked and that the person may know of: what they may not is not there, nor counted. */
export async function readRequests(parts: Needed, person: Person, slug: string): Promise<RequestsRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read the correspondence', authority.slug);
  const names = new Map(
    (await openSchoolsOf(store, authority.slug, parts.today())).map(({ urn, name }) => [urn, name]),
  );
  const kept = await ifAnyRecords(parts, person, authority.slug, async (transaction) => ({
    asked: await requests(transaction),
    holders: await holdersOf(transaction, ['intervention officer', 'challenge partner']),
  }));
  const given = (kept?.holders ?? []).flatMap(({ person: id, name, schools }) =>
    schools === 'all' ? [] : [{ person: id, name, schools }],
  );
  return {
    authority,
    requests: (kept?.asked ?? []).map((one) => ({
      ...standingOf(one, parts.today()),
      school: names.get(one.urn) ?? `school ${one.urn}`,
    })),
    officers: [...Map.groupBy(given, (one) => one.person)].map(([id, held]) => ({
      person: id,
      name: held[0]?.name ?? '',
      schools: new Set(held.flatMap(({ schools }) => schools)),
    })),
  };
}

/** One request to a school: a request the person may not know of is answered as one that there is not. */
export async function readRequest(
  parts: Needed,
  person: Person,
  asked: { readonly authority: string; readonly urn: Urn; readonly request: string },
): Promise<OneRequestRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  const { slug } = authority;
  permitForSchool(person, 'read the school’s own page', slug, asked.urn);
  const school = await schoolOfAuthority(store, slug, asked.urn, parts.today());
  const found = await ifAnyRecords(parts, person, slug, (transaction) => requests(transaction, asked.urn));
  const one = found?.find(({ id }) => id === asked.request);
  if (school === null || one === undefined) throw nothingThere();
  const request = standingOf(one, parts.today());
  const may = (permission: 'answer for the school' | 'ask a school' | 'read the correspondence'): boolean =>
    mayForSchool(person, permission, slug, asked.urn) === true;
  return {
    authority,
    school,
    request,
    mayAnswer: may('answer for the school') && stateAfter(request.state, 'answer') !== null,
    mayEnd: may('ask a school') && stateAfter(request.state, 'withdraw') !== null,
    mayReadAnswers: may('read the correspondence'),
  };
}
