import type { TrajectoryAsked } from '#/analyse/actions/trajectory-read.ts';
import type { WhatIfTyped } from '#/analyse/rules/forecast/planning/check-what-if.ts';
import { whatIfInAddress } from '#/analyse/rules/forecast/planning/what-happens.ts';
import type { WhatIf } from '#/analyse/rules/forecast/forecast.ts';
import type { Query } from '#/platform/web/addresses.ts';

/** What the address of the page says. What is not understood is left to what is usual: old links keep working. */
export interface TrajectoryRequest extends TrajectoryAsked {
  /** `all`, or kind and name: `phase:primary`. */
  readonly group: string;
  readonly of: 'schools' | 'pupils';
  readonly ownOnly: boolean;
  /** The day the first sentence is about. */
  readonly to: string | undefined;
}

export function readTrajectoryRequest(query: Query): TrajectoryRequest {
  const last = (name: string): string | undefined => query[name]?.at(-1)?.trim();
  return {
    asAt: last('as-at'),
    target: last('question'),
    group: last('group') ?? 'all',
    of: last('of') === 'pupils' ? 'pupils' : 'schools',
    ownOnly: last('count') === 'own',
    to: last('to'),
    whatIf: (query['if'] ?? []).map((text) => text.slice(0, 40)),
    typed: typedIn(last),
  };
}

function typedIn(last: (name: string) => string | undefined): WhatIfTyped | null {
  const [school, on, happens] = ['school', 'day', 'happens'].map((name) => last(name)?.slice(0, 200));
  return school === undefined ? null : { school, on: on ?? '', happens: happens ?? '' };
}

/** The same as a query, what is usual left out; with what is tried, where the page says so. */
export function queryOf(request: TrajectoryRequest, whatIf: readonly WhatIf[]): Query {
  const { asAt, target, group, of, ownOnly, to } = request;
  return {
    group: group === 'all' ? [] : [group],
    of: of === 'schools' ? [] : [of],
    count: ownOnly ? ['own'] : [],
    'as-at': asAt === undefined ? [] : [asAt],
    question: target === undefined ? [] : [target],
    to: to === undefined ? [] : [to],
    if: whatIf.map(whatIfInAddress),
  };
}
