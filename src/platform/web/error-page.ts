import type { ErrorCode, KnownError } from '#/platform/errors.ts';
import { errorCatalogue } from '#/platform/errors.ts';
import { plural } from './words.ts';

export interface ErrorPage {
  readonly status: number;
  readonly title: string;
  readonly message: string | null;
  readonly whatToDo: readonly string[];
  /** Told to the reader so that whoever runs the program can find the bug in its log. */
  readonly reference: string | null;
  /** Seconds after which it can be asked for again. */
  readonly retryAfter?: number;
}

const statuses: Partial<Readonly<Record<ErrorCode, number>>> = {
  'authority-unknown': 404,
  'date-invalid': 400,
  'database-unreachable': 503,
  'import-in-progress': 503,
  'not-found': 404,
  'not-permitted': 403,
  'nothing-imported': 404,
  'disk-full': 507,
  'file-unreadable': 400,
  'file-unknown': 400,
  'too-much': 429,
  'upload-cut-off': 400,
  usage: 400,
};

/** The page for an expected failure: what is wrong, in the catalogue's words, and what to do. */
export function knownErrorPage(error: KnownError): ErrorPage {
  const title = errorCatalogue[error.code].replace(/\.$/, '');
  return {
    status: statuses[error.code] ?? 500,
    title,
    message: error.message.replace(/\.$/, '') === title ? null : error.message,
    whatToDo: error.whatToDo.length > 0 ? error.whatToDo : ['Go back, or start again from the first page.'],
    reference: null,
  };
}

export const notFoundPage: ErrorPage = {
  status: 404,
  title: 'Page not found',
  message: 'There is nothing at this address.',
  whatToDo: [
    'If you typed the address, check that it is correct.',
    'If you followed a link, the school or file may no longer be in the data: start again from the first page.',
  ],
  reference: null,
};

/** The answer to a form that was not sent from one of our own pages. */
export const elsewherePage: ErrorPage = {
  status: 403,
  title: 'This form was not sent from Middle Tier',
  message: 'Nothing was done: a form is taken only from a page of Middle Tier itself.',
  whatToDo: [
    'Open the page with the form at its own address, and send it from there.',
    'For scripts, use the commands: npx middletier --help',
  ],
  reference: null,
};

/** The answer to whoever asks for more than one reader does. */
export function tooManyPage(signingIn: boolean, seconds: number): ErrorPage {
  const wait = seconds < 90 ? plural(seconds, 'second') : plural(Math.ceil(seconds / 60), 'minute');
  return {
    status: 429,
    title: 'Too many requests',
    message: signingIn
      ? 'There were very many attempts to sign in from where you are. Nothing was done with this one.'
      : 'More was asked for from here than people can read. Nothing was done.',
    whatToDo: [
      `Wait ${wait}, then try again.`,
      ...(signingIn ? [] : ['To take many lists at once, use the commands: npx middletier --help']),
    ],
    reference: null,
    retryAfter: seconds,
  };
}

/** The page for a bug: nothing of the inside is shown, only a reference to the log. */
export function bugPage(reference: string): ErrorPage {
  return {
    status: 500,
    title: 'Something went wrong',
    message: 'This is a fault in the program, not something you did. Nothing was changed.',
    whatToDo: [
      'Try again in a minute.',
      'If it happens again, tell the person who runs Middle Tier the reference below.',
    ],
    reference,
  };
}
