import {
  readRetention,
  sayRetention,
  type RetentionRead,
  type RetentionRefused,
  type RetentionSaid,
} from '#/people/actions/retention.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, retentionAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import type { FormRoute, PageResponse, PageRoute } from '#/platform/web/route.ts';
import { nothingSaid, retentionView } from './retention-view.ts';

const path = '/authorities/:authority/logs/retention';
const permission = 'keep the logs';

/** How long records of each kind are kept, and what went. */
export function retentionRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission,
    logs: { event: 'read the retention table' },
    handle: async ({ person, params }) =>
      pageOf(await readRetention(parts, person, params['authority']), nothingSaid, []),
  };
}

/** Says otherwise for the authority’s own records. */
export function sayRetentionRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission,
    logs: { event: 'changed how long records are kept' },
    handle: async ({ person, params, form }) => {
      const said = { kind: typed(form, 'kind'), years: typed(form, 'years'), why: typed(form, 'why') };
      const answer = await sayRetention(parts, person, params['authority'], said);
      const read = await readRetention(parts, person, params['authority']);
      if ('problems' in answer) return pageOf(read, said, answer.problems);
      return { kind: 'redirect', to: retentionAddress(read.authority.slug) };
    },
  };
}

function pageOf(
  read: RetentionRead,
  said: RetentionSaid,
  problems: RetentionRefused['problems'],
): PageResponse {
  const { authority } = read;
  return {
    kind: 'page',
    template: 'people/pages/logs/retention.njk',
    title: 'How long records are kept',
    shell: {
      authority,
      section: 'Retention',
      crumbs: [{ text: authority.name, href: overviewAddress(authority.slug) }],
      sources: [],
    },
    view: { retention: retentionView(read, said, problems) },
    status: problems.length === 0 ? 200 : 400,
  };
}
