import { mkdir } from 'node:fs/promises';
import type { Terminal } from '#/platform/terminal/terminal.ts';
import type { Source } from '#/published/source.ts';
import { storeFolder } from '#/published/store/generations.ts';
import { statedText, type Stated } from '#/published/store/import-one.ts';
import { forgetOtherFiles, keepFile } from '#/published/store/kept-files.ts';
import { readContradictions } from '#/published/store/contradictions.ts';
import { openReader } from '#/published/store/open.ts';
import { readSources } from '#/published/store/read-sources.ts';
import { writeStore } from '#/published/store/write-store.ts';
import { findFiles } from './find-files.ts';
import { importPath, type FileReport } from './import-path.ts';
import { outcomesInWords } from './tell-report.ts';

export type { FileReport } from './import-path.ts';

export interface ImportRequest {
  readonly dataFolder: string;
  /** Files and folders. */
  readonly paths: readonly string[];
  /** What the person says where a file does not say it. */
  readonly stated?: Stated;
  readonly now: () => string;
  readonly terminal: Terminal;
}

/** What became of each file, in order of path. */
export interface ImportReport {
  readonly files: readonly FileReport[];
  readonly seconds: number;
}

/** Imports files and folders. All that can be imported is, in one step; the report says what became of each file. */
export async function importFiles(request: ImportRequest): Promise<ImportReport> {
  const began = performance.now();
  const paths = await findFiles(request.paths);
  const folder = storeFolder(request.dataFolder);
  await mkdir(folder, { recursive: true });
  const progress = request.terminal.progress('Importing', paths.length);
  const written = await writeStore(folder, 'current', async (draft, before) => {
    const already = new Map<string, { readonly source: Source; readonly stated: string }>();
    for (const known of await readSources(draft.connection)) already.set(known.source.sha256, known);
    const kept = new Map((before?.files ?? []).map((file) => [file.sha256, file]));
    const reports: FileReport[] = [];
    for (const path of paths) {
      const importedAt = request.now();
      const stated = request.stated ?? {};
      const keep = (read: string, sha256: string) => keepFile(folder, read, sha256);
      for await (const report of importPath(draft, path, { stated, importedAt, already }, keep)) {
        if (report.outcome === 'imported') {
          const { source } = report;
          const { sha256, fileName } = source;
          already.set(sha256, { source, stated: statedText(stated) });
          kept.set(sha256, { sha256, fileName, importedAt, stated: statedText(stated) });
        }
        reports.push(report);
      }
      progress.advance(1);
    }
    const changed = reports.some((report) => report.outcome === 'imported');
    return { changed, files: [...kept.values()], undone: before?.undone ?? [], reports };
  });
  await forgetOtherFiles(folder, new Set(written.files.map((file) => file.sha256)));
  const files = await withContradictions(request.dataFolder, written.reports);
  progress.done(outcomesInWords(files));
  return { files, seconds: (performance.now() - began) / 1000 };
}

/** What other files of the same release say otherwise is known only when all are in the store. */
async function withContradictions(
  dataFolder: string,
  reports: readonly FileReport[],
): Promise<readonly FileReport[]> {
  const reader = openReader(dataFolder);
  try {
    return await Promise.all(
      reports.map(async (report) => {
        if (report.outcome !== 'imported') return report;
        const found = await reader.read((connection) => readContradictions(connection, report.source.id));
        if (found === null || found.length === 0) return report;
        const source = { ...report.source, problems: report.source.problems + found.length };
        return { ...report, source, problems: [...report.problems, ...found] };
      }),
    );
  } finally {
    reader.close();
  }
}
