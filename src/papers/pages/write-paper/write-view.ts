import type { OnePaperRead, Saved } from '#/papers/actions/papers.ts';
import { readableDay, tellDifferences } from '#/papers/actions/tell-paper.ts';
import type { Content } from '#/papers/rules/template.ts';
import type { FieldProblem } from '#/platform/web/form-problems.ts';
import { paperAddress, writePaperAddress } from '#/platform/web/paper-addresses.ts';
import { dateInWords, momentInWords, sentence } from '#/platform/web/words.ts';
import { fieldView } from './field-view.ts';
import { fieldName } from './typed-content.ts';

/** The form as it is shown: what stands in it, on which version, and what happened when it was sent. */
export interface Writing {
  readonly content: Content;
  readonly aboutOn: string;
  readonly basedOn: number;
  readonly problems: readonly FieldProblem[];
  /** What is wrong stops only the step: the draft is saved. */
  readonly isSaved: boolean;
  readonly changed: Extract<Saved, { kind: 'changed meanwhile' }> | null;
}

/** The form of a paper by its template. */
export function writeView(
  read: OnePaperRead,
  writing: Writing,
  { today, newKey }: { readonly today: string; readonly newKey: () => string },
) {
  const { authority, paper, school } = read;
  const problemOf = (field: string): string | null =>
    writing.problems
      .filter((one) => one.field === field)
      .map(({ text }) => text)
      .join(' ') || null;
  const drawing = { typed: writing.content, given: read.given, problemOf, newKey };
  return {
    heading: `${sentence(paper.process.name)}: ${school.name}`,
    lead: paper.writtenBy.name,
    about: paper.writtenBy.about,
    action: writePaperAddress(authority.slug, paper.urn, paper.id),
    back: paperAddress(authority.slug, paper.urn, paper.id),
    basedOn: writing.basedOn,
    day:
      paper.process.about === 'a day'
        ? {
            value: readableDay(writing.aboutOn),
            example: dateInWords(today),
            problem: problemOf('about-on'),
          }
        : null,
    sections: paper.writtenBy.sections.map(({ heading, hint, fields }) => ({
      heading,
      hint: hint ?? null,
      fields: fields.map((field) => fieldView(field, drawing)),
    })),
    stands: standsOf(read),
    steps: read.steps
      .filter(({ step }) => step.needsAll === true && step.says?.required !== true)
      .map(({ step }) => ({
        value: `step:${step.step}`,
        text: `Save, and ${lower(step.button)}`,
        warning: step.warning ?? null,
      })),
    errorTitle: writing.isSaved ? 'It is saved as a draft. This is still missing' : 'Nothing was saved yet',
    errorList: writing.problems.map(({ field, text }) => ({
      text,
      href: `#${field === 'about-on' ? field : fieldName(field)}`,
    })),
    changed: writing.changed === null ? null : changedView(read, writing.changed),
  };
}

function standsOf({ paper: { newest } }: OnePaperRead): string {
  return newest === null
    ? 'Nothing is saved yet.'
    : `Last saved by ${newest.name}, ${momentInWords(newest.savedAt)}.`;
}

function changedView({ paper, given }: OnePaperRead, { newest, merged }: NonNullable<Writing['changed']>) {
  return {
    words: `${newest.name} saved version ${String(newest.number)} while you were writing, ${momentInWords(newest.savedAt)}. What they changed and you did not is now in the form too. What you typed is all here, and nothing is saved yet.`,
    rows: tellDifferences(paper.writtenBy, newest.content, merged.content, given).map(
      ({ label, was, is }) => ({
        label,
        theirs: was,
        yours: is,
      }),
    ),
  };
}

function lower(button: string): string {
  return button.charAt(0).toLowerCase() + button.slice(1);
}
