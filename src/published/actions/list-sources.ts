import type { Terminal } from '#/platform/terminal/terminal.ts';
import { dateInWords, momentInWords, plural } from '#/platform/web/words.ts';
import { layouts } from '#/published/layouts.ts';
import type { PublishedStore } from '#/published/store/published-store.ts';
import { schoolYearName } from '#/schools/rules/dates.ts';
import { sourceNamed } from './source-named.ts';
import { datesInWords, effectInWords, problemInWords, rowsInWords } from './tell-report.ts';

/** Lists the files imported, or the kinds of file that can be. */
export async function listSources(store: PublishedStore, terminal: Terminal, kinds: boolean): Promise<void> {
  if (kinds) {
    terminal.table(
      ['Layout', 'Title', 'Publisher'],
      layouts.map((layout) => [layout.id, layout.title, layout.publisher]),
    );
    terminal.document(
      layouts.map(({ id, title, publisher, licence }) => ({ id, title, publisher, licence })),
    );
    return;
  }
  const sources = await store.sources();
  if (sources.length === 0)
    terminal.line('Nothing has been imported yet. Begin with: npx middletier import <files or folders>');
  else {
    terminal.table(
      ['Source', 'File', 'Layout', 'Year', 'Status', 'Known on', 'Rows', 'Set aside', 'Problems'],
      sources.map((source) => [
        source.id,
        source.fileName,
        source.layout,
        source.year === null ? '' : schoolYearName(source.year),
        source.status === 'not stated' ? '' : source.status,
        dateInWords(source.knownOn),
        source.rowsKept,
        source.setAside.reduce((sum, each) => sum + each.rows, 0),
        source.problems,
      ]),
    );
  }
  terminal.document(sources);
}

/** Shows one source with its rows and all its problems. The first digits of its identity are enough. */
export async function showSource(store: PublishedStore, terminal: Terminal, id: string): Promise<void> {
  const source = sourceNamed(await store.sources(), id);
  const problems = await store.problems(source.id);
  terminal.line(`${source.title} (${source.publisher}, ${source.licence})`);
  terminal.line(`${source.fileName}, imported ${momentInWords(source.importedAt)}`);
  terminal.line(datesInWords(source));
  if (source.yearBasis !== null) terminal.line(`School year known from: ${source.yearBasis}`);
  terminal.line(rowsInWords(source));
  const effect = (await store.effects()).get(source.id);
  if (effect !== undefined) terminal.line(effectInWords(effect));
  terminal.line(problems.length === 0 ? 'No problems' : plural(source.problems, 'problem'));
  for (const problem of problems) terminal.line(`  ${problemInWords(problem)}`);
  terminal.document({ ...source, effect: effect ?? null, problemList: problems });
}
