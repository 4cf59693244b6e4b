import { templatesInForce } from '#/law/templates.ts';
import type { PaperKept, StepKept } from '#/papers/records/papers.ts';
import { checkContent } from '#/papers/rules/check-content.ts';
import { stepsOpenTo } from '#/papers/rules/steps-open-to.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { asRead, givenIn, missingIn, processesOf, sidesOf } from './papers-known.ts';
import type { PaperParts, PaperRead } from './papers.ts';
import type { Happened, PaperWritten } from './papers-written.ts';
import { versionOf } from './take-step.ts';

type Needed = Pick<PaperParts, 'processes' | 'reference' | 'today'>;

/** A paper after each thing that happened to it, and who did that: the first is its opening. */
export type Walked = readonly { readonly person: Person; readonly paper: PaperRead; readonly act: string }[];

/**
 * Goes with a paper from its opening to where it stands now, by the rules of the single actions and on the days they were done.
 *
 * @throws Error where a rule refuses something: whoever tells of many papers at once has made a mistake, and keeps none
 */
export function walkPaper(
  parts: Needed,
  written: PaperWritten,
  asked: { readonly id: string; readonly authority: string; readonly partOf: PaperRead | null },
): Walked {
  const { kind, urn, by, on } = written;
  const process = processesOf(parts).find((one) => one.kind === kind);
  const some = templatesInForce(parts.reference().templates, kind, on);
  const template = some.find(({ id }) => id === (written.template ?? (some.length === 1 ? id : undefined)));
  if (process === undefined || template === undefined) throw refused(written, `no such form on ${on}`);
  if (!sidesOf(by, asked.authority, urn).includes(process.side))
    throw refused(written, `${by.name} may not open it`);
  const opened: PaperKept = {
    ...{
      id: asked.id,
      urn,
      kind,
      side: process.side,
      template: template.id,
      partOf: asked.partOf?.id ?? null,
    },
    opened: { person: by.id, name: by.name, on, keptAt: '' },
    steps: [],
    newest: null,
  };
  const paper = asRead(parts, opened, undefined);
  const given = givenIn(parts, paper, asked.partOf);
  return written.then.reduce<Walked>(
    (walked, event) => {
      const before = walked.at(-1)?.paper ?? paper;
      const sides = sidesOf(event.by, asked.authority, urn);
      const after =
        'saves' in event
          ? saved(parts, written, { before, event, sides, given })
          : taken(parts, written, { before, event, sides, given });
      return [...walked, after];
    },
    [{ person: by, paper, act: `opened a ${process.name}` }],
  );
}

interface At<Event> {
  readonly before: PaperRead;
  readonly event: Event;
  readonly sides: ReturnType<typeof sidesOf>;
  readonly given: ReturnType<typeof givenIn>;
}

function saved(
  parts: Needed,
  written: PaperWritten,
  { before, event, sides, given }: At<Extract<Happened, { saves: unknown }>>,
): Walked[number] {
  const { writtenBy } = before.standing;
  if (writtenBy === null || !sides.includes(writtenBy))
    throw refused(written, `it is ${before.standing.words}`);
  const checked = checkContent(before.writtenBy, event.saves, { today: parts.today(), given, whole: false });
  if ('problems' in checked) throw refused(written, JSON.stringify(checked.problems));
  const newest = {
    number: (before.newest?.number ?? 0) + 1,
    aboutOn: event.aboutOn ?? before.newest?.aboutOn ?? null,
    content: checked.content,
    ...{ person: event.by.id, name: event.by.name, savedAt: '' },
  };
  const paper = asRead(parts, { ...before, newest }, undefined);
  return { person: event.by, paper, act: `saved a ${before.process.name}` };
}

function taken(
  parts: Needed,
  written: PaperWritten,
  { before, event, sides, given }: At<Extract<Happened, { takes: unknown }>>,
): Walked[number] {
  const { state, isOpened } = before.standing;
  // What the other papers of the school would ask too is not asked: they are told side by side.
  const missing = missingIn(parts, before, given, { within: [], beside: [] });
  const found = stepsOpenTo(before.process, {
    ...{ state, isOpened, sides, person: event.by.id, missing: missing.length },
    taken: before.steps.map(({ step, person, on }) => ({ step, by: person, on })),
  }).find(({ step }) => step.step === event.takes);
  const words = event.words ?? '';
  if (found?.notYet !== null || event.on > parts.today())
    throw refused(
      written,
      `${event.takes} by ${event.by.name} on ${event.on}, ${state}: ${JSON.stringify(missing)}`,
    );
  if (event.on < (before.steps.at(-1)?.on ?? before.opened.on))
    throw refused(written, `${event.takes} on ${event.on} is too early`);
  if (found.step.says?.required === true && words === '')
    throw refused(written, `${event.takes} says nothing`);
  const step: StepKept = {
    ...{ step: event.takes, for: found.step.by, opened: isOpened || found.step.opens === true },
    ...{ version: versionOf(before, found.step), words, on: event.on },
    ...{ person: event.by.id, name: event.by.name, keptAt: '' },
  };
  const paper = asRead(parts, { ...before, steps: [...before.steps, step] }, undefined);
  return { person: event.by, paper, act: `took the step “${found.step.done}”` };
}

function refused({ kind, urn, on }: PaperWritten, why: string): Error {
  return new Error(`The ${kind} of ${urn} opened on ${on}: ${why}`);
}
