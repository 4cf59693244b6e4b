import { templateInForce } from '#/law/templates.ts';
import type { PaperKept } from '#/papers/records/papers.ts';
import {
  aboutOnField,
  checkContent,
  type ContentProblem,
  type GivenRows,
} from '#/papers/rules/check-content.ts';
import { givenRows } from '#/papers/rules/given-rows.ts';
import type { Process, Side } from '#/papers/rules/process.ts';
import { processes } from '#/papers/rules/processes/processes.ts';
import { standingOf } from '#/papers/rules/standing.ts';
import { mayForSchool, type Permission, type Person } from '#/people/rules/permissions.ts';
import type { Urn } from '#/schools/rules/urn.ts';
import type { PaperParts, PaperRead } from './papers.ts';

/** The kinds of paper there are. */
export function processesOf(parts: Pick<PaperParts, 'processes'>): readonly Process[] {
  return parts.processes ?? processes;
}

/** Whose permission it is to write and take steps on a side. */
export const writesFor: Readonly<Record<Side, Permission>> = {
  authority: 'write papers',
  school: 'answer for the school',
};

/** For which sides a person acts at a school. */
export function sidesOf(person: Person, authority: string, urn: Urn): readonly Side[] {
  return (['authority', 'school'] as const).filter(
    (side) => mayForSchool(person, writesFor[side], authority, urn) === true,
  );
}

/** A kept paper as it stands today. Throws where its kind or template is not known any more: that is a bug, and told. */
export function asRead(
  parts: Pick<PaperParts, 'processes' | 'reference' | 'today'>,
  kept: PaperKept,
  school: string | undefined,
): PaperRead {
  const process = processesOf(parts).find(({ kind }) => kind === kept.kind);
  const { templates, ...calendar } = parts.reference();
  const writtenBy = templateInForce(templates, kept.kind, kept.template, kept.opened.on);
  if (process === undefined || writtenBy === undefined) {
    throw new Error(
      `Paper ${kept.id}: no ${kept.kind} by the template ${kept.template} on ${kept.opened.on}`,
    );
  }
  return {
    ...kept,
    school: school ?? `school ${kept.urn}`,
    process,
    writtenBy,
    standing: standingOf(process, kept, calendar, parts.today()),
  };
}

/** The rows that the template of a paper gives. */
export function givenIn(
  parts: Pick<PaperParts, 'reference'>,
  paper: Pick<PaperRead, 'writtenBy'> & { readonly opened: Pick<PaperRead['opened'], 'on'> },
  partOf: PaperRead | null,
): GivenRows {
  return givenRows(paper.writtenBy, {
    areas: parts.reference().areas,
    on: paper.opened.on,
    partOf: partOf === null ? null : { template: partOf.writtenBy, content: partOf.newest?.content ?? {} },
  });
}

/**
 * What is still missing before a step that needs all, in the order of the fields.
 *
 * @param among the papers that are part of it, and those that are part of the same one as it is
 */
export function missingIn(
  parts: Pick<PaperParts, 'today'>,
  { id, process, writtenBy, newest }: Pick<PaperRead, 'id' | 'process' | 'writtenBy' | 'newest'>,
  given: GivenRows,
  among: { readonly within: readonly PaperKept[]; readonly beside: readonly PaperKept[] },
): readonly ContentProblem[] {
  const checked = checkContent(writtenBy, newest?.content ?? {}, {
    today: parts.today(),
    given,
    whole: true,
  });
  const undated = process.about === 'a day' && (newest?.aboutOn ?? null) === null;
  return [
    ...(undated ? [{ field: aboutOnField, text: 'Say which day it is about.' }] : []),
    ...('problems' in checked ? checked.problems : []),
    ...(process.asksToo?.({
      content: newest?.content ?? {},
      aboutOn: newest?.aboutOn ?? null,
      within: among.within,
      beside: among.beside.filter((one) => one.id !== id),
    }) ?? []),
  ];
}
