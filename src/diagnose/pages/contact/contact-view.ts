import type { ContactRead, SchoolContact } from '#/diagnose/actions/read-contact.ts';
import type { Contact, ContactKind } from '#/diagnose/rules/contact/contact.ts';
import { schoolAddress, withQuery, type Query } from '#/platform/web/addresses.ts';
import { allocationAddress, contactAddress } from '#/platform/web/allocation-addresses.ts';
import { categoryTag } from '#/platform/web/category-tag.ts';
import { downloadLinks } from '#/platform/web/download-links.ts';
import { pagesOf } from '#/platform/web/list-pages.ts';
import { categoryOf, inBrief } from '#/platform/web/scheme-words.ts';
import { count, dateInWords, list, plural, sentence, someOf } from '#/platform/web/words.ts';

/** First what is shown when nothing is asked for. */
const shown = {
  silent: 'Without contact for too long',
  never: 'Without any contact in two years',
  concern: 'Of concern',
  all: 'Every school',
} as const;

type Shown = keyof typeof shown;

/** What the address asks for. */
export interface ContactAsked {
  readonly show: Shown;
  /** Identity of an officer or partner. */
  readonly who: string;
  readonly page: number | 'all';
}

/** What is not understood is left out, so that old links work. */
export function contactAsked(query: Query, { advisers }: Pick<ContactRead, 'advisers'>): ContactAsked {
  const one = (name: string) => query[name]?.at(-1) ?? '';
  const page = one('page');
  return {
    show: one('show') in shown ? (one('show') as Shown) : 'silent',
    who: advisers.some(({ person }) => person === one('who')) ? one('who') : '',
    page: page === 'all' ? 'all' : /^[1-9][0-9]{0,3}$/.test(page) ? Number(page) : 1,
  };
}

export function contactQuery({ show, who, page }: ContactAsked): Query {
  return {
    show: show === 'silent' ? [] : [show],
    who: who === '' ? [] : [who],
    page: page === 1 ? [] : [String(page)],
  };
}

/** The schools asked for, longest without contact first. */
export function chosenContact(
  { schools }: Pick<ContactRead, 'schools'>,
  { show, who }: ContactAsked,
): readonly SchoolContact[] {
  return schools.filter(
    (one) => isShown(one, show) && (who === '' || one.given.some(({ person }) => person === who)),
  );
}

function isShown({ contact, standing }: SchoolContact, show: Shown): boolean {
  if (show === 'silent') return contact.warns;
  if (show === 'never') return contact.last === null;
  return show === 'all' || (standing?.ofConcern ?? false);
}

export const kindWords: Readonly<Record<ContactKind, string>> = {
  visit: 'visit',
  meeting: 'meeting',
  review: 'review of the plan',
  'reply of the school': 'reply of the school',
  'reply of the authority': 'reply of the authority',
  request: 'request',
  answer: 'answer to a request',
  'category read': 'category confirmed as read',
};

/** Who has been without contact, and for how long. */
export function contactView(read: ContactRead, asked: ContactAsked) {
  const { slug } = read.authority;
  const address = contactAddress(slug);
  const rows = chosenContact(read, asked);
  const pages = pagesOf(rows.length, asked, (other) => withQuery(address, contactQuery(other)));
  const concern = read.schools.filter(({ standing }) => standing?.ofConcern ?? false);
  const silent = (some: readonly SchoolContact[]) => some.filter(({ contact }) => contact.warns).length;
  return {
    lead: `${someOf(silent(concern), concern.length, 'school').replace(' (', ' of concern (')} ${silent(concern) === 1 ? 'has' : 'have'} been without contact for too long.`,
    rest: `Of all schools it is ${someOf(silent(read.schools), read.schools.length, 'open school')}, as at ${dateInWords(read.today)}.`,
    limits: `Too long is ${list(read.settings.withoutContact.map(({ tone, weeks }) => `${plural(weeks, 'week')} for ${toneWords(read, tone)}`))}: a local convention.`,
    address,
    allocation: allocationAddress(slug),
    shows: Object.entries(shown).map(([value, text]) => ({ value, text, chosen: value === asked.show })),
    who: read.advisers
      .filter(({ schools }) => schools.length > 0)
      .map(({ person, name, schools }) => ({
        value: person,
        text: `${name} (${plural(schools.length, 'school')})`,
        chosen: person === asked.who,
      })),
    found: `${plural(rows.length, 'school')} of ${count(read.schools.length)}`,
    pages,
    rows: rows.slice(pages.from, pages.to).map((one) => ({
      name: one.school.name,
      href: schoolAddress(slug, one.urn),
      phase: sentence(one.school.phase),
      tag: tagOf(read, one),
      who: one.given.map(({ name }) => name).join(', '),
      last: one.contact.last === null ? null : lastWords(one.contact.last),
      weeks: one.contact.weeksSince === null ? null : count(one.contact.weeksSince),
      warns: one.contact.warns,
      inPerson: one.contact.lastInPerson === null ? null : lastWords(one.contact.lastInPerson),
      inYear: [...one.contact.inYear].map(([kind, number]) => `${count(number)} × ${kindWords[kind]}`),
    })),
    files: downloadLinks(address, contactQuery({ ...asked, page: 1 })),
  };
}

function tagOf({ scheme }: ContactRead, { standing }: SchoolContact) {
  if (standing === null) return null;
  const tag = categoryTag(categoryOf(scheme, standing.category));
  return { ...tag, meaning: inBrief(tag.meaning) };
}

function toneWords({ scheme }: ContactRead, tone: string | null): string {
  const groups = scheme?.groups.filter((one) => one.tone === tone) ?? [];
  if (tone === null || groups.length === 0)
    return tone === null ? 'every other' : `schools of ${tone} concern`;
  return list(groups.map(({ many }) => many));
}

/** `Visit, Ann Reed, 1 October 2026`. */
export function lastWords({ kind, by, on }: Contact): string {
  return `${sentence(kindWords[kind])}, ${by}, ${dateInWords(on)}`;
}
