import type { SaidAmong } from '#/papers/rules/process.ts';
import { textOf } from '#/papers/rules/read-content.ts';

/** What minutes have to say besides their form: the next meeting is after this one. */
export function meetingAsks({
  content,
  aboutOn,
}: SaidAmong): readonly { readonly field: string; readonly text: string }[] {
  const next = textOf(content, 'next-on');
  if (next === '' || aboutOn === null || next > aboutOn) return [];
  return [{ field: 'next-on', text: 'The next meeting is after this one. Choose a later day.' }];
}
