import { beginDiagnosis, readDiagnosisToBegin } from '#/diagnose/actions/begin-diagnosis.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { paperAddress, writePaperAddress } from '#/platform/web/paper-addresses.ts';
import { diagnosesAddress } from '#/platform/web/plan-addresses.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { beginView } from './begin-view.ts';

const path = '/authorities/:authority/schools/:urn/diagnoses/begin';

/** What a diagnosis begins with, before it is begun. */
function beginPage(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'write papers',
    logs: { event: 'read category' },
    handle: (request) => shown(parts, request),
  };
}

function beginForm(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'write papers',
    logs: { event: 'began a diagnosis' },
    handle: async (request) => {
      const [authority, urn] = [request.params['authority'] ?? '', request.params['urn'] ?? ''];
      const outcome = await beginDiagnosis(parts, request.person, authority, urn);
      if (outcome.kind === 'done') {
        return { kind: 'redirect', to: writePaperAddress(authority, urn, outcome.paper) };
      }
      return outcome.kind === 'one is open'
        ? { kind: 'redirect', to: paperAddress(authority, urn, outcome.paper) }
        : shown(parts, request, 400);
    },
  };
}

async function shown(parts: Parts, { person, params }: PageRequest, status = 200): Promise<PageResponse> {
  const read = await readDiagnosisToBegin(parts, person, params['authority'] ?? '', params['urn'] ?? '');
  const { authority, school } = read;
  return {
    kind: 'page',
    template: 'diagnose/pages/begin-diagnosis/begin-diagnosis.njk',
    title: `Begin a diagnosis of ${school.name}`,
    shell: {
      authority,
      section: 'Diagnoses',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: 'Diagnoses', href: diagnosesAddress(authority.slug) },
        { text: school.name, href: schoolAddress(authority.slug, school.urn) },
      ],
      sources: [],
    },
    view: { page: beginView(read) },
    status,
  };
}

/** Where a diagnosis is begun. */
export const beginDiagnosisRoutes: readonly ((parts: Parts) => Route)[] = [beginPage, beginForm];
