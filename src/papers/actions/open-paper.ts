import { randomUUID } from 'node:crypto';
import { templatesInForce } from '#/law/templates.ts';
import { addPapers, addVersions, lockPapers, papers, type PaperKept } from '#/papers/records/papers.ts';
import { checkContent, type ContentProblem, type GivenRows } from '#/papers/rules/check-content.ts';
import type { Process } from '#/papers/rules/process.ts';
import type { Content, Template } from '#/papers/rules/template.ts';
import { nothingThere, permitForSchool } from '#/people/actions/permit.ts';
import { logChange } from '#/people/records/change-log.ts';
import type { Person } from '#/people/rules/permissions.ts';
import { answersOrFailures } from '#/platform/errors.ts';
import { authorityNamed } from '#/published/store/authority-named.ts';
import { schoolOfAuthority } from '#/published/store/school-of-authority.ts';
import type { IsoDate } from '#/schools/rules/dates.ts';
import { readDayAbout } from './day-typed.ts';
import { paperChange } from './paper-change.ts';
import { asRead, givenIn, processesOf, writesFor } from './papers-known.ts';
import type { Opened, PaperParts, PaperToOpen } from './papers.ts';
import { isPaperId } from './read-papers.ts';

/**
 * Opens a paper of a kind at a school, with a first version where there is something to begin with. Of kinds of which there
 * is one at a time a second is not opened: the one there is is answered.
 */
export async function openPaper(parts: PaperParts, person: Person, asked: PaperToOpen): Promise<Opened> {
  const store = await parts.published();
  const [authority] = answersOrFailures(await authorityNamed(store, asked.authority));
  const process = processesOf(parts).find(({ kind }) => kind === asked.kind);
  if (process === undefined) throw nothingThere();
  permitForSchool(person, writesFor[process.side], authority.slug, asked.urn);
  const school = await schoolOfAuthority(store, authority.slug, asked.urn, parts.today());
  if (school === null) throw nothingThere();
  const on = asked.on ?? parts.today();
  if (on > parts.today()) return problem('on', 'The day is still to come. Choose today or an earlier day.');
  const template = templateOf(parts, asked, on);
  if (template === null) return problem('template', 'Choose which form it is written by.');
  const records = await parts.records();
  return await records.inAuthority(authority.slug, person, async (transaction) => {
    await lockPapers(transaction);
    const whole = await wholeOf(process, asked, (id) => papers(transaction, { id }));
    const before = process.oneAtATime
      ? await papers(transaction, { urn: asked.urn, kinds: [asked.kind] })
      : [];
    const open = before.find(
      (one) => one.partOf === (whole?.id ?? null) && !asRead(parts, one, undefined).standing.over,
    );
    if (open !== undefined) return { kind: 'one is open', paper: open.id };
    const partOf = whole === null ? null : asRead(parts, whole, undefined);
    const first = firstVersion(
      parts,
      asked,
      process,
      template,
      givenIn(parts, { writtenBy: template, opened: { on } }, partOf),
    );
    if (first !== null && 'problems' in first) return { kind: 'problems', problems: first.problems };
    const paper = { id: randomUUID(), urn: asked.urn, side: process.side, name: person.name };
    await addPapers(transaction, [
      { ...paper, kind: asked.kind, template: template.id, partOf: whole?.id ?? null, on },
    ]);
    if (first !== null) {
      const { id, ...of } = paper;
      await addVersions(transaction, [{ ...of, ...first, paper: id, number: 1 }]);
    }
    const state = process.states[process.begins]?.words ?? null;
    await logChange(
      transaction,
      paperChange(paper, process, `opened a ${process.name}`, { from: null, to: state }),
    );
    return { kind: 'done', paper: paper.id };
  });
}

function templateOf(parts: PaperParts, { kind, template }: PaperToOpen, on: string): Template | null {
  const some = templatesInForce(parts.reference().templates, kind, on);
  if (template !== undefined) return some.find(({ id }) => id === template) ?? null;
  return some.length === 1 ? (some[0] ?? null) : null;
}

async function wholeOf(
  { partOf: kinds = [] }: Process,
  { partOf, urn }: PaperToOpen,
  find: (id: string) => Promise<readonly PaperKept[]>,
): Promise<PaperKept | null> {
  if (partOf === undefined) return null;
  const [whole] = isPaperId(partOf) ? await find(partOf) : [];
  if (whole?.urn !== urn || !kinds.includes(whole.kind)) throw nothingThere();
  return whole;
}

interface FirstVersion {
  readonly content: Content;
  readonly aboutOn: IsoDate | null;
}

function firstVersion(
  parts: PaperParts,
  { content, aboutOn }: PaperToOpen,
  process: Process,
  template: Template,
  given: GivenRows,
): FirstVersion | { readonly problems: readonly ContentProblem[] } | null {
  if (content === undefined && aboutOn === undefined) return null;
  const checked = checkContent(template, content ?? {}, { today: parts.today(), given, whole: false });
  const about = readDayAbout(process, aboutOn ?? null, parts.today());
  const problems = [...about.problems, ...('problems' in checked ? checked.problems : [])];
  if ('problems' in checked || problems.length > 0) return { problems };
  return { content: checked.content, aboutOn: about.day };
}

function problem(field: string, text: string): Opened {
  return { kind: 'problems', problems: [{ field, text }] };
}
