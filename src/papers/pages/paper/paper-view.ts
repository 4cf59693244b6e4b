import type { OnePaperRead } from '#/papers/actions/papers.ts';
import { fileKindsInWords } from '#/papers/actions/paper-files.ts';
import { awaitedInWords, sideNames, tellContent } from '#/papers/actions/tell-paper.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import {
  openPaperAddress,
  paperAddress,
  paperDocumentAddress,
  paperFileAddress,
  paperFilesAddress,
  papersAddress,
  paperStepAddress,
  paperVersionsAddress,
  writePaperAddress,
} from '#/platform/web/paper-addresses.ts';
import { dateInWords, list, momentInWords, plural, sentence } from '#/platform/web/words.ts';

/** What was typed with a step that was not taken. */
export interface StepTypedIn {
  readonly step: string;
  readonly words: string;
  readonly on: string;
  readonly problems: readonly FieldProblem[];
}

export const noStepTyped: StepTypedIn = { step: '', words: '', on: '', problems: [] };

/** One paper: how it stands, what can be done now, what it says, and what became of it. */
export function paperView(read: OnePaperRead, typed: StepTypedIn = noStepTyped) {
  const { authority, school, paper, versions } = read;
  const at = [authority.slug, paper.urn, paper.id] as const;
  const { standing, process, newest } = paper;
  const aboutOn = newest?.aboutOn ?? null;
  const newestAt =
    newest === null
      ? null
      : `Version ${String(newest.number)}, saved by ${newest.name}, ${momentInWords(newest.savedAt)}`;
  return {
    heading: `${sentence(process.name)}: ${school.name}`,
    stands: `It is ${standing.words}.`,
    waits: standing.awaited === null ? null : `${awaitedInWords(standing.awaited)}.`,
    late: (standing.awaited?.daysLate ?? 0) > 0,
    facts: [
      ...(aboutOn === null ? [] : [{ term: 'About', words: dateInWords(aboutOn) }]),
      { term: 'Form', words: paper.writtenBy.name },
      { term: 'Opened', words: `${dateInWords(paper.opened.on)}, by ${paper.opened.name}` },
      ...(newestAt === null ? [] : [{ term: 'What you read', words: newestAt }]),
      { term: 'Who reads it', words: readersOf(read) },
    ],
    partOf:
      read.partOf === null
        ? null
        : {
            text: sentence(read.partOf.process.name),
            href: paperAddress(authority.slug, paper.urn, read.partOf.id),
          },
    parts: read.parts.map((one) => ({
      text: `${sentence(one.process.name)}${ofDay(one.newest?.aboutOn ?? null)}`,
      href: paperAddress(authority.slug, one.urn, one.id),
      stands: one.standing.words,
    })),
    sections:
      newest === null ? [] : tellContent(paper.writtenBy, newest.content, read.given).map(withoutEmpty),
    steps: read.steps.map((one) => stepView(one, read, typed)),
    write: read.mayWrite
      ? { href: writePaperAddress(...at), text: newest === null ? 'Write it' : 'Change it' }
      : null,
    missing:
      read.mayWrite && read.steps.some(({ step }) => step.needsAll)
        ? read.missing.map(({ field, text }) => ({
            text,
            href: `${writePaperAddress(...at)}#${fieldName(field)}`,
          }))
        : [],
    history: paper.steps.map((one) => ({
      words: `${sentence(one.step === 'set-aside' ? 'set aside' : doneOf(process.steps, one.step))} by ${one.name} for ${sideNames[one.for]}, ${dateInWords(one.on)}`,
      entered: one.keptAt.slice(0, 10) === one.on ? null : `entered ${momentInWords(one.keptAt)}`,
      paragraphs: one.words === '' ? [] : one.words.split(/\n\s*\n/),
      side: one.for,
    })),
    versions:
      versions.length < 2
        ? null
        : { href: paperVersionsAddress(...at), text: `Compare ${plural(versions.length, 'version')}` },
    files: filesView(read, typed),
    print: paperDocumentAddress(...at),
    back: papersAddress(authority.slug, paper.urn),
    errorList: typed.problems.map(({ field, text }) => ({ text, href: `#${typed.step}-${field}` })),
    openPart: openPaperAddress(...at),
  };
}

/** Its files; those taken out are named with the reason. */
function filesView({ authority, paper, files, mayWrite }: OnePaperRead, typed: StepTypedIn) {
  const at = [authority.slug, paper.urn, paper.id] as const;
  const problemOf = (step: string) => (typed.step === step ? (typed.problems[0]?.text ?? null) : null);
  return {
    there: files
      .filter(({ removed }) => removed === null)
      .map(({ id, name, bytes, by, keptAt }) => ({
        name,
        href: paperFileAddress(...at, id),
        words: `${sizeInWords(bytes)}, added by ${by}, ${momentInWords(keptAt)}`,
        remove: mayWrite ? `${paperFileAddress(...at, id)}/remove` : null,
        id: `remove-${id}`,
        problem: problemOf(`remove-${id}`),
      })),
    gone: files.flatMap(({ name, removed }) =>
      removed === null ? [] : [`${name}, taken out by ${removed.by}: ${removed.why}`],
    ),
    add: mayWrite
      ? { action: paperFilesAddress(...at), kinds: fileKindsInWords, problem: problemOf('file') }
      : null,
  };
}

function sizeInWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${String(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function ofDay(day: string | null): string {
  return day === null ? '' : ` of ${dateInWords(day)}`;
}

/** What a field of the form is called on its page. */
const fieldName = (field: string): string => `f.${field}`;

function doneOf(steps: readonly { readonly step: string; readonly done: string }[], step: string): string {
  return steps.find((one) => one.step === step)?.done ?? 'brought back';
}

function readersOf({ paper }: OnePaperRead): string {
  if (paper.standing.isOpened) return 'The authority’s officers, and head and chair of the school';
  return paper.side === 'authority'
    ? 'Only the authority’s officers, until it is shared with the school'
    : 'Only head and chair of the school, until it is shared with the authority';
}

/** What is filled in; what is not is named at the end of its section. */
function withoutEmpty({ heading, fields }: ReturnType<typeof tellContent>[number]) {
  const isEmpty = (field: (typeof fields)[number]): boolean =>
    field.kind === 'value' ? field.lines.length === 0 : field.rows.length === 0;
  return {
    heading,
    empty: list(fields.filter(isEmpty).map(({ label }) => label)),
    fields: fields
      .filter((field) => !isEmpty(field))
      .map((field) => (field.kind === 'value' ? field : { ...field, wide: field.columns.length > 4 })),
  };
}

function stepView(
  { step, notYet }: OnePaperRead['steps'][number],
  { authority, paper }: OnePaperRead,
  typed: StepTypedIn,
) {
  const mine = typed.step === step.step;
  const problemOf = (field: string) =>
    mine ? (typed.problems.find((one) => one.field === field)?.text ?? null) : null;
  return {
    step: step.step,
    button: step.button,
    action: paperStepAddress(authority.slug, paper.urn, paper.id, step.step),
    notYet,
    means: [
      ...(step.opens && !paper.standing.isOpened ? [opening[paper.side]] : []),
      ...(step.warning === undefined ? [] : [step.warning]),
      ...(step.tells === undefined ? [] : [told[step.tells]]),
    ],
    says: step.says ?? null,
    words: mine ? typed.words : '',
    on: mine ? typed.on : '',
    seen: paper.newest?.number ?? 0,
    problems: { words: problemOf('words'), on: problemOf('on'), step: problemOf('step') },
  };
}

const opening = {
  authority: 'From then on head and chair of the school read it.',
  school: 'From then on the authority’s officers read it.',
} as const;

const told = {
  authority: 'Whoever has the school is told by mail that there is something to read.',
  school: 'Head and chair are told by mail that there is something to read.',
} as const;
