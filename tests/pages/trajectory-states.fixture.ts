import type { TargetRead } from '#/analyse/actions/expected-read.ts';
import type { TrajectoryRead } from '#/analyse/actions/trajectory-read.ts';
import type { TargetTypedIn } from '#/analyse/pages/trajectory/targets-view.ts';
import { readTrajectoryRequest } from '#/analyse/pages/trajectory/trajectory-request.ts';
import { trajectoryView } from '#/analyse/pages/trajectory/trajectory-view.ts';
import {
  allSchools,
  askedFor,
  earlierOf,
  keptOf,
  readByMember,
  trajectoryRead,
  tried,
} from '#/analyse/pages/trajectory/trajectory.fixture.ts';
import type { Query } from '#/platform/web/addresses.ts';
import type { PageState } from './page-states.fixture.ts';

function trajectory(
  read: TrajectoryRead = trajectoryRead(),
  query: Query = {},
  said: TargetTypedIn | null = null,
): PageState {
  const view = trajectoryView(askedFor(read, query), readTrajectoryRequest(query), said);
  return {
    template: 'analyse/pages/trajectory/trajectory.njk',
    title: view.heading,
    view: {
      trajectory: view,
      drawn: view.shown === null ? null : '<svg></svg>',
      open: { replay: true, marking: true },
    },
  };
}

const set = { person: 'd', name: 'Di Rector', on: '2025-09-01', keptAt: '2025-09-01T09:00:00Z' };
const aim: TargetRead = {
  number: '1',
  group: allSchools,
  standing: 'good or better',
  on: '2027-08-31',
  share: 0.85,
  set,
  restsOn: '<script>the plan</script>',
  became: { state: 'in force' },
};
const targets = {
  ...trajectoryRead().targets,
  targets: [
    aim,
    { ...aim, share: 0.8, became: { state: 'replaced', by: aim } },
  ] satisfies readonly TargetRead[],
};
const typed = { groupKind: 'phase', groupName: 'primary', standing: 'good or better', on: 'soon', share: '' };
const said = (form: 'set' | 'withdraw', ...fields: readonly string[]): TargetTypedIn => ({
  ...{ form, why: '', target: { ...typed, restsOn: '<script>' } },
  problems: fields.map((field) => ({ field, text: `${field} is wrong.` })),
});
const wrong = ['school', 'day', 'happens'].map((field) => ({ field, text: `${field} is wrong.` }));

/** The trajectory in every state that the page shows differently. */
export const trajectoryStates: Readonly<Record<string, PageState>> = {
  'a trajectory': trajectory(trajectoryRead({ targets, earlier: earlierOf(0.76) })),
  'a trajectory of pupils by own grades': trajectory(trajectoryRead(), {
    ...{ of: ['pupils'], count: ['own'], group: ['phase:primary'] },
  }),
  'a trajectory of report cards': trajectory(trajectoryRead({ kept: keptOf('any area below expected') })),
  'a trajectory for members': trajectory(readByMember()),
  'a trajectory for whoever reads no school of the group': trajectory(
    trajectoryRead({
      whole: false,
      kept: { ...keptOf(), schools: keptOf().schools.map((one) => ({ ...one, phase: 'special' })) },
    }),
    { group: ['phase:primary'] },
  ),
  'a trajectory for whoever reads some schools': trajectory(
    trajectoryRead({ whole: false, expectations: null }),
  ),
  'a trajectory with something tried': trajectory(trajectoryRead(tried())),
  'a trajectory with something that cannot be tried': trajectory(
    trajectoryRead({ ...tried(), problems: wrong, notUnderstood: 1 }),
    { school: ['"><script>'], day: ['soon'], happens: ['x'] },
  ),
  'a trajectory of a group that is not told': trajectory(trajectoryRead(), { group: ['district:<script>'] }),
  'a share to aim at that cannot be': trajectory(
    trajectoryRead({ targets }),
    {},
    said('set', 'group', 'standing', 'on', 'share', 'restsOn'),
  ),
  'a share aimed at that cannot be withdrawn so': trajectory(
    trajectoryRead({ targets }),
    {},
    said('withdraw', 'why'),
  ),
  'no forecast kept': trajectory(trajectoryRead({ kept: null })),
  'a forecast of too few schools': trajectory(trajectoryRead({ kept: { ...keptOf(), trajectories: [] } })),
};
