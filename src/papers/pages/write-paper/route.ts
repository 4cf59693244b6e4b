import { randomUUID } from 'node:crypto';
import type { OnePaperRead, VersionToSave } from '#/papers/actions/papers.ts';
import { readPaper } from '#/papers/actions/read-papers.ts';
import { savePaper } from '#/papers/actions/save-paper.ts';
import { takeStep } from '#/papers/actions/take-step.ts';
import type { Parts } from '#/parts.ts';
import { overviewAddress, schoolAddress } from '#/platform/web/addresses.ts';
import { typed } from '#/platform/web/form-problems.ts';
import { paperAddress, papersAddress, writePaperAddress } from '#/platform/web/paper-addresses.ts';
import type { FormRequest, FormRoute, PageResponse, PageRoute, Route } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { readTyped, withoutRow, withRow } from './typed-content.ts';
import { writeView, type Writing } from './write-view.ts';

const path = '/authorities/:authority/schools/:urn/papers/:paper/write';

/** The form of a paper; whoever cannot write it now is shown it instead. */
function formRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'take part in papers',
    logs: { event: 'read a paper' },
    handle: async ({ person, params }) => {
      const read = await readPaper(parts, person, placeOf(params));
      const { paper } = read;
      if (!read.mayWrite)
        return { kind: 'redirect', to: paperAddress(read.authority.slug, paper.urn, paper.id) };
      return page(parts, read, {
        content: paper.newest?.content ?? {},
        aboutOn: paper.newest?.aboutOn ?? '',
        ...nothingHappened,
        basedOn: paper.newest?.number ?? 0,
      });
    },
  };
}

const nothingHappened = { problems: [], isSaved: false, changed: null } as const;

/** One form, several buttons: rows come and go without anything being saved; everything else saves first. */
function saveRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'take part in papers',
    logs: { event: 'wrote a paper' },
    handle: async (request) => {
      const read = await readPaper(parts, request.person, placeOf(request.params));
      const content = readTyped(read.paper.writtenBy, request.form);
      const aboutOn = typed(request.form, 'about-on');
      const basedOn = Number(typed(request.form, 'based-on') || '0');
      const [act = '', what = ''] = splitOnce(typed(request.form, 'act'));
      const writing = { content, aboutOn, basedOn, ...nothingHappened };
      if (act === 'add')
        return page(parts, read, { ...writing, content: withRow(content, what, newKey()) }, 422);
      if (act === 'remove') {
        const [field = '', key = ''] = what.split('.');
        return page(parts, read, { ...writing, content: withoutRow(content, field, key) }, 422);
      }
      return save(parts, request, read, writing, act === 'step' ? what : act);
    },
  };
}

async function save(
  parts: Parts,
  { person }: FormRequest,
  read: OnePaperRead,
  writing: Writing,
  act: string,
): Promise<PageResponse> {
  const { paper, authority } = read;
  const { content, aboutOn, basedOn } = writing;
  const at = [authority.slug, paper.urn, paper.id] as const;
  const place: Pick<VersionToSave, 'authority' | 'paper'> = { authority: authority.slug, paper: paper.id };
  const saved = await savePaper(parts, person, { ...place, basedOn, content, aboutOn });
  switch (saved.kind) {
    case 'problems':
      return page(parts, read, { ...writing, problems: saved.problems }, 400);
    case 'not now':
      return page(parts, read, { ...writing, problems: [{ field: '', text: saved.why }] }, 409);
    case 'changed meanwhile': {
      const { merged, newest } = saved;
      const both = { content: merged.content, aboutOn: merged.aboutOn ?? '', basedOn: newest.number };
      return page(parts, read, { ...writing, ...both, changed: saved }, 409);
    }
    case 'done':
  }
  if (act === 'keep') return { kind: 'redirect', to: writePaperAddress(...at) };
  if (act === 'save') return { kind: 'redirect', to: paperAddress(...at) };
  const now = await readPaper(parts, person, { ...place, urn: paper.urn });
  const kept = { ...writing, basedOn: saved.version, isSaved: true };
  if (now.missing.length > 0) return page(parts, now, { ...kept, problems: now.missing }, 400);
  const step = await takeStep(parts, person, { ...place, step: act, words: '', seen: saved.version });
  if (step.kind === 'done') return { kind: 'redirect', to: paperAddress(...at) };
  const problems = step.kind === 'problems' ? step.problems : [{ field: '', text: step.why }];
  return page(parts, now, { ...kept, problems }, 400);
}

function page(parts: Parts, read: OnePaperRead, writing: Writing, status = 200): PageResponse {
  const { authority, school, paper } = read;
  const view = writeView(read, writing, { today: parts.today(), newKey });
  return {
    kind: 'page',
    template: 'papers/pages/write-paper/write.njk',
    title: view.heading,
    shell: {
      authority,
      section: null,
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: school.name, href: schoolAddress(authority.slug, school.urn) },
        { text: 'Papers', href: papersAddress(authority.slug, school.urn) },
        { text: paper.writtenBy.name, href: view.back },
      ],
      sources: [],
    },
    view: { page: view },
    script: 'keep-typed',
    status,
  };
}

/** A row is told from the others by its key for good. */
function newKey(): string {
  return randomUUID().slice(0, 8);
}

function splitOnce(text: string): readonly string[] {
  const at = text.indexOf(':');
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function placeOf(params: Readonly<Record<string, string>>) {
  return {
    authority: params['authority'] ?? '',
    urn: params['urn'] ?? '',
    paper: params['paper'] ?? '',
  };
}

/** Where a paper is written. */
export const writePaperRoutes: readonly ((parts: Parts) => Route)[] = [formRoute, saveRoute];
