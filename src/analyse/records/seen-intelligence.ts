import { seenRows } from '#/platform/database/seen-rows.ts';

/** What services told and what became of it. Who is named is written with the entry, and decides only whether it is seen. */
export const seenIntelligence = [seenRows('intelligence', 'id'), seenRows('intelligence_step', 'number')];
