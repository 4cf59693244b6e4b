import { aboutOnField } from '#/papers/rules/check-content.ts';
import { settingAside, type SaidAmong } from '#/papers/rules/process.ts';
import { textOf } from '#/papers/rules/read-content.ts';

interface Problem {
  readonly field: string;
  readonly text: string;
}

/**
 * What a review has to say besides its form: its day is not before that of a review that was shared already, and it says when
 * the next one is, or that none is needed (Department for Education, Manage school improvement).
 */
export function reviewAsks({ content, aboutOn, beside }: SaidAmong): readonly Problem[] {
  const last = beside
    .filter(({ kind, steps }) => kind === 'review' && steps.some(({ step }) => step === 'share'))
    .filter(({ steps }) => steps.at(-1)?.step !== settingAside.aside.step)
    .flatMap(({ newest }) => newest?.aboutOn ?? [])
    .toSorted()
    .at(-1);
  const problems: Problem[] = [];
  if (aboutOn !== null && last !== undefined && aboutOn < last) {
    problems.push({
      field: aboutOnField,
      text: 'A review is not before the last one that was shared. Choose its day or a later one.',
    });
  }
  const next = textOf(content, 'next-on');
  if (textOf(content, 'another') === 'Yes' && next === '') {
    problems.push({ field: 'next-on', text: 'Say when the next review is, or that no more are needed.' });
  } else if (next !== '' && aboutOn !== null && next <= aboutOn) {
    problems.push({ field: 'next-on', text: 'The next review is after this one. Choose a later day.' });
  }
  return problems;
}
