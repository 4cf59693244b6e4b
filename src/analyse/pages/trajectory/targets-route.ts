import { readTrajectory } from '#/analyse/actions/read-trajectory.ts';
import type { WrittenOutcome } from '#/analyse/actions/expected-read.ts';
import { setTarget, withdrawTarget } from '#/analyse/actions/set-target.ts';
import type { ShareTargetTyped } from '#/analyse/rules/expected/check-share-target.ts';
import type { Parts } from '#/parts.ts';
import { trajectoryAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { Form } from '#/platform/web/form.ts';
import type { FormRequest, FormRoute, PageResponse, Route } from '#/platform/web/route.ts';
import { readTrajectoryRequest } from './trajectory-request.ts';
import { trajectoryPage } from './route.ts';
import type { TargetTypedIn } from './targets-view.ts';

const path = '/authorities/:authority/trajectory/targets';

/** Sets a share to aim at. */
function setRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'set targets',
    logs: { event: 'set a share to aim at' },
    handle: async (request) => {
      const target = targetSet(request.form);
      const authority = request.params['authority'] ?? '';
      const outcome = await setTarget(parts, request.person, { ...target, authority });
      return answered(parts, request, outcome, { form: 'set', target, why: '' });
    },
  };
}

/** Withdraws a share that is aimed at, for a reason. */
function withdrawRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/withdraw`,
    permission: 'set targets',
    logs: { event: 'withdrew a share aimed at' },
    handle: async (request) => {
      const target = targetWithdrawn(request.form);
      const why = typed(request.form, 'why');
      const authority = request.params['authority'] ?? '';
      const outcome = await withdrawTarget(parts, request.person, { ...target, authority, why });
      return answered(parts, request, outcome, { form: 'withdraw', target, why });
    },
  };
}

async function answered(
  parts: Parts,
  request: FormRequest,
  outcome: WrittenOutcome,
  said: Omit<TargetTypedIn, 'problems'>,
): Promise<PageResponse> {
  const authority = request.params['authority'] ?? '';
  if (outcome.kind === 'done') return { kind: 'redirect', to: `${trajectoryAddress(authority)}#targets` };
  const read = await readTrajectory(parts, request.person, authority, readTrajectoryRequest(request.query));
  return trajectoryPage(read, request, { ...said, problems: outcome.problems });
}

function targetSet(form: Form): ShareTargetTyped {
  const [groupKind = '', ...name] = typed(form, 'group').split(':');
  return {
    groupKind,
    groupName: groupKind === 'all' ? 'All schools' : name.join(':'),
    standing: typed(form, 'standing'),
    on: typed(form, 'on'),
    share: typed(form, 'share'),
    restsOn: typed(form, 'restsOn'),
  };
}

/** One of those in the list. */
function targetWithdrawn(form: Form): ShareTargetTyped {
  const [groupKind = '', groupName = '', standing = '', on = ''] = typed(form, 'target').split('|');
  return { groupKind, groupName, standing, on, share: '', restsOn: '' };
}

/** The forms of what is aimed at. */
export const targetRoutes: readonly ((parts: Parts) => Route)[] = [setRoute, withdrawRoute];
