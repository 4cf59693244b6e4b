import { randomUUID } from 'node:crypto';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { logChanges } from '#/people/records/change-log.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { heldIn, mayForSchool, reachOf, type Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import { addRequest, lockRequests, requests } from '#/schools/records/requests.ts';
import {
  checkRequest,
  type RequestChecked,
  type RequestTyped,
  type RoleToName,
  type TypingProblem,
} from '#/schools/rules/check-request.ts';
import { requestLevelNames, stateOf, type RequestLevel } from '#/schools/rules/request-steps.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { requestChange } from './request-change.ts';
import type { AskingRead, Outcome } from './requests.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'today'>;

/** Whom the person may ask, and how far it may be known. */
export async function readAsking(parts: Needed, person: Person, slug: string): Promise<AskingRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'ask a school', authority.slug);
  const open = (await openSchoolsOf(store, authority.slug, parts.today())).filter(
    ({ urn }) => mayForSchool(person, 'ask a school', authority.slug, urn) === true,
  );
  const given = new Set(
    heldIn(person, authority.slug).flatMap(({ schools }) => (schools === 'all' ? [] : schools)),
  );
  return {
    authority,
    schools: [...open.filter(({ urn }) => given.has(urn)), ...open.filter(({ urn }) => !given.has(urn))],
    given,
    levels: levelsOf(person, authority.slug),
  };
}

/**
 * Asks one school, or several the same, for something by a day. A school that this person has asked the very same before, and
 * that still stands, is not asked twice. All of them are asked, or none.
 *
 * @returns how many were asked now; or everything that is wrong with what was typed
 */
export async function askSchools(
  parts: Needed,
  person: Person,
  asked: RequestTyped & { readonly authority: string },
): Promise<Outcome<{ readonly asked: number; readonly schools: readonly Urn[] }>> {
  const { authority, schools, levels } = await readAsking(parts, person, asked.authority);
  const open = new Set(schools.map(({ urn }) => urn));
  const level = levels.find((one) => one === asked.level) ?? '';
  const checked = checkRequest({ ...asked, level }, { open, today: parts.today() });
  if ('problems' in checked) return { kind: 'problems', problems: checked.problems };
  const { request } = checked;
  const records = await parts.records();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockRequests(transaction);
    const named = await peopleNamed(transaction, request, schools);
    if ('problems' in named) return { kind: 'problems', problems: named.problems };
    const before = new Set(
      (await requests(transaction))
        .filter((one) => one.asked.person === person.id && isSame(one, request))
        .filter(({ steps }) => ['asked', 'answered'].includes(stateOf(steps)))
        .map(({ urn }) => urn),
    );
    const now = request.schools.filter((urn) => !before.has(urn)).map((urn) => ({ urn, id: randomUUID() }));
    for (const { urn, id } of now) {
      const { what, why, dueOn } = request;
      const people = named.people.get(urn) ?? [];
      await addRequest(transaction, {
        ...{ id, urn, what, why, dueOn, level: request.level },
        named: people,
        askedByName: person.name,
      });
    }
    await logChanges(
      transaction,
      now.map(({ urn, id }) =>
        requestChange({ id, urn, level: request.level }, 'asked a school', {
          from: null,
          to: `${request.what} (by ${request.dueOn})`,
          why: request.why,
        }),
      ),
    );
    return { kind: 'done', asked: now.length, schools: request.schools };
  });
}

/** Nobody asks at a level that would hide the request from themselves. */
function levelsOf(person: Person, authority: string): readonly RequestLevel[] {
  const notes = reachOf(person, 'read officers’ notes', authority).all;
  return requestLevelNames.filter((level) => level !== 'authority' || notes);
}

function isSame(
  one: Pick<RequestChecked, 'what' | 'dueOn' | 'level'>,
  other: Pick<RequestChecked, 'what' | 'dueOn' | 'level'>,
): boolean {
  return one.what === other.what && one.dueOn === other.dueOn && one.level === other.level;
}

/** Who holds the roles named at each school today. */
async function peopleNamed(
  transaction: AuthorityTransaction,
  request: RequestChecked,
  schools: readonly Pick<School, 'urn' | 'name'>[],
): Promise<
  { readonly people: ReadonlyMap<Urn, readonly string[]> } | { readonly problems: readonly TypingProblem[] }
> {
  if (request.named.length === 0) return { people: new Map() };
  const holders = await holdersOf(transaction, request.named);
  const at = (urn: Urn, role: RoleToName): readonly string[] =>
    holders
      .filter((one) => one.role === role && one.schools !== 'all' && one.schools.includes(urn))
      .map(({ person }) => person);
  const without = request.schools.flatMap((urn) =>
    request.named
      .filter((role) => at(urn, role).length === 0)
      .map((role) => `${schools.find((one) => one.urn === urn)?.name ?? urn} has no ${role} here`),
  );
  if (without.length > 0) {
    return {
      problems: [
        { field: 'named', text: `${without.join('; ')}: name somebody else, or ask for them to be invited.` },
      ],
    };
  }
  return {
    people: new Map(
      request.schools.map((urn) => [urn, [...new Set(request.named.flatMap((role) => at(urn, role)))]]),
    ),
  };
}
