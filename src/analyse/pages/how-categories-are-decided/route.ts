import { readRegister } from '#/analyse/actions/read-analysis.ts';
import { readCategoryMarks } from '#/analyse/actions/read-category-marks.ts';
import { readScheme, type SchemeOfAuthority } from '#/analyse/actions/read-scheme.ts';
import type { Parts } from '#/parts.ts';
import { readHistory } from '#/people/actions/read-history.ts';
import { historyView } from '#/platform/web/history-view.ts';
import { writeDocument } from '#/platform/documents/write-document.ts';
import { overviewAddress } from '#/platform/web/addresses.ts';
import type { PageRequest, PageRoute } from '#/platform/web/route.ts';
import { homeCrumb, type Shell } from '#/platform/web/shell.ts';
import { choiceView } from './choice-view.ts';
import { categoryMarksView } from './category-marks-view.ts';
import { followsView } from './follows-view.ts';
import { schemeDocument } from './scheme-document.ts';
import { schemeView } from './scheme-view.ts';
import { exampleRow, workedExample } from './worked-example.ts';

const path = '/authorities/:authority/how-categories-are-decided';

/** How a category is decided: for everyone, so that a head can check it by hand. The worked example is for officers. */
export function howCategoriesAreDecidedRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path,
    permission: 'read published data',
    // The worked example is a school's own category, though it is not named.
    logs: { event: 'read categories' },
    handle: async (request) => {
      const { read, example, sources } = await readAsked(parts, request);
      const { authority } = read;
      const history = await readHistory(parts, request.person, authority.slug, [{ kind: 'scheme' }]);
      const marks = await readCategoryMarks(parts, request.person, authority.slug, read.scheme.id);
      return {
        kind: 'page',
        template: 'analyse/pages/how-categories-are-decided/how-categories-are-decided.njk',
        title: 'How categories are decided',
        shell: {
          authority,
          section: 'How categories are decided',
          crumbs: [homeCrumb, { text: authority.name, href: overviewAddress(authority.slug) }],
          sources,
        },
        view: {
          scheme: schemeView(read),
          follows: followsView(read),
          choice: choiceView(read, request.may('adopt a scheme')),
          example,
          marks: categoryMarksView(marks, authority.slug),
          history: historyView(history),
        },
      };
    },
  };
}

/** The same as a document, with the same example for the same readers. */
export function schemeDocumentRoute(parts: Parts): PageRoute {
  return {
    method: 'GET',
    path: `${path}.docx`,
    permission: 'read published data',
    logs: { event: 'exported categories' },
    handle: async (request) => {
      const { read, example, sources } = await readAsked(parts, request);
      return {
        kind: 'file',
        name: `how-categories-are-decided-${read.scheme.id}.docx`,
        type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        body: await writeDocument(schemeDocument(read, example, sources)),
      };
    },
  };
}

interface Asked {
  readonly read: SchemeOfAuthority;
  readonly example: ReturnType<typeof workedExample> | null;
  readonly sources: Shell['sources'];
}

/** The scheme named, or that of the newest run; a school as an example only by the scheme it was analysed with. */
async function readAsked(parts: Parts, { person, params, query, may }: PageRequest): Promise<Asked> {
  const slug = params['authority'] ?? '';
  const register = may('read lists of categories') ? await readRegister(parts, person, slug) : null;
  const read = await readScheme(parts, person, slug, query['scheme']?.at(-1) ?? register?.scheme?.id);
  const row = register?.scheme?.id === read.scheme.id ? exampleRow(register.rows) : null;
  return {
    read,
    example: row === null ? null : workedExample(row, read, slug),
    sources: row === null ? [] : (register?.sources ?? []),
  };
}
