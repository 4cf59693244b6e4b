import { readFile } from 'node:fs/promises';
import {
  attachFile,
  largestFile,
  readFileOfPaper,
  takeFileOut,
  type FileOutcome,
} from '#/papers/actions/paper-files.ts';
import type { OnePaperRead } from '#/papers/actions/papers.ts';
import { readActions } from '#/papers/actions/read-actions.ts';
import { readPaper } from '#/papers/actions/read-papers.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { writeDocument } from '#/platform/documents/write-document.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { paperAddress, papersAddress } from '#/platform/web/paper-addresses.ts';
import type {
  FormRequest,
  FormRoute,
  PageRequest,
  PageResponse,
  PageRoute,
  Route,
} from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { agreedView } from './agreed-view.ts';
import { paperDocument } from './paper-document.ts';
import { noStepTyped, paperView, type StepTypedIn } from './paper-view.ts';

const path = '/authorities/:authority/schools/:urn/papers/:paper';

/** One paper, for both sides: each reads and does what is theirs. */
function paperRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'open papers',
    logs: { event: 'read a paper' },
    handle: async (request) =>
      page(parts, request, await readPaper(parts, request.person, placeOf(request)), noStepTyped),
  };
}

function documentRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/document.docx`,
    permission: 'open papers',
    logs: { event: 'exported a paper' },
    handle: async (request) => {
      const read = await readPaper(parts, request.person, placeOf(request));
      return {
        kind: 'file',
        name: `${read.paper.kind}-${read.paper.urn}.docx`,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        body: await writeDocument(paperDocument(read, request.person.name, parts.today())),
      };
    },
  };
}

function stepRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/steps/:step`,
    permission: 'take part in papers',
    logs: { event: 'took a step with a paper' },
    handle: async (request) => {
      const { form, params, person } = request;
      const place = placeOf(request);
      // Also so that the school of the address is the paper’s: the reading is logged with it.
      await readPaper(parts, person, place);
      const said = { step: params['step'] ?? '', words: typed(form, 'words'), on: typed(form, 'on') };
      const outcome = await takeStep(parts, person, {
        ...{ authority: place.authority, paper: place.paper, ...said },
        seen: Number(typed(form, 'seen') || '0'),
      });
      if (outcome.kind === 'done')
        return { kind: 'redirect', to: paperAddress(place.authority, place.urn, place.paper) };
      const problems =
        outcome.kind === 'problems' ? outcome.problems : [{ field: 'step', text: outcome.why }];
      return page(parts, request, await readPaper(parts, person, place), { ...said, problems });
    },
  };
}

async function page(
  parts: Parts,
  { person }: PageRequest,
  read: OnePaperRead,
  said: StepTypedIn,
): Promise<PageResponse> {
  const { authority, school, paper } = read;
  const history = await readHistory(parts, person, authority.slug, [{ kind: 'paper', keys: [paper.id] }]);
  const view = paperView(read, said);
  const asked = { authority: authority.slug, urn: school.urn, papers: [paper.id] };
  const agreed = agreedView(await readActions(parts, person, asked));
  return {
    kind: 'page',
    template: 'papers/pages/paper/paper.njk',
    title: view.heading,
    shell: {
      authority,
      section: null,
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: school.name, href: schoolAddress(authority.slug, school.urn) },
        { text: 'Papers', href: papersAddress(authority.slug, school.urn) },
      ],
      sources: [],
    },
    view: { page: view, agreed, history: historyView(history) },
    status: said.problems.length === 0 ? 200 : 400,
  };
}

function placeOf({ params }: Pick<PageRequest, 'params'>) {
  return {
    authority: params['authority'] ?? '',
    urn: params['urn'] ?? '',
    paper: params['paper'] ?? '',
  };
}

function addFileRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/files`,
    permission: 'take part in papers',
    logs: { event: 'wrote a paper' },
    uploads: { files: 1, bytes: largestFile, bytesInAll: largestFile },
    handle: async (request) => {
      const place = placeOf(request);
      await readPaper(parts, request.person, place);
      const [file] = request.form.files;
      const [refused] = request.form.refused;
      const outcome: FileOutcome =
        file === undefined
          ? {
              kind: 'problems',
              problems: [
                {
                  field: 'file',
                  text:
                    refused === undefined
                      ? 'Choose a file.'
                      : `${refused.name} was not taken: ${refused.why}.`,
                },
              ],
            }
          : await attachFile(parts, request.person, {
              ...place,
              name: file.name,
              content: await readFile(file.path),
            });
      return afterFile(parts, request, outcome, 'file');
    },
  };
}

function takeFileOutRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: `${path}/files/:file/remove`,
    permission: 'take part in papers',
    logs: { event: 'wrote a paper' },
    handle: async (request) => {
      const place = placeOf(request);
      await readPaper(parts, request.person, place);
      const file = request.params['file'] ?? '';
      const asked = { ...place, file, why: typed(request.form, 'why') };
      return afterFile(parts, request, await takeFileOut(parts, request.person, asked), `remove-${file}`);
    },
  };
}

async function afterFile(
  parts: Parts,
  request: FormRequest,
  outcome: FileOutcome,
  step: string,
): Promise<PageResponse> {
  const place = placeOf(request);
  if (outcome.kind === 'done')
    return { kind: 'redirect', to: paperAddress(place.authority, place.urn, place.paper) };
  const problems =
    outcome.kind === 'problems'
      ? outcome.problems
      : [{ field: step === 'file' ? 'file' : 'why', text: outcome.why }];
  return page(parts, request, await readPaper(parts, request.person, place), {
    step,
    words: '',
    on: '',
    problems,
  });
}

function fileRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}/files/:file`,
    permission: 'open papers',
    logs: { event: 'exported a paper' },
    handle: async (request) => {
      const asked = { ...placeOf(request), file: request.params['file'] ?? '' };
      const { name, type, content } = await readFileOfPaper(parts, request.person, asked);
      return { kind: 'file', name, type, body: content };
    },
  };
}

/** Every address of one paper as it is read. */
export const paperRoutes: readonly ((parts: Parts) => Route)[] = [
  paperRoute,
  documentRoute,
  stepRoute,
  fileRoute,
  addFileRoute,
  takeFileOutRoute,
];
