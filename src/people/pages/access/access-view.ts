import { accessToSchool, type AccessOfAuthority, type AccessRead } from '#/people/actions/read-access.ts';
import { accessAddress, personAddress, withQuery, type Query } from '#/platform/web/addresses.ts';
import { dateInWords, plural } from '#/platform/web/words.ts';

/** Who has access, looked at from one side. */
export type AccessAsked =
  | { readonly side: 'school'; readonly urn: string }
  | { readonly side: 'person'; readonly person: string }
  | { readonly side: 'permission'; readonly permission: string };

/** Which side the address asks for; without one, that of the permission to read categories. */
export function accessAsked(query: Query): AccessAsked {
  const one = (name: string) => (query[name]?.[0] ?? '').trim();
  if (one('school') !== '') return { side: 'school', urn: one('school') };
  if (one('person') !== '') return { side: 'person', person: one('person') };
  return { side: 'permission', permission: one('permission') || 'read categories' };
}

/** One line: who may do what, for which schools, and why. */
export interface AccessLine extends AccessRead {
  readonly ifOfConcern: boolean;
}

/** The lines of one side, with what is said above them. */
export function linesOf(
  read: AccessOfAuthority,
  asked: AccessAsked,
): { readonly about: string; readonly lines: readonly AccessLine[] } | null {
  const { grants, schools, people, permissions } = read;
  const plain = (grant: AccessRead): AccessLine => ({
    ...grant,
    ifOfConcern: grant.condition === 'own schools of concern',
  });
  switch (asked.side) {
    case 'school': {
      const school = schools.find(({ urn }) => urn === asked.urn);
      if (school === undefined) return null;
      const lines = accessToSchool(grants, school.urn).filter(({ permission }) =>
        ofASchool.includes(permission),
      );
      return { about: `what is in confidence about ${school.name} (${school.urn})`, lines };
    }
    case 'person': {
      const person = people.find(({ id }) => id === asked.person);
      if (person === undefined) return null;
      return { about: person.name, lines: grants.filter((one) => one.person.id === person.id).map(plain) };
    }
    case 'permission': {
      const found = permissions.find(({ permission }) => permission === asked.permission);
      if (found === undefined) return null;
      const lines = grants.filter(({ permission }) => permission === found.permission).map(plain);
      return { about: found.means, lines };
    }
  }
}

function summaryWords(side: AccessAsked['side'], about: string, who: number, on: string): string {
  const people = plural(who, 'person', 'people');
  switch (side) {
    case 'school':
      return `${people} may know ${about}, as at ${on}.`;
    case 'person':
      return who === 0 ? `${about} holds no role as at ${on}.` : `${about} may do this, as at ${on}.`;
    case 'permission':
      return `${people} may do this, as at ${on}: ${about.charAt(0).toLowerCase()}${about.slice(1)}.`;
  }
}

/** What is in confidence about one school, most confidential first. */
const ofASchool: readonly AccessRead['permission'][] = [
  'read categories',
  'read what was supplied',
  'read concerns',
  'read the school’s own page',
  'ask a school',
  'answer for the school',
];

/** The page of who has access to what, from the side that was asked for. */
export function accessView(read: AccessOfAuthority, asked: AccessAsked) {
  const { authority, today, schools, people, permissions } = read;
  const { slug } = authority;
  const found = linesOf(read, asked);
  const address = accessAddress(slug);
  const query = queryOf(asked);
  const lines = found?.lines ?? [];
  const who = new Set(lines.map(({ person }) => person.id)).size;
  return {
    authority: authority.name,
    summary: found === null ? null : summaryWords(asked.side, found.about, who, dateInWords(today)),
    action: address,
    csv: withQuery(`${address}.csv`, query),
    xlsx: withQuery(`${address}.xlsx`, query),
    side: asked.side,
    schools: choices(
      schools.map(({ urn, name }) => [urn, `${name} (${urn})`]),
      asked.side === 'school' ? asked.urn : '',
    ),
    people: choices(
      people.map(({ id, name }) => [id, name]),
      asked.side === 'person' ? asked.person : '',
    ),
    permissions: choices(
      permissions.map(({ permission, means }) => [permission, means]),
      asked.side === 'permission' ? asked.permission : '',
    ),
    lines: mergedLines(lines).map(({ line, of }) => ({
      name: line.person.name,
      href: personAddress(slug, line.person.id),
      may: permissions.find(({ permission }) => permission === line.permission)?.means ?? line.permission,
      level: line.level,
      ifOfConcern: line.ifOfConcern,
      reach: reachWords(line),
      by: line.standsInFor === null ? line.by : `${line.by}, standing in for ${line.standsInFor}`,
      of,
      since: dateInWords(line.since),
      until: line.until === null ? 'No end said' : dateInWords(line.until),
      given: `${line.givenBy}, ${dateInWords(line.givenAt)}`,
      why: line.why,
    })),
  };
}

/** The same role for several schools, given alike, is one line. */
function mergedLines(
  lines: readonly AccessLine[],
): readonly { readonly line: AccessLine; readonly of: readonly string[] }[] {
  const alike = Map.groupBy(lines, (line) => {
    const { person, permission, condition, by, since, until, why, givenBy, standsInFor, ifOfConcern } = line;
    return JSON.stringify([
      person.id,
      permission,
      condition,
      by,
      since,
      until,
      why,
      givenBy,
      standsInFor,
      ifOfConcern,
    ]);
  });
  return [...alike.values()].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const schools = some.flatMap((one) => (one.schools === 'all' ? [] : one.schools));
    return [
      {
        line: { ...first, schools: first.schools === 'all' ? first.schools : [...new Set(schools)] },
        of: some.map(({ of }) => of),
      },
    ];
  });
}

/** Which schools a line is about, in words. */
export function reachWords({ schools, ifOfConcern }: Pick<AccessLine, 'schools' | 'ifOfConcern'>): string {
  if (schools === 'all') return 'All schools';
  const many = plural(schools.length, 'school');
  return ifOfConcern ? `${many}, only while it causes concern` : many;
}

function choices(all: readonly (readonly [string, string])[], chosen: string) {
  return all.map(([value, text]) => ({ value, text, chosen: value === chosen }));
}

function queryOf(asked: AccessAsked): Query {
  switch (asked.side) {
    case 'school':
      return { school: [asked.urn] };
    case 'person':
      return { person: [asked.person] };
    case 'permission':
      return { permission: [asked.permission] };
  }
}
