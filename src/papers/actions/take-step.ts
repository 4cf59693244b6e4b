import { addPaperSteps, lockPapers, papers, type PaperKept } from '#/papers/records/papers.ts';
import type { ContentProblem } from '#/papers/rules/check-content.ts';
import { stepsOpenTo, type StepOffered } from '#/papers/rules/steps-open-to.ts';
import { nothingThere, permit } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import type { AuthorityTransaction } from '#/platform/database/tables.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { dateInWords } from '#/platform/web/words.ts';
import { readDayOfStep } from './day-typed.ts';
import { justAgreed, keepAgreed } from './keep-agreed.ts';
import { paperChange } from './paper-change.ts';
import { asRead, givenIn, missingIn, sidesOf } from './papers-known.ts';
import { tellOfStep } from './tell-of-step.ts';
import type { PaperParts, PaperRead, StepTaken, StepToBeTaken } from './papers.ts';
import { isPaperId } from './read-papers.ts';

const longestWords = 10_000;

/**
 * Takes a step with a paper for the side it belongs to. The same step sent twice is one; a step that is not open from where
 * the paper stands now, because somebody was quicker, is not taken, and it is said how it stands.
 */
export async function takeStep(parts: PaperParts, person: Person, asked: StepToBeTaken): Promise<StepTaken> {
  const [authority] = answersOrFailures(await authorityNamed(await parts.published(), asked.authority));
  const { slug } = authority;
  permit(person, 'take part in papers', slug);
  if (!isPaperId(asked.paper)) throw nothingThere();
  const records = await parts.records();
  return await records.inAuthority(slug, person, async (transaction) => {
    await lockPapers(transaction);
    const [kept] = await papers(transaction, { id: asked.paper });
    if (kept === undefined) throw nothingThere();
    const paper = asRead(parts, kept, undefined);
    const last = paper.steps.at(-1);
    const words = asked.words.trim().replaceAll('\r\n', '\n');
    if (last?.step === asked.step && last.person === person.id && last.words === words) {
      return { kind: 'done', already: true, paper };
    }
    const [whole] = kept.partOf === null ? [] : await papers(transaction, { id: kept.partOf });
    const given = givenIn(parts, paper, whole === undefined ? null : asRead(parts, whole, undefined));
    const { state, isOpened } = paper.standing;
    const offered = stepsOpenTo(paper.process, {
      ...{ state, isOpened, sides: sidesOf(person, slug, kept.urn), person: person.id },
      taken: paper.steps.map(({ step, person: by, on }) => ({ step, by, on })),
      missing: missingIn(parts, paper, given, await amongOf(transaction, kept)).length,
    }).find(({ step }) => step.step === asked.step);
    if (offered === undefined) {
      return { kind: 'not now', why: `It is ${paper.standing.words}: the step cannot be taken from there.` };
    }
    if (offered.notYet !== null) return { kind: 'not now', why: offered.notYet };
    if (asked.seen !== undefined && asked.seen !== (kept.newest?.number ?? 0)) {
      return {
        kind: 'not now',
        why: `${kept.newest?.name ?? 'Somebody'} changed it meanwhile. Read it again first.`,
      };
    }
    const { step } = offered;
    const notBefore = last?.on ?? kept.opened.on;
    const day = readDayOfStep(asked.on, { today: parts.today(), notBefore });
    const problems = [...wordsProblems(step, words), ...day.problems, ...tooEarly(paper, step, day.day)];
    if (problems.length > 0 || day.day === null) return { kind: 'problems', problems };
    await addPaperSteps(transaction, [
      {
        ...{ paper: kept.id, urn: kept.urn, side: kept.side, step: step.step, for: step.by },
        opened: isOpened || step.opens === true,
        version: versionOf(paper, step),
        on: day.day,
        words: step.says === undefined ? '' : words,
        name: person.name,
      },
    ]);
    const [after] = await papers(transaction, { id: kept.id });
    if (after === undefined) throw new Error(`Paper ${kept.id} is gone after a step`);
    const now = asRead(parts, after, undefined);
    await keepAgreed(transaction, justAgreed(now));
    await tellOfStep(transaction, slug, step, now);
    await logChange(transaction, stepChange(paper, now, step));
    return { kind: 'done', already: false, paper: now };
  });
}

/** The papers that are part of it, and those that are part of the same one as it is. */
async function amongOf(transaction: AuthorityTransaction, { id, partOf }: PaperKept) {
  const within = await papers(transaction, { partOf: id });
  return { within, beside: partOf === null ? [] : await papers(transaction, { partOf }) };
}

/**
 * The version a step is taken on. The other side reads what a step opens or settles: any other of its own side leaves it at
 * what it reads already, and what was written since stays unseen.
 */
export function versionOf({ process, standing, steps, newest }: PaperRead, step: StepOffered): number | null {
  const shows = step.opens === true || step.needsAll === true;
  const stays = standing.isOpened && !shows && step.by === process.side;
  return (stays ? steps.findLast(({ opened }) => opened)?.version : newest?.number) ?? null;
}

function stepChange(before: PaperRead, after: PaperRead, { done }: StepOffered) {
  const { process, standing } = before;
  const words = { from: standing.words, to: after.standing.words };
  return paperChange(before, process, `took the step “${done}”`, words);
}

function tooEarly({ newest }: PaperRead, step: StepOffered, on: string | null): readonly ContentProblem[] {
  const itsDay = newest?.aboutOn ?? null;
  if (step.notBeforeItsDay !== true || itsDay === null || on === null || on >= itsDay) return [];
  const text = `It is to be on ${dateInWords(itsDay)}. If it was on another day, write that day first.`;
  return [{ field: 'on', text }];
}

function wordsProblems({ says }: StepOffered, words: string): readonly ContentProblem[] {
  if (says === undefined) return [];
  if (says.required && words === '') return [{ field: 'words', text: `${says.label}: write something.` }];
  return words.length > longestWords
    ? [
        {
          field: 'words',
          text: `That is ${String(words.length)} characters long. Use at most ${String(longestWords)}.`,
        },
      ]
    : [];
}
