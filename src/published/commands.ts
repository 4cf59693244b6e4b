import { Command, Option } from 'commander';
import type { Parts } from '#/parts.ts';
import { filesLoaded, logOfficialFiles } from '#/people/actions/log-official-files.ts';
import { KnownError } from '#/platform/errors.ts';
import { plural } from '#/platform/web/words.ts';
import type { ReleaseStatus } from '#/schools/rules/value.ts';
import type { SchoolYear } from '#/schools/rules/dates.ts';
import { importFiles, type ImportReport } from './actions/import-files.ts';
import { listSources, showSource } from './actions/list-sources.ts';
import { readOfficialFiles } from './actions/read-official-files.ts';
import { rebuildStore } from './actions/rebuild-store.ts';
import { dateStated, schoolYearStated } from './actions/read-statement.ts';
import { tellOfficialFiles } from './actions/tell-official-files.ts';
import { tellReport } from './actions/tell-report.ts';
import { undoImport } from './actions/undo-import.ts';

interface ImportOptions {
  readonly year?: SchoolYear;
  readonly asAt?: string;
  readonly status?: ReleaseStatus;
  readonly rebuild?: true;
}

/** `import`, `undo-import`, `sources` and `official-files`. */
export function commands(parts: Parts): Command[] {
  return [importCommand(parts), undoCommand(parts), sourcesCommand(parts), officialFilesCommand(parts)];
}

function importCommand(parts: Parts): Command {
  return new Command('import')
    .summary('take official files in, each with its source and date')
    .description(
      'Imports official files: recognised by what is in them, kept with their source and date. Files imported before change nothing.',
    )
    .argument('[paths...]', 'files, and folders to search through')
    .option('--year <year>', 'school year of tables that do not say it, such as 2018/19', schoolYearStated)
    .option('--as-at <date>', 'date of registers that do not say it, such as 2025-08-31', (text) =>
      dateStated(text, parts.today()),
    )
    .addOption(
      new Option('--status <status>', 'whether tables are provisional, revised or final').choices([
        'provisional',
        'revised',
        'final',
      ]),
    )
    .option('--rebuild', 'make the store anew from the files imported before')
    .addHelpText(
      'after',
      `
Examples:
  npx middletier import downloads/
  npx middletier import england_ks4final.csv --year 2017/18
  npx middletier import --rebuild

Exit codes: 0 all imported; 2 not begun, the message says why; 3 done, but files or rows were set aside.`,
    )
    .action(async (paths: readonly string[], options: ImportOptions) => {
      const { dataFolder, now, terminal } = parts;
      if (options.rebuild === undefined && paths.length === 0) {
        throw new KnownError('usage', 'Say which files or folders to import.', [
          'For example: npx middletier import downloads/',
        ]);
      }
      if (options.rebuild === true && (paths.length > 0 || stated(options))) {
        throw new KnownError('usage', '--rebuild takes nothing else: it uses the files imported before.', [
          'Rebuild first, then import further files.',
        ]);
      }
      const report: ImportReport =
        options.rebuild === true
          ? await rebuildStore({ dataFolder, terminal })
          : await importFiles({
              dataFolder,
              paths,
              now,
              terminal,
              stated: {
                ...(options.year === undefined ? {} : { year: options.year }),
                ...(options.asAt === undefined ? {} : { asAt: options.asAt }),
                ...(options.status === undefined ? {} : { status: options.status }),
              },
            });
      // Made anew from the same files, nothing was loaded that was not there.
      if (options.rebuild !== true)
        await logOfficialFiles(parts, await parts.person(), filesLoaded(report.files));
      if (tellReport(terminal, report) === 'something set aside') process.exitCode = 3;
    });
}

function stated({ year, asAt, status }: ImportOptions): boolean {
  return [year, asAt, status].some((each) => each !== undefined);
}

function undoCommand(parts: Parts): Command {
  return new Command('undo-import')
    .summary('take one imported file out again')
    .description(
      'Takes everything one file has said out of the store and works out anew what follows from the others. Importing the file again brings it back.',
    )
    .argument('<source>', 'identity of the source, or its first digits: `npx middletier sources` lists them')
    .addHelpText('after', `\nExamples:\n  npx middletier undo-import 3f2a9c1b7d04`)
    .action(async (id: string) => {
      const person = await parts.person();
      const { source, undone, left } = await undoImport(parts, person, id);
      await logOfficialFiles(parts, person, [{ act: 'took out', file: source, why: null }]);
      parts.terminal.line(
        `Undone: ${source.fileName} (${source.title}). ${plural(left, 'file')} left; import it again to bring it back.`,
      );
      parts.terminal.document({ source, undone, left });
    });
}

function sourcesCommand(parts: Parts): Command {
  return new Command('sources')
    .summary('list the files imported, with their dates; or show one with its problems')
    .description('Lists the files imported, with their dates; or shows one with its problems.')
    .argument('[source]', 'identity of a source, as the list shows it')
    .option('--layouts', 'list the kinds of file that can be imported')
    .addHelpText(
      'after',
      `
Examples:
  npx middletier sources
  npx middletier sources 3f2a9c1b7d04
  npx middletier sources --layouts`,
    )
    .action(async (source: string | undefined, options: { readonly layouts?: true }) => {
      if (source !== undefined && options.layouts === true) {
        throw new KnownError('usage', 'Give either a source or --layouts, not both.');
      }
      const store = await parts.published();
      if (source === undefined) await listSources(store, parts.terminal, options.layouts === true);
      else await showSource(store, parts.terminal, source);
    });
}

function officialFilesCommand(parts: Parts): Command {
  return new Command('official-files')
    .summary('where official files are published, and which are due')
    .description(
      'Lists the official publications: where each is to be found, what of it was imported, and which release is due next.',
    )
    .addHelpText('after', '\nExamples:\n  npx middletier official-files')
    .action(async () => {
      tellOfficialFiles(parts.terminal, await readOfficialFiles(parts, await parts.person()));
    });
}
