import { addActionSteps, agreedActions } from '#/papers/records/actions.ts';
import { actionStands, stepsOfAction } from '#/papers/rules/agreed/action-stands.ts';
import { actionSteps, type ActionStepToTake } from '#/papers/rules/agreed/agreed-action.ts';
import type { ContentProblem } from '#/papers/rules/check-content.ts';
import { lockPapers } from '#/papers/records/papers.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { addDays, type IsoDate } from '#/schools/rules/dates.ts';
import { readDate } from '#/schools/rules/read-date.ts';
import type { ActionFollowed, ActionStepSaid } from './actions-read.ts';
import { readDayOfStep } from './day-typed.ts';
import { paperChange } from './paper-change.ts';
import { processesOf, sidesOf } from './papers-known.ts';
import type { PaperParts } from './papers.ts';
import { sideToFollow } from './read-actions.ts';
import { isPaperId } from './read-papers.ts';

const longestWords = 10_000;

/**
 * Says what became of an action: that it was done, is moved, dropped or opened again, each with why. The authority follows up
 * every action it reads, the school those that are its own to do. The same sent twice is one.
 */
export async function followAction(
  parts: PaperParts,
  person: Person,
  asked: ActionStepSaid,
): Promise<ActionFollowed> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  const { slug } = authority;
  permit(person, 'take part in papers', slug);
  if (!isPaperId(asked.action)) throw nothingThere();
  const records = await parts.records();
  return await records.inAuthority(slug, person, async (transaction): Promise<ActionFollowed> => {
    await lockPapers(transaction);
    const [action] = await agreedActions(transaction, { id: asked.action });
    if (action === undefined) throw nothingThere();
    const words = asked.words.trim().replaceAll('\r\n', '\n');
    const last = action.steps.at(-1);
    if (last?.step === asked.step && last.person === person.id && last.words === words)
      return { kind: 'done', already: true };
    const side = sideToFollow(sidesOf(person, slug, action.urn), action);
    const stands = actionStands(action, parts.today());
    const step = stepsOfAction(stands).find((one) => one === asked.step);
    if (side === null || step === undefined)
      return { kind: 'not now', why: `It is ${stands.state}: that cannot be said of it now.` };
    const on = readDayOfStep(asked.on, {
      today: parts.today(),
      notBefore: last?.on ?? action.agreedOn,
    });
    const dueOn = step === 'moved' ? readNewDay(asked.dueOn ?? '', stands.dueOn, parts.today()) : null;
    const problems = [
      ...(dueOn !== null && 'problem' in dueOn ? [dueOn.problem] : []),
      ...wordsProblems(step, words),
      ...on.problems,
    ];
    if (problems.length > 0 || on.day === null) return { kind: 'problems', problems };
    const day = dueOn !== null && 'day' in dueOn ? dueOn.day : null;
    await addActionSteps(transaction, [
      { action, step, for: side, dueOn: day, on: on.day, words, name: person.name },
    ]);
    const name = processesOf(parts).find(({ kind }) => kind === action.kind)?.name ?? 'paper';
    const paper = { id: action.paper, urn: action.urn };
    const act = `said of an agreed action: ${actionSteps[step].done}`;
    await logChange(
      transaction,
      paperChange(paper, { name }, act, { from: stands.state, to: day ?? actionSteps[step].done }),
    );
    return { kind: 'done', already: false };
  });
}

function readNewDay(
  typed: string,
  before: IsoDate | null,
  today: IsoDate,
): { readonly day: IsoDate } | { readonly problem: ContentProblem } {
  const wrong = (text: string) => ({ problem: { field: 'due-on', text } });
  if (typed.trim() === '') return wrong('Say by which day it is to be done now, such as 1 July 2026.');
  const day = readDate(typed.trim());
  if (day === null) return wrong(`“${typed.trim()}” is not a day. Write it as 1 July 2026.`);
  if (day === before) return wrong('It is due on that day already. Choose another.');
  return day < '1990-01-01' || day > addDays(today, 3653)
    ? wrong(`${typed.trim()} is too far from today. Check the year.`)
    : { day };
}

function wordsProblems(step: ActionStepToTake, words: string): readonly ContentProblem[] {
  const wrong = (text: string) => [{ field: 'words', text }];
  if (words === '') return wrong(`${actionSteps[step].says}: write something.`);
  return words.length > longestWords
    ? wrong(`That is ${String(words.length)} characters long. Use at most ${String(longestWords)}.`)
    : [];
}
