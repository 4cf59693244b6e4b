import { formTokenField } from './form-token.ts';
import type { Form } from './form.ts';
import type { PageResponse } from './route.ts';
import { plainShell } from './shell.ts';
import { typedAgain, type TypedAgain } from './typed-again.ts';

interface Refused {
  readonly status: 403 | 409;
  readonly title: string;
  readonly message: string;
  readonly whatToDo: readonly string[];
  readonly link: { readonly text: string; readonly href: string } | null;
  readonly again: TypedAgain | null;
  /** On the button that sends it again. */
  readonly button: string;
  /** They have to sign in first. */
  readonly signIn: boolean;
}

const start = { text: 'Start again from the first page', href: '/' };

/** The form did what it does when it was sent before. What was typed is held: it may be something else than was sent then. */
export function formAlreadyDone(path: string, form: Form, ledTo: string | null): PageResponse {
  const again = typedAgain(path, form, 'with a new token');
  return page({
    status: 409,
    title: 'This was already done',
    message: 'The form was sent twice. It was done the first time; nothing was done now.',
    whatToDo:
      again === null
        ? []
        : [
            'See first what was done.',
            'If you went back and changed what you typed, it is below: send it as another, if it still makes sense.',
          ],
    link: ledTo === null ? start : { text: 'See the page it led to', href: ledTo },
    again,
    button: 'Send it as another',
  });
}

/** The form was sent before, and nobody knows yet what came of it. */
export function formNotAnswered(path: string, form: Form): PageResponse {
  return page({
    status: 409,
    title: 'This form was sent before',
    message: 'The first is still being worked on, or was interrupted. Nothing was done now.',
    whatToDo: ['Look in a moment whether it was done, before you send it again: what you typed is below.'],
    link: start,
    again: typedAgain(path, form, 'with a new token'),
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
  const again = typedAgain(path, form, 'with a new token');
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
  const again = form.fields[formTokenField] === undefined ? null : typedAgain(path, form, 'with its token');
  if (again?.fields.some(({ value }) => value.trim() !== '') !== true) return null;
  return page({
    status: 403,
    title: 'You are signed out',
    message: 'Nothing was done yet, and nothing of what you typed is lost.',
    whatToDo: [
      'Sign in, in another tab.',
      'Come back to this page, and send the form again.',
      ...(again.files.length === 0 ? [] : ['Choose its files again before you do: a page cannot keep them.']),
    ],
    link: null,
    again,
    signIn: true,
  });
}

function page({
  status,
  title,
  again = null,
  button = 'Send it again',
  signIn = false,
  ...more
}: Omit<Refused, 'again' | 'button' | 'signIn'> & Partial<Refused>): PageResponse {
  return {
    kind: 'page',
    template: 'platform/web/templates/form-refused.njk',
    title,
    status,
    shell: plainShell,
    view: { refused: { title, again, button, signIn, ...more } },
  };
}
