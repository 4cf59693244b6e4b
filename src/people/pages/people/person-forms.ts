import type { Refused } from '#/people/actions/change-words.ts';
import { delegateRole } from '#/people/actions/delegate-role.ts';
import { endRole } from '#/people/actions/end-role.ts';
import { giveRole } from '#/people/actions/give-role.ts';
import { readGivingChoices, readPerson, type PersonPageRead } from '#/people/actions/read-people.ts';
import { renamePerson } from '#/people/actions/rename-person.ts';
import type { Permission, Person } from '#/people/rules/permissions.ts';
import type { Parts } from '#/parts.ts';
import { personAddress, personFormAddress } from '#/platform/web/addresses.ts';
import { KnownError } from '#/platform/errors.ts';
import type { FormRoute, PageRequest, PageRoute, Route } from '#/platform/web/route.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { choicesOf, nameFields, roleFields, type FieldSaid, type FormSaid } from './form-view.ts';
import { formPage, logs, peopleShell, typedIn } from './people-pages.ts';

type Values = Readonly<Record<string, string>>;

/** One thing that can be done about a person, on a page of its own: what is asked, and what is done with the answers. */
interface PersonForm {
  /** Below the person's address, for example `role`. */
  readonly path: string;
  readonly permission: Permission;
  readonly form: (
    parts: Parts,
    reader: Person,
    read: PersonPageRead,
    params: PageRequest['params'],
  ) => Promise<Omit<FormSaid, 'action' | 'back'>>;
  /** What stands in the fields before anything is typed. */
  readonly begin?: (read: PersonPageRead) => Values;
  readonly act: (
    parts: Parts,
    reader: Person,
    read: PersonPageRead,
    values: Values,
    params: PageRequest['params'],
  ) => Promise<object | Refused>;
}

const give: PersonForm = {
  path: 'role',
  permission: 'manage people',
  form: async (parts, reader, read) => ({
    heading: `Give ${read.person.name} a role`,
    lead: 'From the first day they see what the role lets them see, and nothing from the day after the last.',
    button: 'Give the role',
    fields: roleFields(await readGivingChoices(parts, reader, read.authority.slug)),
  }),
  act: (parts, reader, { authority, person }, values) =>
    giveRole(parts, reader, {
      authority: authority.slug,
      person: person.id,
      role: values['role'] ?? '',
      for: values['for'] ?? '',
      from: values['from'] ?? '',
      to: values['to'] ?? '',
      why: values['why'] ?? '',
    }),
};

const rename: PersonForm = {
  path: 'name',
  permission: 'manage people',
  form: (_parts, _reader, { person }) =>
    Promise.resolve({
      heading: `What ${person.name} is called`,
      lead: 'What they were called before stays in the log. They go on signing in with the address they were invited by.',
      button: 'Change',
      fields: nameFields.map((field) =>
        field.id === 'email' ? { ...field, hint: 'Where mail reaches them' } : field,
      ),
    }),
  begin: ({ person }) => ({ name: person.name, email: person.email ?? '' }),
  act: (parts, reader, { authority, person }, values) =>
    renamePerson(parts, reader, {
      authority: authority.slug,
      person: person.id,
      name: values['name'] ?? '',
      email: values['email'] ?? '',
    }),
};

const endFields: readonly FieldSaid[] = [
  {
    id: 'to',
    label: 'Last day',
    hint: 'For example, 31 August 2026. Left blank: yesterday, so that it is over at once',
    narrow: true,
  },
  { id: 'why', label: 'Why', hint: 'For example: left the school' },
];

const end: PersonForm = {
  path: 'end/:held',
  permission: 'read the directory',
  form: (_parts, _reader, { person }, params) => {
    const role = person.roles.find(({ number }) => number === params['held']);
    if (role === undefined)
      throw new KnownError('not-found', 'There is no such role.', [
        'Look at the roles on the person’s page.',
      ]);
    return Promise.resolve({
      heading: `End a role of ${person.name}`,
      lead: `${role.words}, since ${dateInWords(role.span.from)}. From the day after its last day they see nothing by this role; what they did stays in the records.`,
      button: 'End the role',
      warning: true,
      fields: endFields,
    });
  },
  act: (parts, reader, { authority }, values, params) =>
    endRole(parts, reader, {
      authority: authority.slug,
      role: params['held'] ?? '',
      lastDay: values['to'] ?? '',
      why: values['why'] ?? '',
    }),
};

const standIn: PersonForm = {
  path: 'stand-in',
  permission: 'delegate a role',
  form: (_parts, _reader, { toDelegate, colleagues }) =>
    Promise.resolve({
      heading: 'Let a colleague stand in for you',
      lead: 'For leave or illness: they have your role as well as their own, from a day to a day. It ends by itself, and is shown on both your pages.',
      button: 'Let them stand in',
      fields: [
        {
          id: 'role-held',
          label: 'Your role',
          choices: choicesOf(toDelegate.map(({ number, words }) => ({ value: number, text: words }))),
        },
        {
          id: 'person',
          label: 'Who stands in',
          hint: 'Somebody who works for the authority',
          choices: choicesOf(colleagues.map(({ id, name }) => ({ value: id, text: name }))),
        },
        {
          id: 'from',
          label: 'First day',
          hint: 'For example, 20 July 2026. Left blank: today',
          narrow: true,
        },
        { id: 'to', label: 'Last day', narrow: true },
        { id: 'why', label: 'Why', hint: 'For example: annual leave' },
      ],
    }),
  act: (parts, reader, { authority }, values) =>
    delegateRole(parts, reader, {
      authority: authority.slug,
      role: values['role-held'] ?? '',
      to: values['person'] ?? '',
      from: values['from'] ?? '',
      until: values['to'] ?? '',
      why: values['why'] ?? '',
    }),
};

/** The page that asks, and the form that does. */
function routesOf(described: PersonForm): readonly ((parts: Parts) => Route)[] {
  const path = `/authorities/:authority/people/:person/${described.path}`;
  const { permission } = described;
  const open = async (parts: Parts, { person, params }: PageRequest) => {
    const read = await readPerson(parts, person, params['authority'], params['person'] ?? '');
    const { slug } = read.authority;
    const below = described.path.replace(':held', encodeURIComponent(params['held'] ?? ''));
    const said: FormSaid = {
      ...(await described.form(parts, person, read, params)),
      action: personFormAddress(slug, read.person.id, below),
      back: { text: `Back to ${read.person.name}`, href: personAddress(slug, read.person.id) },
    };
    return { read, said, shell: peopleShell(read.authority, read.person) };
  };
  const ask = (parts: Parts): PageRoute => ({
    method: 'GET',
    path,
    permission,
    logs,
    handle: async (request) => {
      const { read, said, shell } = await open(parts, request);
      return formPage(shell, said, described.begin?.(read));
    },
  });
  const act = (parts: Parts): FormRoute => ({
    method: 'POST',
    path,
    permission,
    logs,
    handle: async (request) => {
      const { read, said, shell } = await open(parts, request);
      const values = typedIn(request.form, said);
      const outcome = await described.act(parts, request.person, read, values, request.params);
      if ('problems' in outcome) return formPage(shell, said, values, outcome.problems);
      return { kind: 'redirect', to: personAddress(read.authority.slug, read.person.id) };
    },
  });
  return [ask, act];
}

export const personFormRoutes: readonly ((parts: Parts) => Route)[] = [give, rename, end, standIn].flatMap(
  routesOf,
);
