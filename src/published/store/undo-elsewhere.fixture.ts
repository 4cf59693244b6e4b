import { undoImport } from '#/published/actions/undo-import.ts';
import { operator } from '#/people/rules/permissions.ts';

// Run in a process of its own, to be killed.
const [, , dataFolder = '', id = ''] = process.argv;
await undoImport({ dataFolder, now: () => '2026-11-20T13:00:00.000Z' }, operator, id);
process.stdout.write('undone');
