import { rowsIn } from '#/papers/rules/check-content.ts';
import type { SaidAmong } from '#/papers/rules/process.ts';

/** The field of members in the templates of boards, and of who came in those of meetings. */
export const fieldsOfMembers = { members: 'members', came: 'attendance' } as const;

/**
 * Whoever stands in minutes stays a member of the list, with the day they left: without it their attendance would be counted
 * for nobody.
 */
export function boardAsks({
  content,
  within,
}: SaidAmong): readonly { readonly field: string; readonly text: string }[] {
  const there = new Set(rowsIn(content[fieldsOfMembers.members]).map(({ key }) => key));
  const met = within
    .filter(({ kind }) => kind === 'meeting')
    .flatMap(({ newest }) => rowsIn(newest?.content[fieldsOfMembers.came]).map(({ key }) => key));
  const gone = new Set(met.filter((key) => !there.has(key))).size;
  if (gone === 0) return [];
  const who = gone === 1 ? 'A member who stands' : `${String(gone)} members who stand`;
  return [
    {
      field: fieldsOfMembers.members,
      text: `${who} in the minutes of a meeting is not in the list any more. Bring the row back, and say when they left.`,
    },
  ];
}
