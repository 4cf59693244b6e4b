import { readPeopleOfSchool, type PeopleOfSchoolRead } from '#/people/actions/read-people-of-school.ts';
import { replaceLeader } from '#/people/actions/replace-leader.ts';
import type { Parts } from '#/parts.ts';
import { personAddress, schoolAddress, schoolPeopleAddress } from '#/platform/web/addresses.ts';
import type { FormRoute, PageRoute, Route } from '#/platform/web/route.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { choicesOf, nameFields, type FormSaid } from './form-view.ts';
import { formPage, logs, peopleShell, typedIn } from './people-pages.ts';
import { roleLine } from './people-view.ts';

const path = '/authorities/:authority/people/of-school/:urn';

/** Who is there for a school, and who was. */
function schoolPeopleRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read the directory',
    logs,
    handle: async ({ person, params }) => {
      const read = await readPeopleOfSchool(parts, person, params['authority'], params['urn'] ?? '');
      return {
        kind: 'page',
        template: 'people/pages/people/school-people.njk',
        title: `People of ${read.school.name}`,
        shell: peopleShell(read.authority),
        view: { view: schoolPeopleView(read) },
      };
    },
  };
}

/** Who is there for a school, and who was, as the page shows it. */
export function schoolPeopleView({ authority, school, today, held, manages, missing }: PeopleOfSchoolRead) {
  const line = ({ person, role }: PeopleOfSchoolRead['held'][number]) => ({
    ...roleLine(role),
    name: person.name,
    href: personAddress(authority.slug, person.id),
    email: person.email,
    why: role.why,
  });
  return {
    school: school.name,
    urn: school.urn,
    summary: `${school.name} (${school.urn}): who is there for it as at ${dateInWords(today)}.`,
    schoolAddress: schoolAddress(authority.slug, school.urn),
    missing,
    now: held.filter(({ role }) => role.standing !== 'over').map(line),
    before: held.filter(({ role }) => role.standing === 'over').map(line),
    change: manages ? `${schoolPeopleAddress(authority.slug, school.urn)}/new` : null,
  };
}

function formOf({ authority, school, held }: PeopleOfSchoolRead): FormSaid {
  const address = schoolPeopleAddress(authority.slug, school.urn);
  const leaders = held
    .filter(({ role }) => role.standing === 'now' && ['headteacher', 'chair'].includes(role.role))
    .map(({ person, role }) => `${role.name}: ${person.name}`);
  const now = leaders.length === 0 ? 'Nobody is known as head or chair yet.' : `Now ${leaders.join('; ')}.`;
  return {
    heading: `New head or chair of ${school.name}`,
    lead: `${now} Whoever held the role has it until the day before and sees nothing from then on; the new one sees the history.`,
    action: `${address}/new`,
    button: 'Change over',
    fields: [
      {
        id: 'role',
        label: 'Role',
        choices: choicesOf([
          { value: 'headteacher', text: 'Headteacher' },
          { value: 'chair', text: 'Chair of governors' },
        ]),
      },
      ...nameFields,
      {
        id: 'from',
        label: 'First day of the new one',
        hint: 'For example, 1 September 2026. Left blank: today',
        narrow: true,
      },
      { id: 'why', label: 'Why', hint: 'For example: appointed by the governors' },
    ],
    back: { text: `Back to the people of ${school.name}`, href: address },
  };
}

function askNewLeaderRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/new`,
    permission: 'manage people',
    logs,
    handle: async ({ person, params }) => {
      const read = await readPeopleOfSchool(parts, person, params['authority'], params['urn'] ?? '');
      return formPage(peopleShell(read.authority), formOf(read));
    },
  };
}

function newLeaderRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/new`,
    permission: 'manage people',
    logs,
    handle: async ({ person, params, form }) => {
      const read = await readPeopleOfSchool(parts, person, params['authority'], params['urn'] ?? '');
      const said = formOf(read);
      const values = typedIn(form, said);
      const outcome = await replaceLeader(parts, person, {
        authority: read.authority.slug,
        urn: read.school.urn,
        role: values['role'] ?? '',
        name: values['name'] ?? '',
        email: values['email'] ?? '',
        from: values['from'] ?? '',
        why: values['why'] ?? '',
      });
      if ('problems' in outcome) return formPage(peopleShell(read.authority), said, values, outcome.problems);
      return { kind: 'redirect', to: schoolPeopleAddress(read.authority.slug, read.school.urn) };
    },
  };
}

export const schoolPeopleRoutes: readonly ((parts: Parts) => Route)[] = [
  schoolPeopleRoute,
  askNewLeaderRoute,
  newLeaderRoute,
];
