import type { ReplayRead } from '#/analyse/actions/replayed.ts';
import { inventedAuthority, inventedSource } from '#/analyse/pages/invented.fixture.ts';
import { inventedReplay } from '#/analyse/rules/forecast/replay/replay.fixture.ts';
import { loadReference } from '#/law/reference.ts';

const { forecastMethods, printedForecasts } = loadReference();
const [method] = forecastMethods;
const [printed] = printedForecasts;

/** A replay of an invented county, with what Norfolk printed as if it were its own. */
export function inventedReplayRead(changes: Partial<ReplayRead> = {}): ReplayRead {
  if (method === undefined || printed === undefined) throw new RangeError('reference/ has what is replayed');
  return {
    authority: inventedAuthority,
    state: 'replayed',
    asAt: '2013-08-31',
    typed: '',
    problem: null,
    usual: '2013-08-31',
    lastOfGrades: '2024-08-31',
    method,
    methods: [method],
    ownGradesOnly: false,
    printed,
    replays: [inventedReplay()],
    ours: { made: true, model: { id: 'invented', fittedAsAt: '2013-08-31', digest: 'abc' } },
    sources: [inventedSource],
    ...changes,
  };
}
