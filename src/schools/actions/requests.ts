import type { AuthorityInStore } from '#/published/store/published-store.ts';
import type { SchoolRequest } from '#/schools/records/requests.ts';
import type { RequestLevel, RequestState } from '#/schools/rules/request-steps.ts';
import type { TypingProblem } from '#/schools/rules/check-request.ts';
import type { School } from '#/schools/rules/school.ts';
import type { Urn } from '#/schools/rules/urn.ts';

/** A request as it stands today. */
export interface RequestRead extends SchoolRequest {
  readonly state: RequestState;
  readonly overdue: boolean;
}

/** What came of something that was typed: done, or what is wrong with it, in the order of the fields. */
export type Outcome<Done> =
  | ({ readonly kind: 'done' } & Done)
  | { readonly kind: 'problems'; readonly problems: readonly TypingProblem[] };

/** What schools were asked, as far as the reader may know. */
export interface RequestsRead {
  readonly authority: AuthorityInStore;
  /** Soonest due first. */
  readonly requests: readonly (RequestRead & { readonly school: string })[];
  /** Those given single schools, by name, for choosing whose schools to show. */
  readonly officers: readonly {
    readonly person: string;
    readonly name: string;
    readonly schools: ReadonlySet<Urn>;
  }[];
}

/** What is needed to ask schools for something. */
export interface AskingRead {
  readonly authority: AuthorityInStore;
  /** Schools the person may ask: those given to them first, each in order of name. */
  readonly schools: readonly Pick<School, 'urn' | 'name'>[];
  readonly given: ReadonlySet<Urn>;
  /** Levels at which the person can themselves read what they ask. */
  readonly levels: readonly RequestLevel[];
}

/** One request with its school. */
export interface OneRequestRead {
  readonly authority: AuthorityInStore;
  readonly school: Pick<School, 'urn' | 'name'>;
  readonly request: RequestRead;
  /** Whether the person may answer it for the school, and end it for the authority, as it stands. */
  readonly mayAnswer: boolean;
  readonly mayEnd: boolean;
  /** Whether the person may read the words of answers at all. */
  readonly mayReadAnswers: boolean;
}
