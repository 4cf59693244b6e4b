import { readSchool } from '#/analyse/actions/read-analysis.ts';
import { recurrencesOf } from '#/analyse/rules/intelligence/recurrence.ts';
import { restsOn } from '#/analyse/rules/intelligence/rests-on.ts';
import { actsOn } from '#/analyse/rules/intelligence/intelligence.ts';
import { papers } from '#/papers/records/papers.ts';
import type { Parts } from '#/parts.ts';
import { nothingThere, permit, permitForSchool } from '#/people/actions/permit.ts';
import { peopleKnown } from '#/people/records/people.ts';
import { mayFor, mayForSchool, type Person } from '#/people/rules/permissions.ts';
import { ifAnyRecords } from '#/platform/database/if-any-records.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { openSchoolsOf, schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import { entriesToday, kindsOn, monthsCounted, withWords } from './entries-read.ts';
import { groundsOf, seenThereKinds } from './grounds.ts';
import type {
  EntryAsked,
  IntelligenceRegister,
  OneEntryRead,
  SchoolIntelligence,
} from './intelligence-read.ts';

type Needed = Pick<Parts, 'published' | 'records' | 'reference' | 'today'>;

/** Everything that services told, as far as the person may know: what they may not is not there, nor counted. */
export async function readIntelligence(
  parts: Needed,
  person: Person,
  slug: string,
): Promise<IntelligenceRegister> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, slug));
  permit(person, 'read the intelligence register', authority.slug);
  const [today, reference] = [parts.today(), parts.reference()];
  const open = await openSchoolsOf(store, authority.slug, today);
  const names = new Map(open.map(({ urn, name }) => [urn, name]));
  const entries =
    (await ifAnyRecords(parts, person, authority.slug, (transaction) => entriesToday(transaction, today))) ??
    [];
  return {
    authority,
    today,
    entries: withWords(entries, { reference, names, today }),
    recurrences: recurrencesOf(entries, reference.intelligenceRecurrence, today).map((one) => ({
      ...one,
      school: names.get(one.urn) ?? `school ${one.urn}`,
    })),
    schools: open.length,
    kinds: kindsOn(reference, today),
    months: monthsCounted(reference, today),
    mayTell: mayFor(person, 'tell of intelligence', authority.slug),
  };
}

/** What is known of one school beside its data, and how much of the view of it rests on which. */
export async function readSchoolIntelligence(
  parts: Needed,
  person: Person,
  asked: { readonly authority: string; readonly urn: Urn },
): Promise<SchoolIntelligence> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  const { slug } = authority;
  permitForSchool(person, 'read the correspondence', slug, asked.urn);
  const [today, reference] = [parts.today(), parts.reference()];
  const school = await schoolOfAuthority(store, slug, asked.urn, today);
  if (school === null) throw nothingThere();
  const kept = await ifAnyRecords(parts, person, slug, async (transaction) => ({
    entries: await entriesToday(transaction, today, asked.urn),
    seenThere: await papers(transaction, { urn: asked.urn, kinds: seenThereKinds }),
  }));
  const { entries, seenThere } = kept ?? { entries: [], seenThere: [] };
  const may = (permission: 'tell of intelligence' | 'read categories'): boolean =>
    mayForSchool(person, permission, slug, asked.urn) === true;
  const names = new Map([[school.urn, school.name]]);
  return {
    authority,
    school,
    today,
    entries: withWords(entries, { reference, names, today }),
    recurrence: recurrencesOf(entries, reference.intelligenceRecurrence, today)[0] ?? null,
    kinds: kindsOn(reference, today),
    months: monthsCounted(reference, today),
    mayTell: may('tell of intelligence'),
    mayOpen: mayFor(person, 'read the intelligence register', slug),
    restsOn: may('read categories')
      ? restsOn(groundsOf(await readSchool(parts, person, slug, asked.urn), entries, seenThere), today)
      : null,
  };
}

/** One entry: one the person may not know of is answered as one that there is not. */
export async function readEntry(parts: Needed, person: Person, asked: EntryAsked): Promise<OneEntryRead> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  const { slug } = authority;
  permit(person, 'read the intelligence register', slug);
  const [today, reference] = [parts.today(), parts.reference()];
  const school = await schoolOfAuthority(store, slug, asked.urn, today);
  const kept = await ifAnyRecords(parts, person, slug, async (transaction) => {
    const entries = await entriesToday(transaction, today, asked.urn);
    const named = entries.find(({ id }) => id === asked.entry)?.named ?? [];
    const known = named.length === 0 ? [] : await peopleKnown(transaction);
    return {
      entries,
      namedPeople: known.filter(({ id }) => named.includes(id)).map(({ name }) => name),
    };
  });
  if (school === null || kept === null) throw nothingThere();
  const names = new Map([[school.urn, school.name]]);
  const entry = withWords(kept.entries, { reference, names, today }).find(({ id }) => id === asked.entry);
  if (entry === undefined) throw nothingThere();
  return {
    authority,
    today,
    entry,
    namedPeople: kept.namedPeople,
    months: monthsCounted(reference, today),
    mayTakeUp:
      mayForSchool(person, 'tell of intelligence', slug, asked.urn) === true && actsOn(entry).length > 0,
    mayOpenRound: mayFor(person, 'decide categories', slug) && entry.state === 'in force',
  };
}
