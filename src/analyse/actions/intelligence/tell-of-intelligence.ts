import { randomUUID } from 'node:crypto';
import { addIntelligence, intelligence, lockIntelligence } from '#/analyse/records/intelligence.ts';
import {
  checkIntelligence,
  type IntelligenceTyped,
} from '#/analyse/rules/intelligence/check-intelligence.ts';
import { intelligenceLevels, standingOf } from '#/analyse/rules/intelligence/intelligence.ts';
import type { Parts } from '#/parts.ts';
import { permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import { holdersOf } from '#/people/records/people-of-school.ts';
import { mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { rolesWith } from '#/people/rules/decision-table.ts';
import { roleMeaning } from '#/people/rules/roles.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { openSchoolsOf } from '#/published/store/school-of-authority.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { kindsOn } from './entries-read.ts';
import { intelligenceChange } from './intelligence-change.ts';
import type { Outcome, TellingRead } from './intelligence-read.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** Of which schools the person may tell, of what kinds, and who may be named. */
export async function readTelling(parts: Needed, person: Person, slug: string): Promise<TellingRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'tell of intelligence', authority.slug);
  const today = parts.today();
  const open = (await openSchoolsOf(store, authority.slug, today)).filter(
    ({ urn }) => mayForSchool(person, 'tell of intelligence', authority.slug, urn) === true,
  );
  // Whoever is named has to be able to read what the authority knows of any school; a head is never named here.
  const roles = rolesWith('read the correspondence', 'all');
  const holders = await ifAnyRecords(parts, person, authority.slug, (transaction) =>
    holdersOf(transaction, roles),
  );
  const people = [...Map.groupBy(holders ?? [], (one) => one.person)].flatMap(([id, held]) =>
    id === person.id
      ? []
      : [
          {
            person: id,
            name: held[0]?.name ?? '',
            role: [...new Set(held.map(({ role }) => roleMeaning(role).name))].join(', '),
          },
        ],
  );
  return {
    authority,
    today,
    schools: open.map(({ urn, name }) => ({ urn, name })),
    kinds: kindsOn(parts.reference(), today),
    levels: intelligenceLevels,
    people: people.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
  };
}

/**
 * Puts down what came to a service’s ears about a school. The same from the same person, while it stands, is one entry.
 *
 * @returns the entry; or everything that is wrong with what was typed
 */
export async function tellOfIntelligence(
  parts: Needed,
  person: Person,
  told: IntelligenceTyped & { readonly authority: string },
): Promise<Outcome<{ readonly entry: string; readonly urn: Urn; readonly already: boolean }>> {
  const { authority, schools, people, today } = await readTelling(parts, person, told.authority);
  const checked = checkIntelligence(told, {
    kinds: parts.reference().intelligenceKinds,
    open: new Set(schools.map(({ urn }) => urn)),
    people: new Set(people.map((one) => one.person)),
    today,
  });
  if ('problems' in checked) return { kind: 'problems', problems: checked.problems };
  const { entry } = checked;
  const records = await parts.records();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockIntelligence(transaction);
    const same = (await intelligence(transaction, entry.urn)).find(
      (one) =>
        one.told.person === person.id &&
        one.kind === entry.kind &&
        one.knownOn === entry.knownOn &&
        one.words === entry.words &&
        one.level === entry.level &&
        standingOf(one, today).state !== 'withdrawn',
    );
    if (same !== undefined) return { kind: 'done', entry: same.id, urn: entry.urn, already: true };
    const id = randomUUID();
    await addIntelligence(transaction, [{ ...entry, id, name: person.name }]);
    await logChange(
      transaction,
      intelligenceChange({ ...entry, id }, 'told of a school', { from: null, to: entry.kind, why: null }),
    );
    return { kind: 'done', entry: id, urn: entry.urn, already: false };
  });
}
