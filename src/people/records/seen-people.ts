import { seenRows } from '#/platform/database/seen-rows.ts';

/**
 * Who a person is and which schools are theirs: every policy of every room is written in terms of these rows, so rights
 * that end or change are another text, also when a moment later they are as they were.
 */
export const seenPeople = [seenRows('person', 'id'), seenRows('person_school', 'urn')];
