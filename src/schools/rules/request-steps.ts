import type { IsoDate } from './dates.ts';

/** How far a request may be known. Each is one of the levels of `people/rules/levels.ts`. */
export const requestLevels = {
  'school and authority': 'Head and chair, clerk and governors of the school, and the authority’s officers',
  authority: 'Officers only: noted here, and asked in another way',
  'named people': 'Only the people named, and whoever asks',
} as const;

export type RequestLevel = keyof typeof requestLevels;

export const requestLevelNames = Object.keys(requestLevels) as readonly RequestLevel[];

/** How a request is over. */
export type Ending = 'withdrawn' | 'done';

export type RequestState = 'asked' | 'answered' | Ending;

export type RequestAct = 'answer' | 'withdraw' | 'accept';

interface Transition {
  readonly act: RequestAct;
  readonly from: RequestState;
  readonly to: RequestState;
  /** Whose it is to do. */
  readonly by: 'school' | 'authority';
}

/** What can become of a request. An answered one may be answered again until the authority says that it has what it asked for. */
export const requestTransitions: readonly Transition[] = [
  { act: 'answer', from: 'asked', to: 'answered', by: 'school' },
  { act: 'answer', from: 'answered', to: 'answered', by: 'school' },
  { act: 'withdraw', from: 'asked', to: 'withdrawn', by: 'authority' },
  { act: 'withdraw', from: 'answered', to: 'withdrawn', by: 'authority' },
  { act: 'accept', from: 'asked', to: 'done', by: 'authority' },
  { act: 'accept', from: 'answered', to: 'done', by: 'authority' },
];

/** What comes of doing a thing to a request in a state; `null` where it cannot be done. */
export function stateAfter(state: RequestState, act: RequestAct): RequestState | null {
  return requestTransitions.find((one) => one.from === state && one.act === act)?.to ?? null;
}

/** The state after the steps taken, in the order in which they were taken. */
export function stateOf(steps: readonly { readonly step: 'answered' | Ending }[]): RequestState {
  return steps.at(-1)?.step ?? 'asked';
}

/** Whether something is still waited for after its day: the day itself is in time. */
export function isOverdue(state: RequestState, dueOn: IsoDate, today: IsoDate): boolean {
  return state === 'asked' && dueOn < today;
}

/** A request with where it stands on a day. */
export function standingOf<
  Request extends {
    readonly dueOn: IsoDate;
    readonly steps: readonly { readonly step: 'answered' | Ending }[];
  },
>(request: Request, today: IsoDate): Request & { readonly state: RequestState; readonly overdue: boolean } {
  const state = stateOf(request.steps);
  return { ...request, state, overdue: isOverdue(state, request.dueOn, today) };
}
