import type { Parts } from '#/parts.ts';
import { permitOfficialFiles } from '#/people/actions/permit-official-files.ts';
import { importFilesAddress, importJobAddress, importsAddress } from '#/platform/web/addresses.ts';
import { answerOrProblem, typed, type FieldProblem } from '#/platform/web/form-problems.ts';
import type { UploadLimits } from '#/platform/web/form.ts';
import type { FormRoute, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb, type Shell } from '#/platform/web/shell.ts';
import { readImportJob, startImport } from '#/published/actions/import-jobs.ts';
import { dateStated, schoolYearStated } from '#/published/actions/read-statement.ts';
import { addFilesView, isStatus, nothingStated, type Statements } from './add-files-view.ts';
import { jobView } from './job-view.ts';

const uploads: UploadLimits = { files: 40, bytes: 1_000_000_000, bytesInAll: 2_000_000_000 };
const most = `At most ${uploads.files} at once, each of up to 1 gigabyte, together up to 2.`;

const shell: Shell = {
  authority: null,
  section: 'Imports',
  crumbs: [homeCrumb, { text: 'Imports', href: importsAddress }],
  sources: [],
};

function formPage(stated: Statements, problems: readonly FieldProblem[]): PageResponse {
  return {
    kind: 'page',
    template: 'published/pages/add-files/add-files.njk',
    title: 'Import official files',
    shell,
    view: { add: addFilesView(stated, problems, most) },
    script: 'upload',
    status: problems.length === 0 ? 200 : 400,
  };
}

/** Where official files are uploaded. */
function addFilesRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: importFilesAddress,
    permission: 'import files',
    logs: 'nothing confidential',
    handle: async ({ person }) => {
      await permitOfficialFiles(parts, person);
      return formPage(nothingStated, []);
    },
  };
}

/** Takes the files over, and leads to the page that says how far their import is. */
function uploadFilesRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: importFilesAddress,
    permission: 'import files',
    logs: 'nothing confidential',
    uploads,
    handle: async ({ form, person }) => {
      await permitOfficialFiles(parts, person);
      const stated = { year: typed(form, 'year'), asAt: typed(form, 'as-at'), status: typed(form, 'status') };
      const year = answerOrProblem('year', () => (stated.year === '' ? null : schoolYearStated(stated.year)));
      const asAt = answerOrProblem('as-at', () =>
        stated.asAt === '' ? null : dateStated(stated.asAt, parts.today()),
      );
      const refused = form.refused.map(({ name, why }) => `${name} was not taken: ${why}.`);
      const files: FieldProblem = {
        field: 'files',
        text: refused.length === 0 ? 'Choose at least one file.' : refused.join(' '),
      };
      const problems = [
        ...(form.files.length === 0 ? [files] : []),
        ...[year, asAt].flatMap((one) => ('problem' in one ? [one.problem] : [])),
      ];
      if (problems.length > 0 || 'problem' in year || 'problem' in asAt) {
        return formPage(stated, problems);
      }
      const job = startImport(
        parts,
        person,
        form.files,
        {
          ...(year.answer === null ? {} : { year: year.answer }),
          ...(asAt.answer === null ? {} : { asAt: asAt.answer }),
          ...(isStatus(stated.status) ? { status: stated.status } : {}),
        },
        form.refused,
      );
      return { kind: 'redirect', to: importJobAddress(job.id) };
    },
  };
}

/** How far an import is, and in the end what became of each file. It can be closed and opened again. */
function importJobRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: '/imports/uploaded/:job',
    permission: 'import files',
    logs: 'nothing confidential',
    handle: ({ params, query }) => {
      const job = readImportJob(parts, params['job'] ?? '');
      const view = jobView(job, query['refresh']?.[0] !== 'no');
      return Promise.resolve({
        kind: 'page',
        template: 'published/pages/add-files/job.njk',
        title: view.heading,
        shell,
        view: { job: view },
        ...(view.refreshing ? { refreshAfter: 3 } : {}),
      });
    },
  };
}

/** Every address of these pages. */
export const addFilesRoutes: readonly ((parts: Parts) => Route)[] = [
  addFilesRoute,
  uploadFilesRoute,
  importJobRoute,
];
