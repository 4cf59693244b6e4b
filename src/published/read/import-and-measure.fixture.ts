import { importFiles } from '#/published/actions/import-files.ts';
import { silent } from '#/published/store/import.fixture.ts';

// Run in a process of its own, so that the memory measured is that of one import: prints rows read and megabytes.
const [, , dataFolder = '', path = ''] = process.argv;
const { files } = await importFiles({
  dataFolder,
  paths: [path],
  now: () => '2026-11-20T12:00:00.000Z',
  terminal: silent,
});
const [file] = files;
const read = file?.outcome === 'imported' ? file.source.rowsRead : 0;
process.stdout.write(JSON.stringify({ peak: Math.round(process.resourceUsage().maxRSS / 1024), read }));
