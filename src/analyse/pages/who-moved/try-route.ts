import { adoptScheme } from '#/analyse/actions/adopt-scheme.ts';
import { readSchemeText, schemeExample } from '#/analyse/actions/open-scheme-file.ts';
import { readScheme } from '#/analyse/actions/read-scheme.ts';
import { checkSchemeText } from '#/analyse/actions/read-scheme-file.ts';
import { tryScheme } from '#/analyse/actions/try-scheme.ts';
import type { Parts } from '#/parts.ts';
import { KnownError } from '#/platform/errors.ts';
import { overviewAddress, schemeAddress } from '#/platform/web/addresses.ts';
import type { Form } from '#/platform/web/form.ts';
import type { FormRoute, PageRequest, PageResponse, PageRoute } from '#/platform/web/route.ts';
import { homeCrumb } from '#/platform/web/shell.ts';
import { tryView, type TryState } from './try-view.ts';

const path = '/authorities/:authority/schemes/try';

/** The page on which a scheme of one's own is uploaded or pasted. */
export function trySchemeRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'adopt a scheme',
    logs: 'nothing confidential',
    handle: (request) => shown(parts, request, {}),
  };
}

/** Checks a scheme and shows who would move. It is a reading of categories: those it would give, and those there are. */
export function tryThisSchemeRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path,
    permission: 'adopt a scheme',
    logs: { event: 'tried a scheme' },
    uploads: { files: 1, bytes: 1_000_000, bytesInAll: 1_000_000 },
    handle: async (request) => tried(parts, request, await textOf(request.form)),
  };
}

/** Adopts a scheme that was tried. What is missing is asked for again, with everything that was typed. */
export function adoptSchemeRoute(parts: Parts): FormRoute {
  return {
    method: 'POST',
    path: '/authorities/:authority/schemes/adopt',
    permission: 'adopt a scheme',
    logs: { event: 'adopted a scheme' },
    handle: async (request) => {
      const { person, form } = request;
      const authority = request.params['authority'] ?? '';
      const text = form.fields['text']?.at(-1) ?? '';
      const why = form.fields['why']?.at(-1)?.trim() ?? '';
      const { scheme } = checkSchemeText(parts, text);
      if (scheme === null || why === '') {
        const whyProblem = why === '' ? 'Say why the scheme is adopted' : null;
        return tried(parts, request, { text, why, fileProblem: null, whyProblem });
      }
      await adoptScheme(parts, person, { authority, scheme, why });
      return { kind: 'redirect', to: schemeAddress(authority) };
    },
  };
}

/** An example to begin with, as a file. */
export function schemeExampleRoute(): PageRoute {
  return {
    method: 'GET',
    path: '/authorities/:authority/schemes/example.jsonc',
    permission: 'read published data',
    logs: 'nothing confidential',
    handle: () =>
      Promise.resolve({
        kind: 'file',
        name: 'our-scheme.jsonc',
        type: 'text/plain; charset=utf-8',
        body: schemeExample(),
      }),
  };
}

type Typed = Pick<TryState, 'text' | 'why' | 'fileProblem' | 'whyProblem'>;

/** A file that was sent comes before the text beside it. */
async function textOf({ fields, files, refused }: Form): Promise<Typed> {
  const [file] = files;
  const [no] = refused;
  const read = file === undefined ? (fields['text']?.at(-1) ?? '') : await textOrProblem(file.path);
  const notText = typeof read === 'string' ? null : read.message;
  return {
    text: typeof read === 'string' ? read : '',
    why: fields['why']?.at(-1) ?? '',
    fileProblem:
      notText ??
      (no === undefined
        ? file === undefined && fields['text'] === undefined
          ? 'Choose a file'
          : null
        : `${no.name} was not taken: ${no.why}`),
    whyProblem: null,
  };
}

async function textOrProblem(path: string): Promise<string | KnownError> {
  try {
    return await readSchemeText(path);
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
}

async function tried(parts: Parts, request: PageRequest, typed: Typed): Promise<PageResponse> {
  if (typed.fileProblem !== null) return shown(parts, request, typed);
  const checked = checkSchemeText(parts, typed.text);
  const trial =
    checked.scheme === null
      ? null
      : await tryScheme(parts, request.person, request.params['authority'] ?? '', checked.scheme);
  return shown(parts, request, { ...typed, checked, trial });
}

async function shown(parts: Parts, request: PageRequest, state: Partial<TryState>): Promise<PageResponse> {
  const read = await readScheme(parts, request.person, request.params['authority'] ?? '');
  const view = tryView({
    read,
    text: '',
    why: '',
    fileProblem: null,
    whyProblem: null,
    checked: null,
    trial: null,
    ...state,
  });
  const { authority } = read;
  return {
    kind: 'page',
    template: 'analyse/pages/who-moved/try.njk',
    title: 'Try a scheme of categories',
    status: view.errors.length > 0 ? 400 : 200,
    shell: {
      authority,
      section: 'How categories are decided',
      crumbs: [
        homeCrumb,
        { text: authority.name, href: overviewAddress(authority.slug) },
        { text: 'How categories are decided', href: schemeAddress(authority.slug) },
      ],
      sources: state.trial?.sources ?? [],
    },
    view: { own: view },
  };
}
