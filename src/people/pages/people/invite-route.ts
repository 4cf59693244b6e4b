import { invitePerson } from '#/people/actions/invite-person.ts';
import { readGivingChoices, type GivingChoices } from '#/people/actions/read-people.ts';
import type { Parts } from '#/parts.ts';
import { inviteAddress, peopleAddress, personAddress } from '#/platform/web/addresses.ts';
import type { FormRoute, PageRoute, Route } from '#/platform/web/route.ts';
import { nameFields, roleFields, type FormSaid } from './form-view.ts';
import { formPage, logs, peopleShell, typedIn } from './people-pages.ts';

const path = '/authorities/:authority/people/invite';

function formOf(choices: GivingChoices): FormSaid {
  const { slug, name } = choices.authority;
  return {
    heading: 'Invite somebody',
    lead: `They become known to ${name} with a role. You then make them a link to set a password with, on their page.`,
    action: inviteAddress(slug),
    button: 'Invite',
    fields: [...nameFields, ...roleFields(choices)],
    back: { text: 'Back to the list of people', href: peopleAddress(slug) },
  };
}

function askInviteRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'manage people',
    logs,
    handle: async ({ person, params }) => {
      const choices = await readGivingChoices(parts, person, params['authority']);
      return formPage(peopleShell(choices.authority), formOf(choices));
    },
  };
}

function inviteRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'manage people',
    logs,
    handle: async ({ person, params, form }) => {
      const choices = await readGivingChoices(parts, person, params['authority']);
      const said = formOf(choices);
      const values = typedIn(form, said);
      const outcome = await invitePerson(parts, person, {
        authority: choices.authority.slug,
        name: values['name'] ?? '',
        email: values['email'] ?? '',
        role: values['role'] ?? '',
        for: values['for'] ?? '',
        from: values['from'] ?? '',
        to: values['to'] ?? '',
        why: values['why'] ?? '',
      });
      if ('problems' in outcome)
        return formPage(peopleShell(choices.authority), said, values, outcome.problems);
      return { kind: 'redirect', to: personAddress(choices.authority.slug, outcome.person) };
    },
  };
}

export const inviteRoutes: readonly ((parts: Parts) => Route)[] = [askInviteRoute, inviteRoute];
