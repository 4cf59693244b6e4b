import { isOf } from '#/people/actions/read-people-of-school.ts';
import type { PeopleRead } from '#/people/actions/read-people.ts';
import type { PersonRead, RoleRead } from '#/people/actions/people-read.ts';
import {
  importPeopleAddress,
  inviteAddress,
  peopleAddress,
  personAddress,
  withQuery,
  type Query,
} from '#/platform/web/addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

/** Which people a list has: those with a role that stands or is to come, and others. */
export const shows = ['now', 'ended', 'not signed in', 'everybody'] as const;

export interface PeopleAsked {
  readonly search: string;
  readonly role: string;
  /** URN. */
  readonly school: string;
  readonly show: (typeof shows)[number];
  /** From 1. */
  readonly page: number;
}

/** What the address asks for; what it cannot mean is passed over. */
export function peopleAsked(query: Query): PeopleAsked {
  const one = (name: string) => (query[name]?.[0] ?? '').trim().slice(0, 100);
  const show = shows.find((each) => each === one('show')) ?? 'now';
  const page = Number(one('page'));
  return {
    search: one('search'),
    role: one('role'),
    school: one('school'),
    show,
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

const showWords = {
  now: 'with a role now or to come',
  ended: 'whose roles are all over',
  'not signed in': 'who have not signed in yet',
  everybody: 'everybody ever known',
} as const satisfies Record<PeopleAsked['show'], string>;

const perPage = 100;

/** The list of people, as it was asked for. */
export function peopleView(read: PeopleRead, asked: PeopleAsked) {
  const { authority, people, schools } = read;
  const { slug } = authority;
  const found = people.filter((person) => matches(person, asked, read));
  const pages = Math.max(1, Math.ceil(found.length / perPage));
  const page = Math.min(asked.page, pages);
  const shown = found.slice((page - 1) * perPage, page * perPage);
  const held = people.flatMap(({ roles }) => roles).filter(({ standing }) => standing !== 'over');
  const roles = [...new Map(held.map(({ role, name }) => [role as string, name])).entries()];
  const urns = new Set(held.flatMap(({ scope }) => (scope.kind === 'school' ? [scope.name] : [])));
  const to = (number: number) => withQuery(peopleAddress(slug), queryOf({ ...asked, page: number }));
  return {
    authority: authority.name,
    summary: `${plural(found.length, 'person', 'people')} of the ${String(people.length)} known to ${authority.name}: ${showWords[asked.show]}, as at ${dateInWords(read.today)}.`,
    action: peopleAddress(slug),
    clear: peopleAddress(slug),
    search: asked.search,
    roles: roles
      .toSorted((a, b) => a[1].localeCompare(b[1]))
      .map(([value, text]) => ({ value, text, chosen: value === asked.role })),
    schools: schools
      .filter(({ urn }) => urns.has(urn))
      .map(({ urn, name }) => ({ value: urn, text: `${name} (${urn})`, chosen: urn === asked.school }))
      .toSorted((a, b) => a.text.localeCompare(b.text)),
    signIn: read.tellsSignIn,
    shows: shows
      .filter((value) => read.tellsSignIn || value !== 'not signed in')
      .map((value) => ({ value, text: showWords[value], chosen: value === asked.show })),
    people: shown.map((person) => ({
      name: person.name,
      email: person.email,
      href: personAddress(slug, person.id),
      signedIn: person.signedInAt === null ? 'Not yet' : dateInWords(person.signedInAt),
      roles: roleLines(rolesShown(person, asked.show)),
    })),
    range:
      found.length > perPage
        ? `${String((page - 1) * perPage + 1)} to ${String((page - 1) * perPage + shown.length)} of ${String(found.length)}`
        : null,
    previous: page > 1 ? to(page - 1) : null,
    next: page < pages ? to(page + 1) : null,
    manage: read.manages ? { invite: inviteAddress(slug), import: importPeopleAddress(slug) } : null,
  };
}

/** Roles as rows of a table: the same role for several schools from the same day on is one row. */
function roleLines(roles: readonly RoleRead[]) {
  const alike = Map.groupBy(roles, ({ role, span, standing, standsInFor }) =>
    JSON.stringify([role, span, standing, standsInFor?.id]),
  );
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    return first === undefined ? [] : [{ ...roleLine(first), of: some.map(({ of }) => of) }];
  });
}

/** A role as a row of a table. */
export function roleLine(role: RoleRead) {
  const { name, words, of, span, standing, standsInFor } = role;
  const standIn = standsInFor === null ? '' : `, standing in for ${standsInFor.name}`;
  return {
    name: `${name}${standIn}`,
    of: [of],
    words: `${words}${standIn}`,
    since: dateInWords(span.from),
    until: span.last === null ? 'No end said' : dateInWords(span.last),
    note: standing === 'now' ? null : standing === 'to come' ? 'To come' : 'Over',
  };
}

function rolesShown({ roles }: PersonRead, show: PeopleAsked['show']): readonly RoleRead[] {
  return show === 'ended' || show === 'everybody'
    ? roles
    : roles.filter(({ standing }) => standing !== 'over');
}

function matches(person: PersonRead, asked: PeopleAsked, { schools }: PeopleRead): boolean {
  const stands = person.roles.some(({ standing }) => standing !== 'over');
  if (asked.show === 'now' && !stands) return false;
  if (asked.show === 'ended' && stands) return false;
  if (asked.show === 'not signed in' && (!stands || person.signedInAt !== null)) return false;
  const roles = rolesShown(person, asked.show);
  if (asked.role !== '' && !roles.some(({ role }) => role === asked.role)) return false;
  if (asked.school !== '') {
    const school = schools.find(({ urn }) => urn === asked.school);
    if (school === undefined || !roles.some((role) => isOf(role, school))) return false;
  }
  const words = asked.search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const text = [person.name, person.email ?? '', ...roles.map((role) => role.words)].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

function queryOf({ search, role, school, show, page }: PeopleAsked): Query {
  return {
    search: [search],
    role: [role],
    school: [school],
    show: show === 'now' ? [] : [show],
    page: page === 1 ? [] : [String(page)],
  };
}
