import { seenRows } from '#/platform/database/seen-rows.ts';

/** Supplied files and what was undone of them. A file's values are kept with it and never change. */
export const seenSupplied = [seenRows('supplied_file', 'number'), seenRows('supplied_undo', 'file')];
