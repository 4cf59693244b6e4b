import type { Permission, Person } from '#/people/rules/permissions.ts';
import type { Form, UploadLimits } from './form.ts';
import type { SignedIn } from './gate.ts';
import type { Reader, Shell } from './shell.ts';

/** What is written to the reading log when the page is read; `nothing confidential` is a statement, not an omission. */
export type LogEvent =
  | 'nothing confidential'
  | {
      readonly event:
        | 'opened the home page'
        | 'read what is to be done'
        | 'read which mails wait'
        | 'took days into a calendar'
        | 'read categories'
        | 'read category'
        | 'exported categories'
        | 'read a letter'
        | 'exported a letter'
        | 'told schools their category'
        | 'read what members are told'
        | 'exported what members are told'
        | 'read how right we were'
        | 'exported how right we were'
        | 'read the trajectory'
        | 'exported the trajectory'
        | 'set a share to aim at'
        | 'withdrew a share aimed at'
        | 'wrote down what to expect'
        | 'withdrew what to expect'
        | 'tried a scheme'
        | 'adopted a scheme'
        | 'chose what forecasts use'
        | 'read what is decided'
        | 'exported what is decided'
        | 'opened a round of categories'
        | 'decided a category'
        | 'decided categories as proposed'
        | 'signed categories'
        | 'read supplied files'
        | 'read the directory'
        | 'read who has access'
        | 'supplied a file'
        | 'read the reading log'
        | 'exported the reading log'
        | 'read the change log'
        | 'exported the change log'
        | 'read everything about a person'
        | 'exported everything about a person'
        | 'read the retention table'
        | 'changed how long records are kept'
        | 'undid a supplied file'
        | 'read the school’s own page'
        | 'confirmed having read a category'
        | 'replied to a category'
        | 'read lists of visits'
        | 'exported lists of visits'
        | 'planned visits'
        | 'read requests to schools'
        | 'read papers'
        | 'read a paper'
        | 'exported a paper'
        | 'opened a paper'
        | 'wrote a paper'
        | 'took a step with a paper'
        | 'read agreed actions'
        | 'exported agreed actions'
        | 'followed up an agreed action'
        | 'read boards and core groups'
        | 'exported boards and core groups'
        | 'read the intelligence register'
        | 'exported the intelligence register'
        | 'told of a school'
        | 'read what schools say of themselves'
        | 'took up what was told of a school'
        | 'read the allocation'
        | 'exported the allocation'
        | 'gave schools'
        | 'took schools'
        | 'said what an adviser brings'
        | 'declared an interest'
        | 'read how schools rate partners'
        | 'read what a school thinks of its partner'
        | 'said what a school thinks of its partner'
        | 'read contact with schools'
        | 'exported contact with schools'
        | 'asked a school'
        | 'answered a request'
        | 'ended a request'
        | 'read improvement plans'
        | 'exported improvement plans'
        | 'read the improvement plan'
        | 'read diagnoses'
        | 'exported diagnoses'
        | 'began a diagnosis';
    };

export interface PageRequest {
  readonly person: Person;
  /** Whether this person may do a thing at all, for pages that show some readers more than others. */
  readonly may: (permission: Permission) => boolean;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** Every value of each query parameter, in order. */
  readonly query: Readonly<Record<string, readonly string[]>>;
}

/** A form that was sent in. Its files are gone when it is answered: whoever wants one moves it away. */
export interface FormRequest extends PageRequest {
  readonly form: Form;
}

/** The token of a session that begins, and how long the browser keeps it; or that the session is over. */
export type SessionChange = { readonly token: string; readonly seconds: number } | 'ended';

/** A bug, and the reference by which the reader can tell of it. */
export interface Fault {
  readonly error: unknown;
  readonly reference: string;
}

export type PageResponse =
  | {
      readonly kind: 'page';
      /** Template path below `src`, for example `analyse/pages/risk-register/risk-register.njk`. */
      readonly template: string;
      /** The heading, also used in the window's title. */
      readonly title: string;
      /** Whose schools it is about, the way back, and the files it drew on: header, banner and footer are made of it. */
      readonly shell: Shell;
      readonly view: object;
      readonly status?: number;
      /** The few pages that have a script name it: all others forbid every script. They do the same without. */
      readonly script?: 'upload' | 'keep-typed';
      /** Asked for again after so many seconds: only for what is still going on, with a link to stop it. */
      readonly refreshAfter?: number;
      /** Bugs that took a part of the page and not the whole: told to whoever runs the program. */
      readonly faults?: readonly Fault[];
      /** On pages that are open to everybody: who reads it, where the page knows, for the header. */
      readonly reader?: Reader;
    }
  | {
      readonly kind: 'redirect';
      readonly to: string;
      /** A session that begins here, or ends. Only forms that are open to everybody say so. */
      readonly session?: SessionChange;
      /** That a sign-in at a provider begins in this browser, or is over. */
      readonly browser?: SessionChange;
    }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly type: string;
      readonly body: string | Buffer;
    };

interface Guarded {
  /** Fastify path, for example `/authorities/:authority/risk-register`. */
  readonly path: string;
  readonly permission: Permission;
  readonly logs: LogEvent;
}

/** A page or a download. It does not compile without a permission and a log event. */
export interface PageRoute extends Guarded {
  readonly method: 'GET';
  readonly handle: (request: PageRequest) => Promise<PageResponse>;
  /**
   * `true`: a page that shows nothing but what was imported, the authority's records as far as the person may see them
   * (`src/seen.ts`), and what the address asks for. Made before for the same person, it is shown again as long as none of
   * them changed; that is asked, and the reading logged, every time. With `nothing confidential`: no records either.
   */
  readonly kept?: true;
  /** Loads what is slow to load, once the site is up and before the first reader asks for the page. */
  readonly prepare?: () => Promise<unknown>;
}

/** A page before anybody signed in, or about their own session: it shows nothing of any authority's records. */
export interface OpenRequest {
  readonly signedIn: SignedIn | null;
  /** The session's token, as the cookie has it. */
  readonly token: string | null;
  /** What tells the browser in which a sign-in at a provider was begun. */
  readonly browser: string | null;
  /** Where the request came from, to slow down whoever tries many passwords. */
  readonly from: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, readonly string[]>>;
}

/** A page that is open to everybody. */
export interface OpenPageRoute {
  readonly method: 'GET';
  readonly path: string;
  readonly open: true;
  readonly handle: (request: OpenRequest) => Promise<PageResponse>;
}

/** A form that is open to everybody, such as signing in. */
export interface OpenFormRoute {
  readonly method: 'POST';
  readonly path: string;
  readonly open: true;
  /**
   * `true`: a form of somebody signed in about their own session or account. Taken once, with a token of this session, as
   * every form with a permission is. Left out: taken from any page of ours, such as signing in, and signing out.
   */
  readonly once?: true;
  readonly handle: (request: OpenRequest & { readonly form: Form }) => Promise<PageResponse>;
}

/**
 * What a form does. The request must come from one of our own pages, with the token of one of its forms, and is taken once
 * (`once.ts`). A well-done one answers with a redirect; a page with a status of 400 or more says that nothing was done.
 */
export interface FormRoute extends Guarded {
  readonly method: 'POST';
  /** Left out: the form takes no files. */
  readonly uploads?: UploadLimits;
  readonly handle: (request: FormRequest) => Promise<PageResponse>;
}

/** A route for people who signed in. */
export type GuardedRoute = PageRoute | FormRoute;

export type Route = GuardedRoute | OpenPageRoute | OpenFormRoute;
