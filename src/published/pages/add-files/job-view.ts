import { importFilesAddress, importsAddress, sourceAddress } from '#/platform/web/addresses.ts';
import { count, list, momentInWords, plural, share } from '#/platform/web/words.ts';
import type { FileReport } from '#/published/actions/import-files.ts';
import type { ImportJob } from '#/published/actions/import-jobs.ts';

/** How far an import is, or what became of each of its files and what to do. */
export function jobView(job: ImportJob, refreshing: boolean) {
  const { state } = job;
  const going = state.is === 'waiting' || state.is === 'running';
  return {
    going,
    refreshing: going && refreshing,
    refreshAddress: refreshing ? '?refresh=no' : '?',
    heading: headingOf(job),
    started: `${plural(job.fileNames.length, 'file')} sent by ${job.by}, ${momentInWords(job.startedAt)}: ${list(job.fileNames)}.`,
    progress: state.is === 'running' ? { done: state.done, of: state.of } : null,
    failure: state.is === 'failed' ? { what: state.what, whatToDo: state.whatToDo } : null,
    refused: job.refused.map(({ name, why }) => `${name}: ${why}.`),
    files: state.is === 'done' ? state.report.files.map(fileView) : [],
    importsAddress,
    addAddress: importFilesAddress,
  };
}

function headingOf({ state }: ImportJob): string {
  switch (state.is) {
    case 'waiting':
      return 'Waiting for another import to end';
    case 'running':
      return 'Importing';
    case 'failed':
      return 'Nothing was imported';
    case 'done': {
      const imported = state.report.files.filter(({ outcome }) => outcome === 'imported').length;
      return imported === 0 ? 'Nothing new was imported' : `${plural(imported, 'file')} imported`;
    }
  }
}

const problemsShown = 5;

function fileView(file: FileReport) {
  if (file.outcome === 'set aside') {
    const unexpected = file.nearest?.unexpected ?? [];
    return {
      path: file.path,
      outcome: 'Set aside',
      what: file.what,
      whatToDo: file.whatToDo,
      more:
        unexpected.length === 0
          ? null
          : `Columns that were not expected: ${unexpected.slice(0, 8).join(', ')}`,
      href: null,
      linkText: '',
      problems: [],
    };
  }
  const { source, problems } = file;
  const aside = source.setAside.map(({ reason, rows }) => `${count(rows)} set aside: ${reason}`);
  const shown = problems.slice(0, problemsShown);
  const rest = source.problems - shown.length;
  return {
    path: file.path,
    outcome: file.outcome === 'imported' ? 'Imported' : 'Imported before: nothing changed',
    what: source.title,
    whatToDo: `${plural(source.rowsRead, 'row')} read, ${share(source.rowsKept, source.rowsRead)} kept${aside.map((words) => `; ${words}`).join('')}.`,
    more: problems.length > 0 && rest > 0 ? `${plural(rest, 'more problem')} on the page of the file.` : null,
    href: sourceAddress(source.id),
    linkText: `What was read from ${file.path}`,
    problems: shown.map(({ row, column, what, whatToDo }) => {
      const place = [row === null ? null : `row ${count(row)}`, column].filter((part) => part !== null);
      return `${place.length === 0 ? '' : `${place.join(', ')}: `}${what} ${whatToDo}`;
    }),
  };
}
