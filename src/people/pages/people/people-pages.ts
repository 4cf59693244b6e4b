import { personAddress, peopleAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import type { Form } from '#/platform/web/form.ts';
import type { PageResponse } from '#/platform/web/route.ts';
import type { Crumb, Shell, ShellAuthority } from '#/platform/web/shell.ts';
import { formView, type FormSaid } from './form-view.ts';

/** Who sees the directory is written down; what it shows is no school's category. */
export const logs = { event: 'read the directory' } as const;

/** The way back from a page below the list of people. */
export function peopleShell(
  authority: ShellAuthority,
  person?: { readonly id: string; readonly name: string },
): Shell {
  const crumbs: readonly Crumb[] = [
    { text: 'People', href: peopleAddress(authority.slug) },
    ...(person === undefined ? [] : [{ text: person.name, href: personAddress(authority.slug, person.id) }]),
  ];
  return { authority, section: 'People', crumbs, sources: [] };
}

/** The fields of a form by name, as they were typed. */
export function typedIn(form: Form, said: FormSaid): Readonly<Record<string, string>> {
  return Object.fromEntries(said.fields.map(({ id }) => [id, typed(form, id)]));
}

/** A form, as it was filled in; with problems it is answered as a request that could not be done. */
export function formPage(
  shell: Shell,
  said: FormSaid,
  values: Readonly<Record<string, string>> = {},
  problems: readonly FieldProblem[] = [],
): PageResponse {
  return {
    kind: 'page',
    template: 'people/pages/people/people-form.njk',
    title: said.heading,
    shell,
    view: { form: formView(said, values, problems) },
    status: problems.length === 0 ? 200 : 400,
  };
}
