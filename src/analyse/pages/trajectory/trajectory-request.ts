import type { TrajectoryAsked } from '#/analyse/actions/trajectory-read.ts';
import type { WhatIfTyped } from '#/analyse/rules/forecast/planning/check-what-if.ts';
import type { WhatIf } from '#/analyse/rules/forecast/forecast.ts';
import type { Query } from '#/platform/web/addresses.ts';
import { whatIfInAddress, whatIfOfAddress } from './what-if-address.ts';

/** Reads the address. */
export function readTrajectoryRequest(query: Query): TrajectoryAsked {
  const last = (name: string): string | undefined => query[name]?.at(-1)?.trim();
  const tried = (query['if'] ?? []).map(whatIfOfAddress);
  return {
    asAt: last('as-at'),
    target: last('question'),
    group: last('group') ?? 'all',
    of: last('of') === 'pupils' ? 'pupils' : 'schools',
    ownOnly: last('count') === 'own',
    to: last('to'),
    whatIf: tried.filter((one) => one !== null),
    notRead: tried.filter((one) => one === null).length,
    typed: typedIn(last),
  };
}

function typedIn(last: (name: string) => string | undefined): WhatIfTyped | null {
  const [school, on, happens] = ['school', 'day', 'happens'].map((name) => last(name)?.slice(0, 200));
  return school === undefined ? null : { school, on: on ?? '', happens: happens ?? '' };
}

/** The same as a query, what is usual left out; with what is tried, where the page says so. */
export function queryOf(request: TrajectoryAsked, whatIf: readonly WhatIf[]): Query {
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
