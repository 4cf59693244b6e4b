import { seenRows } from '#/platform/database/seen-rows.ts';

/**
 * What a person is called, which roles they hold and which schools those reach: every policy of every room is written in
 * terms of these rows, so rights that end or change are another text, also when a moment later they are as they were.
 * Of a list of schools the number is enough: its entries are kept with it and never change.
 */
export const seenPeople = [
  seenRows('person', 'id'),
  seenRows('person_known_as', 'number'),
  seenRows('role_held', 'number'),
  seenRows('role_ended', 'number'),
  seenRows('school_list', 'number'),
];
