import { formTokenField } from './form-token.ts';
import type { Form } from './form.ts';
import type { PageResponse } from './route.ts';
import { plainShell } from './shell.ts';

/** A form that was typed before a session ended, as it can be sent again. */
interface Again {
  readonly action: string;
  readonly fields: readonly { readonly name: string; readonly label: string; readonly value: string }[];
  /** The token it had: where there is no session to give it one of. */
  readonly token: string | null;
}

interface Refused {
  readonly status: 403 | 409;
  readonly title: string;
  readonly message: string;
  readonly whatToDo: readonly string[];
  readonly link: { readonly text: string; readonly href: string } | null;
  readonly again: Again | null;
  /** They have to sign in first. */
  readonly signIn: boolean;
}

const start = { text: 'Start again from the first page', href: '/' };

/** The form did what it does when it was sent before. */
export function formAlreadyDone(ledTo: string | null): PageResponse {
  return page({
    status: 409,
    title: 'This was already done',
    message: 'The form was sent twice. It was done the first time; nothing was done now.',
    whatToDo: [],
    link: ledTo === null ? start : { text: 'See the page it led to', href: ledTo },
  });
}

/** The form was sent before, and nobody knows yet what came of it. */
export function formNotAnswered(): PageResponse {
  return page({
    status: 409,
    title: 'This form was sent before',
    message: 'The first is still being worked on, or was interrupted. Nothing was done now.',
    whatToDo: ['Look in a moment whether it was done, before you fill in the form again.'],
    link: start,
  });
}

/** A form that no page of ours gave. */
export function formWithoutToken(): PageResponse {
  return page({
    status: 403,
    title: 'This form cannot be taken',
    message: 'Nothing was done: the form did not carry the mark that each form of Middle Tier has.',
    whatToDo: ['Open the page with the form again, and send it from there.'],
    link: start,
  });
}

/** The form was opened before they last signed in: shown once more with all that was typed, and sent again by hand. */
export function formOfAnotherSession(path: string, form: Form): PageResponse {
  const again = formAgain(path, form);
  return page({
    status: 409,
    title: again === null ? 'This form is too old' : 'Check this, and send it again',
    message: 'Nothing was done yet: the form was opened before you last signed in.',
    whatToDo: again === null ? ['Open the page with the form again, and send it from there.'] : [],
    link: again === null ? start : null,
    again,
  });
}

/** What somebody typed whose session ended meanwhile; `null` where nothing would be lost by signing in first. */
export function formOfNobody(path: string, form: Form): PageResponse | null {
  const { [formTokenField]: tokens, ...fields } = form.fields;
  const again = formAgain(path, { ...form, fields }, tokens?.at(-1) ?? null);
  if (again?.token === null || again?.fields.some(({ value }) => value.trim() !== '') !== true) return null;
  return page({
    status: 403,
    title: 'You are signed out',
    message: 'Nothing was done yet, and nothing of what you typed is lost.',
    whatToDo: ['Sign in, in another tab.', 'Come back to this page, and send the form again.'],
    link: null,
    again,
    signIn: true,
  });
}

/** Files cannot be sent a second time by a page, and what is secret is not shown. */
function formAgain(
  path: string,
  { fields, files, refused }: Form,
  token: string | null = null,
): Again | null {
  const names = Object.keys(fields);
  if (files.length > 0 || refused.length > 0 || names.some((name) => /password|secret|code/i.test(name)))
    return null;
  return {
    action: path,
    token,
    fields: Object.entries(fields).flatMap(([name, values]) =>
      values.map((value) => ({ name, label: name.replaceAll('-', ' '), value })),
    ),
  };
}

function page({
  status,
  title,
  again = null,
  signIn = false,
  ...more
}: Omit<Refused, 'again' | 'signIn'> & Partial<Refused>): PageResponse {
  return {
    kind: 'page',
    template: 'platform/web/templates/form-refused.njk',
    title,
    status,
    shell: plainShell,
    view: { refused: { title, again, signIn, ...more } },
  };
}
